import Exercises17
import Practice
import Solutions17
import Tensors

let timesTransposed = Check(
    "17.7", answer("timesTransposed(_:_:)", Exercises17.timesTransposed(_:_:), Solutions17.timesTransposed(_:_:))
) { product in
    var random = SplitMix64(seed: 177)
    var pairs = [(Tensor([[1, 2], [3, 4]]), Tensor([[1, 0], [0, 1], [1, 1]]))]
    for (m, k, n) in [(2, 3, 4), (4, 1, 2), (5, 784, 10), (1, 6, 1), (0, 3, 2), (2, 0, 3)] {
        pairs.append((.randn(m, k, using: &random), .randn(n, k, using: &random)))
    }
    for (a, b) in pairs {
        let found = try product(a, b)
        try expect(found, "a tensor") { $0 != nil }
        try expectClose(found.its("a tensor") { $0! }, a.matmul(b.T), tolerance: 1e-4)
    }
    for (a, b) in [([2, 3], [3, 2]), ([2, 3], [4, 1]), ([2, 1], [4, 3])] {
        try expect(product(.ones(a), .ones(b)), "nil") { $0 == nil }
    }
}
