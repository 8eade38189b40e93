import Exercises08
import Practice
import Solutions08
import Tensors

let gradientOfADotProduct = Check(
    "8.11",
    answer(
        "dotProductGradients(_:_:pairs:dy:)", Exercises08.dotProductGradients(_:_:pairs:dy:),
        Solutions08.dotProductGradients(_:_:pairs:dy:))
) { gradients in
    var random = SplitMix64(seed: 811)
    for pairs in [[[0, 1]], [[1, 2], [1, 0], [3, 2]], [[2, 2], [2, 2], [2, 2], [0, 0]]] {
        let users = Tensor.randn(4, 3, using: &random), films = Tensor.randn(5, 3, using: &random)
        let dy = Tensor.randn(pairs.count, using: &random)
        let (x, u, f) = (IntTensor(pairs), users.requiringGrad(), films.requiringGrad())
        let y = (u.embedded(x[0..., 0]) * f.embedded(x[0..., 1])).sum(axis: 1)
        y.backward(gradient: dy)
        let found = try gradients(users, films, x, dy)
        try expectClose(found.its("users", \.users), u.grad!)
        try expectClose(found.its("films", \.films), f.grad!)
    }
}
