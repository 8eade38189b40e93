import Exercises17
import Practice
import Solutions17
import Tensors

let pairsWithoutLoops = Check(
    "17.12", answer("outerProduct(_:_:)", Exercises17.outerProduct(_:_:), Solutions17.outerProduct(_:_:)),
    answer("squaredDistances(_:_:)", Exercises17.squaredDistances(_:_:), Solutions17.squaredDistances(_:_:))
) { outerProduct, squaredDistances in
    try expectClose(outerProduct(Tensor([1, 2, 3]), Tensor([10, 20])), Tensor([[10, 20], [20, 40], [30, 60]]))
    try expectClose(outerProduct(Tensor([2, 3]), Tensor([5, 7])), Tensor([[10, 14], [15, 21]]))
    try expectClose(outerProduct(.zeros(0), Tensor([1, 2])), .zeros(0, 2))
    try expectClose(
        squaredDistances(Tensor([[0, 0], [3, 4]]), Tensor([[0, 0], [3, 0], [0, 4]])),
        Tensor([[0, 9, 16], [25, 16, 9]]))
    var random = SplitMix64(seed: 1712)
    // As many points as coordinates, too, where a wrong axis would fit.
    for (m, n, d) in [(3, 3, 3), (2, 5, 1), (1, 4, 6), (4, 1, 2)] {
        let (a, b) = (Tensor.randn(m, d, using: &random), Tensor.randn(n, d, using: &random))
        let expected = (0..<m * n).map { pair in
            zip(a[pair / n].scalars, b[pair % n].scalars).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        try expectClose(squaredDistances(a, b), Tensor(shape: [m, n], expected))
    }
}
