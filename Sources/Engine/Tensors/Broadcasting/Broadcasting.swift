// # Broadcasting: arithmetic between shapes that differ
//
// Lay the two shapes over one another, aligned at the right. Two axes are compatible if they
// have the same length, or if one of them is 1 (or missing): that one is repeated.
//
//     [64, 28, 28]         [5, 1]          [3]
//     [    28, 28]         [1, 4]          [4]
//     [64, 28, 28]         [5, 4]          an error
//
// "Repeated" costs no memory: the stride of that axis is set to 0 (see `expanded(to:)`). What an error looks like is
// in ShapeErrors.swift.

/// The rule for one axis: the common length of two axes, a missing one counting as 1; nil if they are not
/// compatible.
func broadcastLength(_ a: Int, _ b: Int) -> Int? {
    if a == b || b == 1 { return a }
    return a == 1 ? b : nil
}

/// The shape of `a + b`. Incompatible shapes stop the program.
public func broadcastShape(_ a: [Int], _ b: [Int], _ operation: String) -> [Int] {
    if a == b || b.isEmpty { return a }
    if a.isEmpty { return b }
    var shape = [Int](repeating: 1, count: max(a.count, b.count))
    for k in 1...shape.count {
        let (x, y) = (k <= a.count ? a[a.count - k] : 1, k <= b.count ? b[b.count - k] : 1)
        guard let length = broadcastLength(x, y) else { stopBroadcasting(a, operation, b) }
        shape[shape.count - k] = length
    }
    return shape
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
