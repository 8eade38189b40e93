import Tensors

extension OperationCase {
    static let shapes: [OperationCase] = views + slices + joins

    private static let views: [OperationCase] = [
        moving("reshaped(3, -1)", [2, 3, 4], { $0.reshaped(3, -1) }, { $0.reshaped([3, 8]) }),
        moving("flattened()", [2, 3], { $0.flattened() }, { $0.reshaped([6]) }),
        moving("flattened(from: 1)", [2, 3, 4], { $0.flattened(from: 1) }, { $0.reshaped([2, 12]) }),
        moving("flattened() of a number", [], { $0.flattened() }, { $0.reshaped([1]) }),
        moving("transposed()", [2, 3, 4], { $0.transposed() }, { $0.permuted([0, 2, 1]) }),
        moving("transposed(0, -1)", [2, 3, 4], { $0.transposed(0, -1) }, { $0.permuted([2, 1, 0]) }),
        moving("mT", [2, 3, 4], { $0.mT }, { $0.permuted([0, 2, 1]) }),
        moving("T", [2, 3], { $0.T }, { $0.permuted([1, 0]) }),
        moving("permuted(2, 0, 1)", [2, 3, 4], { $0.permuted(2, 0, 1) }, { $0.permuted([2, 0, 1]) }),
        moving("permuted(-1, 0, -2)", [2, 3, 4], { $0.permuted(-1, 0, -2) }, { $0.permuted([2, 0, 1]) }),
        moving("squeezed(1)", [2, 1, 3, 1], { $0.squeezed(1) }, { $0.reshaped([2, 3, 1]) }),
        moving("squeezed()", [2, 1, 3, 1], { $0.squeezed() }, { $0.reshaped([2, 3]) }),
        moving("unsqueezed(0)", [2, 3], { $0.unsqueezed(0) }, { $0.reshaped([1, 2, 3]) }),
        moving("unsqueezed(-1)", [2, 3], { $0.unsqueezed(-1) }, { $0.reshaped([2, 3, 1]) }),
        moving("unsqueezed(-2)", [2, 3], { $0.unsqueezed(-2) }, { $0.reshaped([2, 1, 3]) }),
        moving(
            "expanded(to: [4, 2, 3])", [2, 1], { $0.expanded(to: [4, 2, 3]) }, { x in PlainArray([4, 2, 3]) { x[$0] } }),
        moving("expanded from a number", [], { $0.expanded(to: [2, 2]) }, { x in PlainArray([2, 2]) { x[$0] } }),
    ]

    private static let slices: [OperationCase] = [
        moving("x[1]", [3, 4], { $0[1] }, { x in PlainArray([4]) { x[[1, $0[0]]] } }),
        moving("x[-1]", [3, 4], { $0[-1] }, { x in PlainArray([4]) { x[[2, $0[0]]] } }),
        moving("x[2, 1]", [3, 4], { $0[2, 1] }, { x in PlainArray([]) { _ in x[[2, 1]] } }),
        moving("x[0..., 1]", [3, 4], { $0[0..., 1] }, { x in PlainArray([3]) { x[[$0[0], 1]] } }),
        moving("x[1..<3, ..<2]", [3, 4], { $0[1..<3, ..<2] }, { x in PlainArray([2, 2]) { x[[$0[0] + 1, $0[1]]] } }),
        moving("x[(-2)...]", [3, 4], { $0[(-2)...] }, { x in PlainArray([2, 4]) { x[[$0[0] + 1, $0[1]]] } }),
        moving(
            "x[..., stride]", [3, 4], { $0[0..., stride(from: 1, to: 4, by: 2)] },
            { x in PlainArray([3, 2]) { x[[$0[0], 2 * $0[1] + 1]] } }),
        moving("x[1, .newAxis]", [3, 4], { $0[1, .newAxis] }, { x in PlainArray([1, 4]) { x[[1, $0[1]]] } }),
        moving(
            "x[.ellipsis, 1, .newAxis]", [3, 4], { $0[.ellipsis, 1, .newAxis] },
            { x in PlainArray([3, 1]) { x[[$0[0], 1]] } }),
        moving(
            "rows", [3, 4], { $0.rows([2, 0, 2, 2]) },
            { x in PlainArray([4, 4]) { x[[[2, 0, 2, 2][$0[0]], $0[1]]] } }),
        moving(
            "gathered(axis: 1)", [3, 4], { $0.gathered(axis: 1, IntTensor([[1, 1], [0, 3], [2, 0]])) },
            { x in PlainArray([3, 2]) { x[[$0[0], [1, 1, 0, 3, 2, 0][2 * $0[0] + $0[1]]]] } }),
        moving(
            "gathered(axis: -3)", [2, 3, 2], { $0.gathered(axis: -3, IntTensor([[[1, 1], [0, 1], [1, 0]]])) },
            { x in PlainArray([1, 3, 2]) { x[[[1, 1, 0, 1, 1, 0][2 * $0[1] + $0[2]], $0[1], $0[2]]] } }),
        OperationCase("x[1] = y", [Operand(shape: [3, 4]), Operand(shape: [4])]) { operands in
            var x = operands[0] * 1
            x[1] = operands[1]
            return x
        } reference: { x in
            PlainArray([3, 4]) { $0[0] == 1 ? x[1][[$0[1]]] : x[0][$0] }
        },
        OperationCase("x[..., 1..<3] = y, repeated", [Operand(shape: [3, 4]), Operand(shape: [])]) { operands in
            var x = operands[0] + 0
            x[0..., 1..<3] = operands[1]
            return x
        } reference: { x in
            PlainArray([3, 4]) { $0[1] == 1 || $0[1] == 2 ? x[1][[]] : x[0][$0] }
        },
    ]

    private static let joins: [OperationCase] = [0, 1, 2, -1, -3].flatMap { axis in
        [
            OperationCase("stack(axis: \(axis))", [Operand](repeating: Operand(shape: [2, 3]), count: 3)) {
                Tensor.stack($0, axis: axis)
            } reference: { x in
                let place = (axis + 3) % 3
                var shape = [2, 3]
                shape.insert(3, at: place)
                return PlainArray(shape) { index in
                    x[index[place]][(0..<3).filter { $0 != place }.map { index[$0] }]
                }
            },
            OperationCase("cat(axis: \(axis))", [Operand(shape: [2, 3, 1]), Operand(shape: [2, 3, 1])]) {
                Tensor.cat($0, axis: axis)
            } reference: { x in
                let place = (axis + 3) % 3
                let length = x[0].shape[place]
                let shape = (0..<3).map { $0 == place ? 2 * length : x[0].shape[$0] }
                return PlainArray(shape) { index in
                    x[index[place] / length][(0..<3).map { $0 == place ? index[$0] % length : index[$0] }]
                }
            },
        ]
    }
}
