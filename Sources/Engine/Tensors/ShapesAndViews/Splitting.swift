// # One tensor becomes several, and several copies become one
//
// Parts are slices, so they are views. Repeating goes through a stretched axis, whose derivative
// sums over the repeats.

extension Tensor {
    /// Parts of the given lengths, one after the other along an axis.
    public func split(into lengths: [Int], axis: Int = 0) -> [Tensor] {
        let axis = axisIndex(axis, shape, "split")
        require(
            lengths.allSatisfy { 0...shape[axis] ~= $0 } && lengths.reduce(0, +) == shape[axis],
            "split \(shape) into \(lengths) along axis \(axis)", "the lengths do not add up to \(shape[axis])")
        var start = 0
        return lengths.map { length in
            defer { start += length }
            return self[axis: axis, start..<start + length]
        }
    }

    /// Parts of `length` entries along an axis; the last one may be shorter.
    public func split(every length: Int, axis: Int = 0) -> [Tensor] {
        let axis = axisIndex(axis, shape, "split")
        require(length > 0, "split \(shape) every \(length) along axis \(axis)", "a part needs at least one entry")
        if shape[axis] == 0 { return [self] }
        let starts = stride(from: 0, to: shape[axis], by: length)
        return split(into: starts.map { Swift.min(length, shape[axis] - $0) }, axis: axis)
    }

    /// At most `count` parts of equal length along an axis; the last one may be shorter.
    public func chunked(_ count: Int, axis: Int = 0) -> [Tensor] {
        let axis = axisIndex(axis, shape, "chunked")
        require(count > 0, "chunked(\(count)) of \(shape)", "there must be at least one part")
        return split(every: Swift.max(1, (shape[axis] - 1) / count + 1), axis: axis)
    }

    /// Side by side, as often along each axis as the counts say (those of the last axes, if there are fewer):
    /// [1, 2] tiled by 2 → [1, 2, 1, 2]
    public func tiled(_ counts: [Int]) -> Tensor {
        require(counts.allSatisfy { $0 >= 0 }, "\(shape) tiled by \(counts)", "a count cannot be negative")
        let rank = Swift.max(rank, counts.count)
        let shape = [Int](repeating: 1, count: rank - self.rank) + self.shape
        let counts = [Int](repeating: 1, count: rank - counts.count) + counts
        return reshaped(shape.flatMap { [1, $0] }).expanded(to: Swift.zip(counts, shape).flatMap { [$0, $1] })
            .reshaped(Swift.zip(counts, shape).map { $0 * $1 })
    }
    public func tiled(_ counts: Int...) -> Tensor { tiled(counts) }

    /// Every entry of an axis several times in a row: [1, 2] repeated twice → [1, 1, 2, 2]
    public func repeated(_ times: Int, axis: Int) -> Tensor {
        let axis = axisIndex(axis, shape, "repeated")
        require(times >= 0, "\(shape) repeated \(times) times", "a count cannot be negative")
        let (before, after) = (shape[..<axis], shape[(axis + 1)...])
        return unsqueezed(axis + 1).expanded(to: before + [shape[axis], times] + after)
            .reshaped(before + [shape[axis] * times] + after)
    }
}
