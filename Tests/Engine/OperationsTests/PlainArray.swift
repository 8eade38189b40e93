// The yardstick: arrays of doubles that know nothing of strides, views or kernels. A value is
// computed from its index, by the textbook's formula, and slowly.

import Tensors

struct PlainArray: Sendable {
    let shape: [Int]
    var values: [Double]

    /// The array whose element at every index is `value(index)`.
    init(_ shape: [Int], _ value: ([Int]) -> Double) {
        self.shape = shape
        values = (0..<shape.reduce(1, *)).map { value(PlainArray.index($0, shape)) }
    }

    init(_ tensor: Tensor) { (shape, values) = (tensor.shape, tensor.scalars.map { Double($0) }) }

    var rank: Int { shape.count }

    /// The element at an index; broadcast: missing axes and axes of length 1 repeat.
    subscript(_ index: [Int]) -> Double {
        let index = index.suffix(rank)
        return values[zip(shape, index).reduce(0) { $0 * $1.0 + ($1.0 == 1 ? 0 : $1.1) }]
    }

    /// The index of the element with number `flat` in row-major order.
    private static func index(_ flat: Int, _ shape: [Int]) -> [Int] {
        var rest = flat
        return shape.reversed().map { length in
            defer { rest /= length }
            return rest % length
        }.reversed()
    }
}

extension PlainArray {
    func map(_ f: (Double) -> Double) -> PlainArray { PlainArray(shape) { f(self[$0]) } }

    /// f(a, b) with the shapes laid over one another, aligned at the right.
    static func pairs(_ a: PlainArray, _ b: PlainArray, _ f: (Double, Double) -> Double) -> PlainArray {
        PlainArray(broadcast(a.shape, b.shape)) { f(a[$0], b[$0]) }
    }

    static func broadcast(_ a: [Int], _ b: [Int]) -> [Int] {
        let rank = max(a.count, b.count)
        let padded = [a, b].map { [Int](repeating: 1, count: rank - $0.count) + $0 }
        return zip(padded[0], padded[1]).map { $0 == 1 ? $1 : $0 }
    }

    /// One number from all the numbers along the given axes.
    func folded(_ axes: [Int], keep: Bool = false, _ f: ([Double]) -> Double) -> PlainArray {
        let axes = Set(axes.map { ($0 + rank) % rank })
        let kept = PlainArray(shape.indices.map { axes.contains($0) ? 1 : shape[$0] }) { place in
            f(
                PlainArray(shape.indices.map { axes.contains($0) ? shape[$0] : 1 }) { step in
                    self[zip(place, step).map { $0 + $1 }]
                }.values)
        }
        return keep ? kept : kept.reshaped(shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
    }

    func reshaped(_ shape: [Int]) -> PlainArray {
        var result = PlainArray(shape) { _ in 0 }
        result.values = values
        return result
    }

    /// Axis k of the result is axis `order[k]` of this array.
    func permuted(_ order: [Int]) -> PlainArray {
        PlainArray(order.map { shape[$0] }) { index in
            self[order.indices.map { index[order.firstIndex(of: $0)!] }]
        }
    }

    /// Σₖ a[…, i, k] · b[…, k, j]
    static func matmul(_ a: PlainArray, _ b: PlainArray) -> PlainArray {
        if a.rank == 1 {
            let y = matmul(a.reshaped([1] + a.shape), b)
            return y.reshaped(b.rank == 1 ? [] : Array(y.shape.dropLast(2)) + [y.shape.last!])
        }
        if b.rank == 1 {
            let y = matmul(a, b.reshaped(b.shape + [1]))
            return y.reshaped(Array(y.shape.dropLast()))
        }
        let batch = broadcast(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
        return PlainArray(batch + [a.shape[a.rank - 2], b.shape[b.rank - 1]]) { index in
            let (before, i, j) = (index.dropLast(2), index[index.count - 2], index[index.count - 1])
            return (0..<a.shape[a.rank - 1]).reduce(0) { $0 + a[before + [i, $1]] * b[before + [$1, j]] }
        }
    }
}
