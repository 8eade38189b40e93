import Exercises17
import Practice
import Solutions17
import Tensors

let sumOfOuterProducts = Check(
    "17.10",
    answer(
        "sumOfOuterProducts(_:_:)", Exercises17.sumOfOuterProducts(_:_:), Solutions17.sumOfOuterProducts(_:_:))
) { product in
    var random = SplitMix64(seed: 1710)
    var pairs = [(Tensor([[1, 2], [3, 4]]), Tensor([[5, 6], [7, 8]]))]
    for (m, k, n) in [(2, 3, 4), (3, 1, 3), (5, 784, 10), (1, 5, 1), (2, 0, 3)] {
        pairs.append((.randn(m, k, using: &random), .randn(k, n, using: &random)))
    }
    for (a, b) in pairs {
        let found = try product(a, b)
        try expect(found, "a tensor") { $0 != nil }
        try expectClose(found.its("a tensor") { $0! }, a.matmul(b), tolerance: 1e-4)
    }
    for (a, b) in [([2, 3], [2, 3]), ([2, 3], [1, 4]), ([2, 1], [3, 4])] {
        try expect(product(.ones(a), .ones(b)), "nil") { $0 == nil }
    }
}
