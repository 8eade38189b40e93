import Exercises15
import Practice
import Solutions15
import Tensors

let paddingInFront = Check(
    "15.14",
    answer(
        "pooledFromTheEnd(_:lengths:atMost:)", Exercises15.pooledFromTheEnd(_:lengths:atMost:),
        Solutions15.pooledFromTheEnd(_:lengths:atMost:))
) { pooled in
    // Two texts of one number for a token: 9 is padding.
    let small = Tensor([[[9], [1], [-4]], [[9], [9], [-7]]])
    try expectClose(pooled(small, [2, 1], 10), Tensor([[-4, 1, -1.5], [-7, -7, -7]]))
    // Only the end of a long text.
    try expectClose(pooled(Tensor([[[8], [1], [3]]]), [3], 2), Tensor([[3, 3, 2]]))
    try expectClose(pooled(Tensor([[[8], [1], [3]]]), [3], 1), Tensor([[3, 3, 3]]))
    // Several numbers for a token, compared number by number.
    var random = SplitMix64(seed: 1)
    let x = Tensor.randn(4, 7, 3, using: &random)
    let lengths = [7, 1, 4, 6]
    for most in [1, 3, 100] {
        let rows = lengths.indices.map { text -> Tensor in
            let part = x[text, (7 - min(lengths[text], most))...]
            return .cat([x[text, 6], part.max(axis: 0).values, part.mean(axis: 0)])
        }
        try expectClose(pooled(x, lengths, most), .stack(rows))
    }
    // What padding holds does not matter.
    for padding in [.infinity, -.infinity, .nan] as [Float] {
        let strange = Tensor(shape: [1, 3, 2], [padding, padding, 1, 2, 3, -1])
        try expectClose(pooled(strange, [2], 5), Tensor([[3, -1, 3, 2, 2, 0.5]]))
    }
}
