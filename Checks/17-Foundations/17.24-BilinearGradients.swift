import Exercises17
import Practice
import Solutions17
import Tensors

let bilinearGradients = Check(
    "17.24",
    answer(
        "bilinearGradients(_:_:_:g:)", Exercises17.bilinearGradients(_:_:_:g:),
        Solutions17.bilinearGradients(_:_:_:g:))
) { bilinearGradients in
    let one = try bilinearGradients(Tensor([[1, 2]]), Tensor([[1], [10]]), Tensor([[3]]), Tensor([1]))
    try expectClose(one.its("da", \.da), Tensor([[3, 30]]))
    try expectClose(one.its("dw", \.dw), Tensor([[3], [6]]))
    try expectClose(one.its("db", \.db), Tensor([[21]]))

    var random = SplitMix64(seed: 1724)
    for (n, i, j) in [(1, 3, 2), (4, 2, 3), (3, 3, 3)] {
        let (a, w) = (Tensor.randn(n, i, using: &random), Tensor.randn(i, j, using: &random))
        let (b, g) = (Tensor.randn(n, j, using: &random), Tensor.randn(n, using: &random))
        let found = try bilinearGradients(a, w, b, g)
        let leaves = [a, w, b].map { $0.requiringGrad() }
        einsum("ni,ij,nj->n", leaves).backward(gradient: g)
        try expectClose(found.its("da", \.da), leaves[0].grad!, tolerance: 1e-4)
        try expectClose(found.its("dw", \.dw), leaves[1].grad!, tolerance: 1e-4)
        try expectClose(found.its("db", \.db), leaves[2].grad!, tolerance: 1e-4)
    }
}
