// # When shapes do not fit together
//
// Most mistakes in a net's code are shapes that do not fit. The messages for the four kinds that any operation may
// meet are written here; an operation that expects more of its operands (images, labels, a weight of the right
// size) checks that at its start.
//
//     two shapes that do not broadcast        "axis -1 is 28 on the left and 10 on the right", with a picture
//     two matrices that cannot be multiplied  "inner sizes differ (784 ≠ 100)"
//     elements that do not fill a shape       "784 elements do not fill it"
//     an axis that a shape does not have      "there is no axis 3"
//
// All of them are inlined, for the reason given at `stop`.

/// Stops because two shapes do not broadcast (the rule is in Broadcasting.swift): which axis fails, a picture, advice.
@inline(__always)
func stopBroadcasting(_ a: [Int], _ operation: String, _ b: [Int]) -> Never {
    let alignment = BroadcastAlignment(a, b)
    let (number, axis) = (alignment.failingAxis!, alignment.axes[alignment.axes.count + alignment.failingAxis!])
    let picture = alignment.description.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    stop(
        "\(a) \(operation) \(b)",
        "axis \(number) is \(axis.left ?? 1) on the left and \(axis.right ?? 1) on the right\n\(picture)",
        try: b.count < a.count && a.first == b.first
            ? "unsqueezed(-1) on the second operand: axes are aligned at the right"
            : "axes of equal length, or of length 1; axes are aligned at the right")
}

/// Stops unless [..., m, k] × [..., k, n] can be multiplied; a vector counts as a row on the left, a column on the
/// right.
@inline(__always)
func requireInnerSizes(_ a: [Int], _ b: [Int], _ operation: String) {
    require(!a.isEmpty && !b.isEmpty, "\(operation) \(a) × \(b)", "a single number is not a matrix", try: "*")
    let (inner, rows) = (a[a.count - 1], b[max(b.count - 2, 0)])
    require(
        inner == rows, "\(operation) \(a) × \(b)", "inner sizes differ (\(inner) ≠ \(rows))",
        try: inner == b[b.count - 1] ? "the second operand transposed" : "a second operand with \(inner) rows")
}

/// How many elements a shape holds; nil if an axis is negative, or if that is more than memory can have.
func elements(in shape: [Int]) -> Int? {
    var count = 1
    for length in shape where length != 0 {
        let (next, isTooMuch) = count.multipliedReportingOverflow(by: length)
        if length < 0 || isTooMuch || next > Int.max >> 8 { return nil }
        count = next
    }
    return shape.contains(0) ? 0 : count
}

/// The longest that a margin, a stride or the side of an image can be, so that no sum or product of them overflows.
let longestSide = Int(Int32.max)

/// Stops unless a shape holds exactly the elements that another one has.
@inline(__always)
func requireFilling(_ old: [Int], _ new: [Int], wanted: [Int]) {
    let count = old.reduce(1, *)
    require(
        elements(in: new) == count, "reshape \(old) to \(wanted)",
        "\(count) elements do not fill it", try: "sizes whose product is \(count), at most one of them -1")
}

/// The place of an axis; negative numbers count from the end. Stops if the shape has no such axis.
@inline(__always)
func axisIndex(_ axis: Int, _ shape: [Int], _ operation: String) -> Int {
    let place = axis < 0 ? axis + shape.count : axis
    require(
        shape.indices.contains(place), "\(operation) \(shape)", "there is no axis \(axis)",
        try: shape.isEmpty
            ? "a tensor with at least one axis"
            : "an axis from 0 to \(shape.count - 1), or from \(-shape.count) to -1")
    return place
}

extension NDArray {
    /// The place of an axis; negative numbers count from the end. Stops if there is no such axis.
    func axisIndex(_ axis: Int, _ operation: String) -> Int { Tensors.axisIndex(axis, shape, operation) }
}
