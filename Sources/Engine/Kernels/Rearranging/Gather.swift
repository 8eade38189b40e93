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
            copyRow(out + i * length, x + rows[i] * stride, bytes: length * MemoryLayout<Element>.stride)
        }
    }
}

/// Copies a short row as a few vectors, the last of which may overlap the one before: calling a function would take
/// longer.
@inlinable @inline(__always)
func copyRow(_ to: UnsafeMutableRawPointer, _ from: UnsafeRawPointer, bytes: Int) {
    if bytes < 64 || bytes > 1_024 { return to.copyMemory(from: from, byteCount: bytes) }
    var place = 0
    while true {
        let vector = from.loadUnaligned(fromByteOffset: place, as: SIMD64<UInt8>.self)
        to.storeBytes(of: vector, toByteOffset: place, as: SIMD64<UInt8>.self)
        if place + 64 >= bytes { break }
        place = Swift.min(place + 64, bytes - 64)
    }
}

/// out[rows[i], :] += x[i, :], in the order of i, even where a row occurs twice.
public func scatterAddRows(
    _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, length: Int,
    rows: UnsafePointer<Int>, count: Int
) {
    for i in 0..<count {
        let (to, from) = (out + rows[i] * length, x + i * length)
        for j in 0..<length { to[j] += from[j] }
    }
}

/// out[numbers[i], :] += x[i, :] like ``scatterAddRows``, on all threads.
///
/// - Parameters:
///   - out: `rows` rows of `length` elements.
///   - x: `count` rows, contiguous.
public func addRows(
    _ out: UnsafeMutablePointer<Float>, rows: Int, _ x: UnsafePointer<Float>, length: Int,
    numbers: UnsafePointer<Int>, count: Int
) {
    // Each block owns some rows of the table, few enough for the cache.
    let blocks = (rows + count) * length < elementGrain ? 1 : 8
    parallelFor(rows, grain: (rows + blocks - 1) / blocks) { range in
        forEachNumber(of: numbers, count, in: range) { i in
            let (to, from) = (out + numbers[i] * length, x + i * length)
            for j in 0..<length { to[j] += from[j] }
        }
    }
}

/// Calls `body` with every i for which numbers[i] is in a range, in order. They are listed before they are
/// used, a thousand at a time: a processor that guesses every second `if` wrong cannot fetch ahead.
@inline(__always) private func forEachNumber(
    of numbers: UnsafePointer<Int>, _ count: Int, in range: Range<Int>, _ body: (_ i: Int) -> Void
) {
    let most = 1_024
    withUnsafeTemporaryAllocation(of: Int.self, capacity: most) { list in
        let list = list.baseAddress!
        for start in stride(from: 0, to: count, by: most) {
            var found = 0
            for i in start..<min(start + most, count) {
                list[found] = i
                found += numbers[i] >= range.lowerBound && numbers[i] < range.upperBound ? 1 : 0
            }
            for k in 0..<found { body(list[k]) }
        }
    }
}

/// out[rows[i], :] = x[i, :], in the order of i.
public func putRows(
    _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, length: Int,
    rows: UnsafePointer<Int>, count: Int
) {
    for i in 0..<count { (out + rows[i] * length).update(from: x + i * length, count: length) }
}

/// out[o, i, :] = x[o, numbers[i], :]
///
/// - Parameters:
///   - x: [outer, length, inner], contiguous.
///   - out: [outer, count, inner], contiguous.
///   - numbers: `count` entries of the middle axis, each valid.
public func gatherEntries<Element: BitwiseCopyable>(
    _ out: UnsafeMutablePointer<Element>, _ x: UnsafePointer<Element>, outer: Int, length: Int, inner: Int,
    numbers: UnsafePointer<Int>, count: Int
) {
    parallelFor(outer, grain: max(1, elementGrain / max(count * inner, 1))) { range in
        for o in range {
            gatherRows(
                out + o * count * inner, x + o * length * inner, stride: inner, length: inner,
                rows: numbers, count: count)
        }
    }
}

/// out[o, numbers[i], :] += x[o, i, :], in the order of i
///
/// - Parameters: those of ``gatherEntries``, with `out` and `x` swapped.
public func scatterAddEntries(
    _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, outer: Int, length: Int, inner: Int,
    numbers: UnsafePointer<Int>, count: Int
) {
    parallelFor(outer, grain: max(1, elementGrain / max(count * inner, 1))) { range in
        for o in range {
            scatterAddRows(
                out + o * length * inner, x + o * count * inner, length: inner, rows: numbers, count: count)
        }
    }
}
