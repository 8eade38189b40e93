// # A margin around the numbers
//
//     constant(0)   0 0 1 2 3 0 0
//     reflect       3 2 1 2 3 2 1     mirrored at the last element
//     replicate     1 1 1 2 3 3 3

/// What a margin is filled with.
public enum Padding: Sendable, Equatable {
    case constant(Float), reflect, replicate
}

extension Tensor {
    /// With a margin around the last axes: a pair (before, after) for each of them, in the order of the axes.
    ///
    /// [4, 28, 28] padded by [(1, 1), (2, 0)] → [4, 30, 30]
    public func padded(_ margins: [(before: Int, after: Int)], with padding: Padding = .constant(0)) -> Tensor {
        require(
            margins.count <= rank && margins.allSatisfy { 0...longestSide ~= $0.before && 0...longestSide ~= $0.after },
            "\(shape) padded by \(margins.map { "(\($0.before), \($0.after))" }.joined(separator: ", "))",
            "there must be at most \(rank) margins, none below 0 and none above \(longestSide)")
        let first = rank - margins.count
        if case .constant(let value) = padding { return framed(margins, first, value) }
        return margins.indices.reduce(self) { x, k in
            x.entries(x.mirrored(first + k, margins[k], padding), axis: first + k)
        }
    }

    /// The same margin on both sides of this many of the last axes: 2 for images.
    public func padded(_ margin: Int, lastAxes: Int, with padding: Padding = .constant(0)) -> Tensor {
        require(
            0...rank ~= lastAxes, "\(shape) padded by \(margin), lastAxes: \(lastAxes)",
            "it has \(rank == 1 ? "1 axis" : "\(rank) axes")")
        return padded([(before: Int, after: Int)](repeating: (margin, margin), count: lastAxes), with: padding)
    }

    /// A frame of one value   ⇒   dx = dy without the frame
    private func framed(_ margins: [(before: Int, after: Int)], _ first: Int, _ value: Float) -> Tensor {
        var outside = shape
        for (k, margin) in margins.enumerated() { outside[first + k] += margin.before + margin.after }
        var y = NDArray(repeating: value, shape: outside)
        let inside: [any AxisIndex] = shape.indices.map { axis in
            let start = axis < first ? 0 : margins[axis - first].before
            return start..<start + shape[axis]
        }
        y[inside] = array
        return Tensor(array: y).recorded("padded", self) { dy in Tensor(array: dy.array[inside]) }
    }

    /// Which entry of an axis each entry of the padded axis repeats.
    private func mirrored(_ axis: Int, _ margin: (before: Int, after: Int), _ padding: Padding) -> [Int] {
        let (last, longest) = (shape[axis] - 1, Swift.max(margin.before, margin.after))
        require(
            longest <= (padding == .reflect ? last : last < 0 ? 0 : longest),
            "axis \(axis) of \(shape) padded by (\(margin.before), \(margin.after)), \(padding)",
            "it has only \(shape[axis]) entries", try: padding == .reflect ? "margins up to \(last)" : nil)
        return (-margin.before..<shape[axis] + margin.after).map { place in
            padding == .replicate
                ? Swift.min(Swift.max(place, 0), last) : place < 0 ? -place : place > last ? 2 * last - place : place
        }
    }
}
