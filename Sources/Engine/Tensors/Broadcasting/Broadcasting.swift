// # Broadcasting: arithmetic between shapes that differ
//
// Lay the two shapes over one another, aligned at the right. Two axes go together if they
// have the same length, or if one of them is 1 (or missing): that one is repeated.
//
//     [64, 28, 28]         [5, 1]          [3]
//     [    28, 28]         [1, 4]          [4]
//     [64, 28, 28]         [5, 4]          an error
//
// "Repeated" costs no memory: the stride of that axis is set to 0 (see `expanded(to:)`).

/// The shape of `a + b`. Shapes that do not go together stop the program.
public func broadcastShape(_ a: [Int], _ b: [Int], _ operation: String) -> [Int] {
    if a == b || b.isEmpty { return a }
    if a.isEmpty { return b }
    var shape = [Int](repeating: 1, count: max(a.count, b.count))
    for k in 1...shape.count {
        let x = k <= a.count ? a[a.count - k] : 1
        let y = k <= b.count ? b[b.count - k] : 1
        require(
            x == y || x == 1 || y == 1, "\(a) \(operation) \(b)",
            broadcastingProblem(-k, x, y, BroadcastAlignment(a, b)),
            try: broadcastingHelp(a, b))
        shape[shape.count - k] = x == 1 ? y : x
    }
    return shape
}

/// The axis that fails, with the picture of how the shapes meet.
private func broadcastingProblem(_ axis: Int, _ left: Int, _ right: Int, _ alignment: BroadcastAlignment) -> String {
    let drawing = alignment.description.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return "axis \(axis) is \(left) on the left and \(right) on the right\n\(drawing)"
}

private func broadcastingHelp(_ a: [Int], _ b: [Int]) -> String {
    b.count < a.count && a.first == b.first
        ? "unsqueezed(-1) on the second operand: axes are aligned at the right"
        : "axes of one length, or of length 1; axes are aligned at the right"
}

extension Tensor {
    /// The reverse of broadcasting: sums over every axis that was repeated, back to `shape`.
    ///
    /// One number used n times collects n gradients.
    func summed(to shape: [Int]) -> Tensor {
        if self.shape == shape { return self }
        let missing = rank - shape.count
        let repeated = (0..<rank).filter { $0 < missing || (shape[$0 - missing] == 1 && self.shape[$0] != 1) }
        return sum(axes: repeated, keepingAxes: true).reshaped(shape)
    }
}
