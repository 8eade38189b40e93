import Exercises04
import Practice
import Solutions04

let gradientDescent = Check(
    "4.9",
    answer(
        "gradientDescent(from:learningRate:steps:)", Exercises04.gradientDescent(from:learningRate:steps:),
        Solutions04.gradientDescent(from:learningRate:steps:))
) { gradientDescent in
    let runs: [(rate: Float, expected: [Float])] = [
        (0.1, [-1.2, -0.96, -0.768]), (0.9, [1.2, -0.96, 0.768]), (1, [1.5, -1.5, 1.5]), (1.1, [1.8, -2.16, 2.592]),
        (0.1, []),
    ]
    for (rate, expected) in runs { try expectClose(gradientDescent(-1.5, rate, expected.count), expected) }
}
