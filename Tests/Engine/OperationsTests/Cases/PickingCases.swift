import Foundation
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
            crossEntropy([4, 3], [2, 0, 1, 1]), crossEntropy([4, 3], [2, 0, 1, 1], smoothing: 0.1),
            crossEntropy([2, 2, 5], [4, 0, 3, 1], smoothing: 1), crossEntropy([3], [1]), crossEntropy([2, 1], [0, 0]),
            crossEntropyOfPixels([2, 4, 3], [3, 0, 2, 1, 1, 0]),
            crossEntropyOfPixels([1, 3, 2, 2], [-7, 2, 1, -7], ignoring: -7),
            crossEntropyOfPixels([2, 3, 301], (0..<602).map { $0 % 4 }, ignoring: 3, smoothing: 0.25),
            replacing([3, 2], [true, false, true], by: [2, 2]), replacing([3, 2], [true, false, true], by: []),
            replacing([2, 2], [true, false, true, true], by: [3]), replacing([2], [false, false], by: [1]),
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

    /// -Σ target · ln softmax(x), one loss per row
    private static func crossEntropy(_ shape: [Int], _ labels: [Int], smoothing: Float = 0) -> OperationCase {
        let classes = shape.last!
        let rows = Array(shape.dropLast())
        return moving("softmaxCrossEntropy \(shape), smoothing \(smoothing)", shape) {
            $0.softmaxCrossEntropy(IntTensor(shape: rows, labels), smoothing: smoothing)
        } _: { x in
            var losses = PlainArray(rows) { _ in 0 }
            for row in labels.indices {
                let scores = Array(x.values[row * classes..<(row + 1) * classes])
                let total = log(scores.reduce(0) { $0 + exp($1) })
                losses.values[row] = scores.indices.reduce(0) { loss, k in
                    let target = Double(smoothing) / Double(classes) + (k == labels[row] ? 1 - Double(smoothing) : 0)
                    return loss + target * (total - scores[k])
                }
            }
            return losses
        }
    }

    /// -Σ target · ln softmax(x) over axis 1, one loss per pixel; 0 where the label is ignored
    private static func crossEntropyOfPixels(
        _ shape: [Int], _ labels: [Int], ignoring ignored: Int? = nil, smoothing: Float = 0
    ) -> OperationCase {
        let (classes, plane) = (shape[1], shape[2...].reduce(1, *))
        let rest = [shape[0]] + shape[2...]
        return moving("softmaxCrossEntropy of pixels \(shape), smoothing \(smoothing)", shape) {
            $0.softmaxCrossEntropy(
                IntTensor(shape: rest, labels), axis: 1, ignoring: ignored, smoothing: smoothing)
        } _: { x in
            var losses = PlainArray(rest) { _ in 0 }
            for (pixel, label) in labels.enumerated() where label != ignored {
                let start = pixel / plane * classes * plane + pixel % plane
                let scores = (0..<classes).map { x.values[start + $0 * plane] }
                let total = log(scores.reduce(0) { $0 + exp($1) })
                losses.values[pixel] = scores.indices.reduce(0) { loss, k in
                    let target = Double(smoothing) / Double(classes) + (k == label ? 1 - Double(smoothing) : 0)
                    return loss + target * (total - scores[k])
                }
            }
            return losses
        }
    }

    /// x, after x[mask] = y
    private static func replacing(_ shape: [Int], _ mask: [Bool], by source: [Int]) -> OperationCase {
        let maskShape = mask.count == shape[0] ? [shape[0]] : shape
        return OperationCase("\(shape)[\(mask)] = \(source)", [Operand(shape: shape), Operand(shape: source)]) {
            var x = $0[0] * 1
            x[BoolTensor(shape: maskShape, mask)] = $0[1]
            return x
        } reference: { x in
            var y = x[0]
            let length = y.values.count / mask.count
            for (number, place) in mask.indices.filter({ mask[$0] }).enumerated() {
                for j in 0..<length {
                    y.values[place * length + j] = length > 1 ? x[1][[number, j]] : x[1][[number]]
                }
            }
            return y
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
