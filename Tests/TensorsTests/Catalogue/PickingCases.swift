import Tensors

extension OperationCase {
    static let picks: [OperationCase] =
        [0, 1, 2, -1, -3].flatMap { axis in
            let place = (axis + 3) % 3
            return [
                moving("entries([1, 0, 1, 1], axis: \(axis))", [2, 3, 4], { $0.entries([1, 0, 1, 1], axis: axis) }) {
                    $0.taking([1, 0, 1, 1], place)
                },
                moving("entries([[1, 0], [1, 1]], axis: \(axis))", [2, 3, 4]) {
                    $0.entries(IntTensor([[1, 0], [1, 1]]), axis: axis)
                } _: {
                    let shape = $0.shape
                    return $0.taking([1, 0, 1, 1], place).reshaped(shape[..<place] + [2, 2] + shape[(place + 1)...])
                },
            ]
        } + [
            masked([true, false, true], [3, 4], mask: [3]),
            masked([true, false, true, true, false, false], [2, 3], mask: [2, 3]),
            masked([false, true, true, true, false, false], [2, 3, 4], mask: [2, 3]),
            masked([true], [], mask: []),
            scatterAdded(0, [[1, 1, 0], [1, 2, 0]]), scatterAdded(1, [[3, 3], [0, 1], [2, 3]]),
            scatterAdded(-1, [[0], [3], [3]]),
        ]

    private static func masked(_ mask: [Bool], _ shape: [Int], mask maskShape: [Int]) -> OperationCase {
        moving("\(shape)[\(mask)]", shape, { $0[BoolTensor(shape: maskShape, mask)] }) { x in
            let places = mask.indices.filter { mask[$0] }
            let rest = Array(shape[maskShape.count...])
            let flat = x.reshaped([mask.count] + rest)
            return PlainArray([places.count] + rest) { flat[[places[$0[0]]] + $0.dropFirst()] }
        }
    }

    /// x [3, 3 or 4] with another operand added at the indices
    private static func scatterAdded(_ axis: Int, _ indices: [[Int]]) -> OperationCase {
        let shape = [3, axis == 0 ? 3 : 4]
        let place = (axis + 2) % 2
        let source = [indices.count, indices[0].count]
        return OperationCase(
            "scatterAdded(axis: \(axis), \(indices))", [Operand(shape: shape), Operand(shape: source)]
        ) {
            $0[0].scatterAdded(axis: axis, IntTensor(indices), $0[1])
        } reference: { x in
            var y = x[0]
            for i in 0..<source[0] {
                for j in 0..<source[1] {
                    let target = [i, j].replacing(place, by: indices[i][j])
                    y.values[target[0] * shape[1] + target[1]] += x[1][[i, j]]
                }
            }
            return y
        }
    }
}

extension PlainArray {
    /// The entries of an axis with the given numbers.
    func taking(_ numbers: [Int], _ axis: Int) -> PlainArray {
        PlainArray(shape.replacing(axis, by: numbers.count)) { self[$0.replacing(axis, by: numbers[$0[axis]])] }
    }
}
