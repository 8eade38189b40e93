import Exercises08
import Practice
import Solutions08
import Tensors

let starsFromScores = Check(
    "8.16", answer("starsFromScores(_:)", Exercises08.starsFromScores(_:), Solutions08.starsFromScores(_:))
) { stars in
    let sure = try stars(Tensor([[0, 0, 0, 0, 0], [0, 0, 900, 0, 0], [900, 0, 0, 0, 900], [-50, -50, -50, 0, 0]]))
    try expectClose(sure.its("expected", \.expected), Tensor([3, 3, 3, 4.5]))
    try expectEqual(sure.its("likely", \.likely), [1, 3, 1, 4])
    try expectClose(sure.its("deviation", \.deviation), Tensor([Float(2).squareRoot(), 0, 2, 0.5]))
    let ten = try stars(Tensor([[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]))
    try expectClose(ten.its("expected", \.expected), Tensor([5.5]))
    var random = SplitMix64(seed: 816)
    let scores = Tensor.randn(4, 5, using: &random) * 2
    let found = try stars(scores)
    for row in 0..<4 {
        let p = scores[row].softmax().scalars
        let mean = p.enumerated().reduce(Float(0)) { $0 + $1.element * Float($1.offset + 1) }
        try expectClose(found.its("expected[\(row)]") { $0.expected[row].item }, mean)
    }
}
