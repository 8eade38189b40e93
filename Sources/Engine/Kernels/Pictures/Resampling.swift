// Another size for a picture of bytes, or for a part of it.
//
// Where a picture shrinks, a new pixel covers several old ones, and all of them count: the weights are a triangle over
// the pixel and half of its neighbours. Where it grows, the triangle is as wide as two old pixels: linear
// interpolation. (Pillow's BILINEAR does the same.) First the rows are weighted, many numbers at once; then the columns
// of the one row that this gives.

/// Which old pixels make a new one along an axis, and with which weights.
public struct ResamplingWeights {
    /// The first old pixel of each new one.
    let first: [Int]
    /// `taps` weights for each new pixel; they add up to 1.
    let weights: [Float]
    /// Old pixels for each new one; the last ones may weigh nothing.
    let taps: Int
    var count: Int { first.count }

    /// - Parameters:
    ///   - start: where the first new pixel begins, in old pixels.
    ///   - step: how many old pixels a new one covers.
    ///   - count: the new pixels.
    ///   - length: the old pixels that there are, at least 1. What would be beyond them does not count.
    public init(from start: Double, step: Double, count: Int, of length: Int) {
        let reach = max(step, 1)
        let taps = min(Int((2 * reach).rounded(.up)) + 1, length)
        var first = [Int](repeating: 0, count: count)
        var weights = [Float](repeating: 0, count: count * taps)
        for i in 0..<count {
            let centre = start + (Double(i) + 0.5) * step
            let begin = min(max(Int((centre - reach + 0.5).rounded(.down)), 0), length - taps)
            let triangle = (0..<taps).map { max(0, 1 - abs(Double(begin + $0) + 0.5 - centre) / reach) }
            let sum = triangle.reduce(0, +)
            first[i] = begin
            for tap in 0..<taps { weights[i * taps + tap] = Float(sum > 0 ? triangle[tap] / sum : tap == 0 ? 1 : 0) }
        }
        (self.first, self.weights, self.taps) = (first, weights, taps)
    }
}

/// A part of a picture in another size.
/// - Parameters:
///   - source: rows of `width` pixels of three bytes.
///   - rows, columns: from old to new pixels.
///   - target: new rows of `targetWidth` pixels, of which the first `columns.count` are written.
public func resamplePixels(
    _ source: UnsafePointer<UInt8>, width: Int, rows: ResamplingWeights, columns: ResamplingWeights,
    into target: UnsafeMutablePointer<UInt8>, targetWidth: Int
) {
    guard let firstColumn = columns.first.min(), let lastColumn = columns.first.max() else { return }
    let (begin, end) = (firstColumn, lastColumn + columns.taps)
    // A fourth number after the last pixel, since pixels are taken four numbers at a time.
    withUnsafeTemporaryAllocation(of: Float.self, capacity: (end - begin) * 3 + 1) { line in
        line.initialize(repeating: 0)
        for y in 0..<rows.count {
            sumRows(source + begin * 3, width * 3, rows, y, into: line.baseAddress!, (end - begin) * 3)
            sumColumns(line.baseAddress!, columns, minus: begin, into: target + y * targetWidth * 3)
        }
    }
}

/// One new row: the weighted sum of old ones.
private func sumRows(
    _ source: UnsafePointer<UInt8>, _ stride: Int, _ rows: ResamplingWeights, _ y: Int,
    into line: UnsafeMutablePointer<Float>, _ count: Int
) {
    let weights = rows.weights
    weights.withUnsafeBufferPointer { weights in
        for tap in 0..<rows.taps {
            let weight = weights[y * rows.taps + tap]
            let row = source + (rows.first[y] + tap) * stride
            if tap == 0 {
                for i in 0..<count { line[i] = weight * Float(row[i]) }
            } else if weight != 0 {
                for i in 0..<count { line[i] += weight * Float(row[i]) }
            }
        }
    }
}

/// The pixels of a new row, rounded.
private func sumColumns(
    _ line: UnsafePointer<Float>, _ columns: ResamplingWeights, minus begin: Int,
    into target: UnsafeMutablePointer<UInt8>
) {
    let taps = columns.taps
    columns.weights.withUnsafeBufferPointer { weights in
        for x in 0..<columns.count {
            let start = UnsafeRawPointer(line + (columns.first[x] - begin) * 3)
            var sum = SIMD4<Float>(repeating: 0.5)
            for tap in 0..<taps {
                sum += weights[x * taps + tap] * start.loadUnaligned(fromByteOffset: tap * 12, as: SIMD4<Float>.self)
            }
            // Weights are not negative and add up to 1, so nothing is above 255. (One number after the other: to
            // convert a vector as a whole, Swift 6.3 calls a function for each of its numbers.)
            for channel in 0..<3 { target[3 * x + channel] = UInt8(truncatingIfNeeded: Int32(sum[channel])) }
        }
    }
}
