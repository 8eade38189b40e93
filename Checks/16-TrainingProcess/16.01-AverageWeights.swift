import Exercises16
import Practice
import Solutions16

let averageWeights = Check(
    "16.1",
    answer(
        "averageWeights(_:beta:isCorrected:)", Exercises16.averageWeights(_:beta:isCorrected:),
        Solutions16.averageWeights(_:beta:isCorrected:)),
    answer("valuesThatMake(_:beta:)", Exercises16.valuesThatMake(_:beta:), Solutions16.valuesThatMake(_:beta:))
) { weights, valuesThatMake in
    try expectClose(weights(3, 0.5, false), [0.125, 0.25, 0.5])
    try expectClose(weights(3, 0.5, true), [1 / 7, 2 / 7, 4 / 7])
    try expectClose(weights(0, 0.9, false), [])
    try expectClose(weights(0, 0.9, true), [])
    try expectClose(weights(4, 0, true), [0, 0, 0, 1])
    try expectClose(weights(1, 0.99, true), [1])

    // The average of these values, step by step, is their weighted sum.
    let values = [3, -1, 4, 1, -5, 9, 2, -6]
    for beta in [0.3, 0.9, 0.999] {
        let average = values.reduce(0.0) { beta * $0 + (1 - beta) * Double($1) }
        let total = values.reduce(0.0) { sum, _ in beta * sum + (1 - beta) }
        for (isCorrected, expected) in [(false, average), (true, average / total)] {
            let found = try weights(values.count, beta, isCorrected)
            let sum = found.its("the sum of \(values) times them") { weights in
                zip(weights, values).reduce(0) { $0 + $1.0 * Double($1.1) }
            }
            try expectEqual(found.its("count", \.count), values.count)
            try expectClose(sum, expected)
        }
    }

    for (share, beta, count) in [
        (0.5, 0.5, 1), (0.75, 0.5, 2), (0.76, 0.5, 3), (0, 0.9, 0), (0.5, 0, 1), (0, 0, 0), (0.5, 0.9, 7),
        (0.95, 0.9, 29), (0.5, 0.99, 69),
    ] {
        try expectEqual(valuesThatMake(share, beta), count)
    }
}
