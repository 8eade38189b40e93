import Tensors

extension OperationCase {
    static let products: [OperationCase] =
        [
            ([2, 3], [3, 4]), ([1, 3], [3, 1]), ([2, 1], [1, 4]), ([3], [3]), ([3], [3, 4]), ([2, 3], [3]),
            ([5, 2, 3], [3, 4]), ([2, 3], [5, 3, 4]), ([5, 2, 3], [5, 3, 4]), ([2, 1, 2, 3], [4, 3, 5]),
            ([5, 2, 3], [3]), ([3], [5, 3, 4]), ([1, 2, 3], [6, 3, 1]), ([2, 2, 5], [5, 7]),
        ].map(matmul) + [
            linear([2, 4]), linear([2, 4], bias: false), linear([4]), linear([2, 3, 4]),
            linear([2, 3, 4], bias: false),
        ]

    private static func matmul(_ a: [Int], _ b: [Int]) -> OperationCase {
        OperationCase("\(a) matmul \(b)", [Operand(shape: a), Operand(shape: b)]) {
            $0[0].matmul($0[1])
        } reference: {
            .matmul($0[0], $0[1])
        }
    }

    /// x · wᵀ + b with 4 inputs and 5 outputs
    private static func linear(_ x: [Int], bias: Bool = true) -> OperationCase {
        let operands = [Operand(shape: x), Operand(shape: [5, 4])] + (bias ? [Operand(shape: [5])] : [])
        return OperationCase("linear \(x)\(bias ? " with bias" : "")", operands) {
            $0[0].linear($0[1], bias ? $0[2] : nil)
        } reference: {
            let y = PlainArray.matmul($0[0], $0[1].permuted([1, 0]))
            return bias ? .pairs(y, $0[2], +) : y
        }
    }
}
