// Sixteen vectors of sixteen numbers, turned so that rows become columns, or added up.
//
// Number 16 · r + i of these 256 must become number 16 · i + r: the four bits of the row and the four of the column change
// places. A perfect shuffle of all 256 moves every bit one place up and the highest one to the bottom; four shuffles, and
// they have changed places.

/// to[i, r] = from[r, i] for sixteen of both, or for the first `rows` r, with the last one again in place of others.
@inline(__always)
func turn(
    _ to: UnsafeMutablePointer<Float>, _ toStride: Int, _ from: UnsafePointer<Float>, _ fromStride: Int,
    rows count: Int = 16
) {
    var rows = InlineArray<16, Vector>(repeating: .zero)
    for row in 0..<16 { rows[row] = load(from + min(row, count - 1) * fromStride) }
    for _ in 0..<4 {
        // The vectors of the lower half go between those of the upper half.
        var shuffled = rows
        for row in 0..<8 {
            let (upper, lower) = (rows[row], rows[row + 8])
            shuffled[2 * row] = alternating(upper.lowHalf, lower.lowHalf)
            shuffled[2 * row + 1] = alternating(upper.highHalf, lower.highHalf)
        }
        rows = shuffled
    }
    for row in 0..<16 { store(rows[row], to: to + row * toStride) }
}

/// a₀ b₀ a₁ b₁ …
@inline(__always)
private func alternating(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> Vector {
    var both = Vector()
    (both.evenHalf, both.oddHalf) = (a, b)
    return both
}

/// The elements 0, 2, 4, … of a, then of b.
@inline(__always)
private func evens(_ a: Vector, _ b: Vector) -> Vector {
    Vector(a[0], a[2], a[4], a[6], a[8], a[10], a[12], a[14], b[0], b[2], b[4], b[6], b[8], b[10], b[12], b[14])
}

/// The elements 1, 3, 5, … of a, then of b.
@inline(__always)
private func odds(_ a: Vector, _ b: Vector) -> Vector {
    Vector(a[1], a[3], a[5], a[7], a[9], a[11], a[13], a[15], b[1], b[3], b[5], b[7], b[9], b[11], b[13], b[15])
}

/// The sums of the lanes of each vector: lane i of the result is the sum of vector i.
@inline(__always)
func totals(_ x: InlineArray<16, Vector>) -> Vector {
    let first = fold(fold(x[0], x[1], x[2], x[3]), fold(x[4], x[5], x[6], x[7]))
    let last = fold(fold(x[8], x[9], x[10], x[11]), fold(x[12], x[13], x[14], x[15]))
    return fold(first, last)
}

/// Two vectors become one, with half as many terms of each.
@inline(__always) private func fold(_ a: Vector, _ b: Vector) -> Vector { evens(a, b) + odds(a, b) }

@inline(__always)
private func fold(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> Vector { fold(fold(a, b), fold(c, d)) }
