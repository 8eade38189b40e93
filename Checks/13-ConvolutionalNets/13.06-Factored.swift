import Exercises13
import Practice
import Solutions13
import Tensors

let factored = Check(
    "13.6", answer("factored(_:)", Exercises13.factored(_:), Solutions13.factored(_:))
) { factored in
    var random = SplitMix64(seed: 136)
    let products =
        [
            Tensor([[-1, -1, -1], [0, 0, 0], [1, 1, 1]]), Tensor([[-1, 1, 0], [-1, 1, 0], [-1, 1, 0]]),
            Tensor([[0, 0, 0], [0, 0, 5], [0, 0, -3]]), .zeros(2, 3), Tensor([[7]]),
            Tensor([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
        ] + (0..<4).map { _ in Tensor.randn(4, 1, using: &random).matmul(.randn(1, 5, using: &random)) }
    // Very small and very large numbers are kernels like others.
    for kernel in products + products.flatMap({ [$0 * 1e-5, $0 * 1e5] }) {
        let found = try factored(kernel)
        guard let (column, row) = found.value else {
            throw WrongAnswer(given: found.call, expected: "a column and a row", found: "nil")
        }
        try expectEqual(Found(found.call + ", lengths", [column.count, row.count]), kernel.shape)
        let product = Tensor(column).unsqueezed(1).matmul(Tensor(row).unsqueezed(0))
        let largest = max(kernel.abs().max().item, 1e-9)
        try expectClose(
            Found(found.call + ", column times row, by the largest number", product / largest), kernel / largest,
            tolerance: 1e-4)
    }
    let others = [
        Tensor([[0, -1, 1], [-1, 1, 0], [1, 0, 0]]), Tensor([[1, -1, 0], [0, 1, -1], [0, 0, 1]]), .eye(2),
        Tensor([[1, 2, 3], [2, 4, 6.1]]), Tensor([[0.001, 0], [0, 0.001]]),
    ]
    for kernel in others + others.flatMap({ [$0 * 1e-5, $0 * 1e5] }) {
        let found = try factored(kernel)
        try expect(found, "nil", found: found.value.map { "\($0)" } ?? "nil") { $0 == nil }
    }
}
