import Exercises18
import Practice
import Solutions18
import Tensors

let scoreWithout = Check(
    "18.5",
    answer(
        "scoreWithout(rows:columns:map:bias:)", Exercises18.scoreWithout(rows:columns:map:bias:),
        Solutions18.scoreWithout(rows:columns:map:bias:))
) { scoreWithout in
    let map = Tensor([[1, 2, 3], [4, 5, 9]])
    try expectClose(scoreWithout(0..<0, 0..<0, map, 10), 14)
    try expectClose(scoreWithout(0..<2, 0..<3, map, 10), 10)
    try expectClose(scoreWithout(1..<2, 1..<3, map, 0), 10.0 / 6)
    try expectClose(scoreWithout(0..<2, 0..<1, map, -1), 19.0 / 6 - 1)

    // Beside a net whose activations are really set to 0.
    var random = SplitMix64(seed: 1805)
    for (rows, columns) in [(0..<2, 1..<4), (3..<5, 0..<5), (2..<3, 2..<2)] {
        let (activations, weight) = (Tensor.randn(6, 5, 5, using: &random), Tensor.randn(6, using: &random))
        let map = (activations * weight.reshaped(6, 1, 1)).sum(axis: 0)
        let keep = Tensor(
            shape: [5, 5], (0..<25).map { rows.contains($0 / 5) && columns.contains($0 % 5) ? 0 : 1 })
        let score = ((activations * keep).mean(axes: 1, 2) * weight).sum().item + 0.25
        try expectClose(scoreWithout(rows, columns, map, 0.25), score, tolerance: 1e-4)
    }
}
