// Sorting rows, by one integer per element: the upper half orders floats, the lower half is the
// column. So equal floats keep their order, and integers sort fast.

/// places[row, i] = the column of the element that comes i-th when the row is sorted
///
/// NaN counts as larger than any number, -0 equals 0, and equal elements keep their order.
/// - Parameters:
///   - places: [rows, kept], contiguous.
///   - x: [rows, columns], contiguous, at most 2³² columns.
///   - kept: how many of the first places are written.
public func sortRows(
    _ places: UnsafeMutablePointer<Int>, _ x: UnsafePointer<Float>,
    rows: Int, columns: Int, kept: Int, descending: Bool
) {
    parallelFor(rows, grain: max(1, 4_096 / max(columns, 1))) { range in
        var keys = [UInt64](repeating: 0, count: columns)
        for row in range {
            for i in 0..<columns {
                let rank = orderedBits(x[row * columns + i])
                keys[i] = UInt64(descending ? ~rank : rank) << 32 | UInt64(i)
            }
            let first = kept < columns / 8 ? smallest(kept, of: keys) : keys.sorted()
            for i in 0..<kept { places[row * kept + i] = Int(first[i] & 0xFFFF_FFFF) }
        }
    }
}

/// A few of the smallest keys, in order. Most keys are too large to be among them, which one comparison shows.
private func smallest(_ kept: Int, of keys: [UInt64]) -> [UInt64] {
    guard kept > 0 else { return [] }
    var found = keys.prefix(kept).sorted()
    for key in keys.dropFirst(kept) where key < found[kept - 1] {
        var place = kept - 1
        while place > 0 && key < found[place - 1] {
            found[place] = found[place - 1]
            place -= 1
        }
        found[place] = key
    }
    return found
}

/// An integer for each float, larger where the float is larger.
///
/// The bits of positive floats are in order already; those of negative ones run the other way.
@inline(__always) func orderedBits(_ x: Float) -> UInt32 {
    let bits = (x + 0).bitPattern  // -0 + 0 = 0
    if x != x { return .max }
    return bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
}
