import Exercises17
import Practice
import Solutions17
import Tensors

let linearBySums = Check(
    "17.15", answer("linearBySums(_:_:_:)", Exercises17.linearBySums(_:_:_:), Solutions17.linearBySums(_:_:_:))
) { linearBySums in
    let w = Tensor([[3, 4, 5], [6, 7, 8]])
    try expectClose(linearBySums(Tensor([[1, 2]]), w, Tensor([0, 0, 100])), Tensor([[15, 18, 121]]))
    try expectClose(linearBySums(Tensor([1, 2]), w, Tensor([1, 1, 1])), Tensor([16, 19, 22]))
    try expectClose(linearBySums(.zeros(0, 2), w, .zeros(3)), .zeros(0, 3))
    var random = SplitMix64(seed: 1715)
    for (shape, outputs) in [([7, 5], 3), ([2, 3, 4], 6), ([4, 4], 4), ([1, 1], 1)] {
        let x = Tensor.randn(shape, using: &random)
        let (w, b) = (Tensor.randn(shape.last!, outputs, using: &random), Tensor.randn(outputs, using: &random))
        try expectClose(linearBySums(x, w, b), x.matmul(w) + b)
    }
}
