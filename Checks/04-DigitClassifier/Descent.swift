// The checks on the way to the minimum: 4.3 and 4.4.

import Exercises04
import Practice
import Solutions04

let sigmoid = Check("4.3", Exercises04.sigmoid, Solutions04.sigmoid) { sigmoid in
    let values: [(Float, Float)] = [(0, 0.5), (1, 0.7310586), (-1, 0.2689414), (4, 0.98201376), (-90, 0), (90, 1)]
    for (x, expected) in values {
        try expectEqual(sigmoid(x), expected, "sigmoid(\(x))")
    }
}

let gradientDescent = Check("4.4", Exercises04.gradientDescent, Solutions04.gradientDescent) { gradientDescent in
    let runs: [(rate: Float, expected: [Float])] = [
        (0.1, [-1.2, -0.96, -0.768]), (0.9, [1.2, -0.96, 0.768]), (1, [1.5, -1.5, 1.5]), (1.1, [1.8, -2.16, 2.592]),
        (0.1, []),
    ]
    for (rate, expected) in runs {
        let steps = expected.count
        try expectEqual(
            gradientDescent(-1.5, rate, steps), expected,
            "gradientDescent(from: -1.5, learningRate: \(rate), steps: \(steps))")
    }
}
