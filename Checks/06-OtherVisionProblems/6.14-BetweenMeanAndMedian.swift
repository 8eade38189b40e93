import Exercises06
import Practice
import Solutions06

let huberAnswer = Check(
    "6.14", answer("huberAnswer(_:delta:)", Exercises06.huberAnswer(_:delta:), Solutions06.huberAnswer(_:delta:))
) { best in
    func expectAnswer(_ labels: [Double], _ delta: Double, _ expected: Double) throws {
        let found = try best(labels, delta)
        try expect(found, "\(expected)", found: "\(found.value)") { abs($0 - expected) < 1e-5 }
    }
    try expectAnswer([3], 1, 3)
    // With a wide square, the mean.
    try expectAnswer([0, 0, 0, 4], 100, 1)
    try expectAnswer([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9], 1, 0.18)
    // With a narrow one, nearly the median: nine slopes balance one of ±delta.
    try expectAnswer([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9], 0.09, 0.11)
    try expectAnswer([-5, 0, 7], 0.001, 0)
    // However wild the label is.
    try expectAnswer([0, 0, 0, 1_000_000], 3, 1)
    // The least of all that can be tried.
    let labels = [0.3, -1.2, 2.5, 0.9, 4.1, -0.4]
    for delta in [0.2, 0.7, 2] {
        func loss(_ answer: Double) -> Double {
            labels.reduce(0) { sum, label in
                let e = abs(answer - label)
                return sum + (e <= delta ? e * e / 2 : delta * (e - delta / 2))
            }
        }
        let least = (-2000...5000).map { loss(Double($0) / 1000) }.min()!
        let found = try best(labels, delta)
        try expect(found, "an answer with a loss of \(least) or less") { loss($0) <= least + 1e-6 }
    }
}
