import Exercises14
import Practice
import Solutions14
import Tensors

let blockGradients = Check(
    "14.7",
    answer("blockGradients(_:_:dy:)", Exercises14.blockGradients(_:_:dy:), Solutions14.blockGradients(_:_:dy:))
) { blockGradients in
    // y = relu(2 + 2 · 3) = 8: dx = 1 + 3, dw = 2
    let one = try blockGradients(Tensor([[2]]), Tensor([[3]]), Tensor([[1]]))
    try expectClose(one.its("dx", \.dx), Tensor([[4]]))
    try expectClose(one.its("dw", \.dw), Tensor([[2]]))
    // A sum of exactly 0: nothing passes.
    let off = try blockGradients(Tensor([[2]]), Tensor([[-1]]), Tensor([[5]]))
    try expectClose(off.its("dx", \.dx), Tensor([[0]]))
    try expectClose(off.its("dw", \.dw), Tensor([[0]]))
    var random = SplitMix64(seed: 1407)
    for (n, d, scale) in [(4, 3, 1), (1, 5, 0.5), (6, 1, 2), (5, 4, 0)] as [(Int, Int, Float)] {
        let (x, w) = (
            Tensor.randn(n, d, using: &random).requiringGrad(),
            (scale * Tensor.randn(d, d, using: &random)).requiringGrad()
        )
        let dy = Tensor.randn(n, d, using: &random)
        (x + x.matmul(w.T)).relu().backward(gradient: dy)
        let found = try blockGradients(x.detached(), w.detached(), dy)
        try expectClose(found.its("dx", \.dx), x.grad!)
        try expectClose(found.its("dw", \.dw), w.grad!)
    }
}
