// Sixteen vectors of sixteen numbers, turned so that rows become columns.
//
// Number 16 · r + i of these 256 must become number 16 · i + r: the four bits of the row and the four of the column
// change places. A perfect shuffle of all 256 moves every bit one place up and the highest one to the bottom; four
// shuffles, and they have changed places.

/// to[i, r] = from[r, i] for sixteen of both, or for the first `rows` r, with the last one again in place of others.
@inline(__always)
func turnSixteen(
    _ to: UnsafeMutablePointer<Float>, _ toStride: Int, _ from: UnsafePointer<Float>, _ fromStride: Int,
    rows count: Int = 16
) {
    var rows = InlineArray<16, Vector>(repeating: .zero)
    for row in 0..<16 { rows[row] = load(from + min(row, count - 1) * fromStride) }
    for _ in 0..<4 {
        // The vectors of the lower half go between those of the upper half.
        var shuffled = rows
        for row in 0..<8 {
            (shuffled[2 * row], shuffled[2 * row + 1]) = Vector.alternating(rows[row], rows[row + 8])
        }
        rows = shuffled
    }
    for row in 0..<16 { store(rows[row], to: to + row * toStride) }
}
