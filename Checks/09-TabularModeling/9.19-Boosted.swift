import Exercises09
import Practice
import Solutions09
import Tabular
import Tensors

let boostedTrees = Check(
    "9.19",
    answer(
        "boosted(_:_:predict:trees:rate:depth:)", Exercises09.boosted(_:_:predict:trees:rate:depth:),
        Solutions09.boosted(_:_:predict:trees:rate:depth:))
) { boosted in
    let x = try Features(["a"], [[1, 2, 3, 4]])
    try expectClose(boosted(x, [1, 1, 5, 7], x, 0, 1, 1), [3.5, 3.5, 3.5, 3.5])
    try expectClose(boosted(x, [1, 1, 5, 7], x, 1, 1, 1), [1, 1, 6, 6])
    try expectClose(boosted(x, [1, 1, 5, 7], x, 1, 0.5, 1), [2.25, 2.25, 4.75, 4.75])
    let other = try Features(["a"], [[9, 0]])
    try expectClose(boosted(x, [1, 1, 5, 7], other, 1, 1, 1), [6, 1])
    var random = SplitMix64(seed: 19)
    let rows = try Features(Tensor.randn(80, 3, using: &random))
    let y = (0..<80).map { Double(rows.columns[0][$0] * rows.columns[1][$0]) }
    let new = try Features(Tensor.randn(20, 3, using: &random))
    for (trees, rate, depth) in [(12, 0.3, 2), (5, 1, 3)] {
        let model = try GradientBoosting(rows, y, trees: trees, learningRate: rate, maxDepth: depth)
        try expectClose(boosted(rows, y, new, trees, rate, depth), model.predict(new), tolerance: 1e-9)
    }
}
