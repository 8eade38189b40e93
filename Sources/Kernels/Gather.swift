// Picking rows by number, and adding rows back to where they came from.

/// out[i, :] = x[rows[i], :]
///
/// - Parameters:
///   - x: rows of `length` elements, `stride` elements apart.
///   - out: `count` rows of `length` elements, contiguous.
///   - rows: `count` row numbers, each valid.
@inlinable
public func gatherRows<Element: BitwiseCopyable>(
    _ out: UnsafeMutablePointer<Element>, _ x: UnsafePointer<Element>, stride: Int, length: Int,
    rows: UnsafePointer<Int>, count: Int
) {
    parallelFor(count, grain: max(1, elementGrain / max(length, 1))) { range in
        for i in range {
            (out + i * length).update(from: x + rows[i] * stride, count: length)
        }
    }
}

/// out[rows[i], :] += x[i, :], in the order of i, also where a row occurs twice.
public func scatterAddRows(
    _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, length: Int,
    rows: UnsafePointer<Int>, count: Int
) {
    for i in 0..<count {
        let (to, from) = (out + rows[i] * length, x + i * length)
        for j in 0..<length { to[j] += from[j] }
    }
}
