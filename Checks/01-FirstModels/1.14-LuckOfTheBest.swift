import Exercises01
import Practice
import Solutions01

let luckOfTheBest = Check(
    "1.14",
    answer(
        "enoughRight(models:items:risk:)", Exercises01.enoughRight(models:items:risk:),
        Solutions01.enoughRight(models:items:risk:))
) { enoughRight in
    let cases: [(models: Int, items: Int, risk: Double, right: Int?)] = [
        (1, 10, 0.05, 9), (1, 10, 0.06, 8), (1, 10, 0.0001, nil), (1, 1, 0.51, 1), (1, 1, 0.4, nil), (2, 1, 0.76, 1),
        (2, 1, 0.7, nil), (10, 10, 0.05, 10), (1, 4, 0.94, 1),
        // By Python, with fractions that are exact.
        (1, 100, 0.05, 59),
        (100, 100, 0.05, 67),
        (1_000, 100, 0.05, 70),
        (1_000, 30, 0.05, 26),
        (1_000_000, 1000, 0.05, 585),
        (1_000, 1000, 0.01, 568),
        (1_000_000, 30, 0.05, 29),
        (20, 500, 0.5, 271),
        (1_000_000, 1000, 1e-09, 626),
    ]
    for (models, items, risk, right) in cases {
        try expectEqual(try enoughRight(models, items, risk), right)
    }
}
