// Nudge: Two steps: find the width, then cut. Finding it is a loop that doubles.
// Idea: In rows of w, n bytes are n / w rows, rounded up. The width is large enough as soon as that is at most ratio ·
//   w.
// Almost: n / w, rounded up, is `(n + w - 1) / w` in whole numbers. Begin with w = 1, and double it as long as that is
//   too much. Then take slices from `stride(from: 0, to: n, by: w)` and append zeros to what is shorter than w.

public func rows(ofFile bytes: [UInt8], ratio: Int) throws -> [[UInt8]] {
    var width = 1
    while (bytes.count + width - 1) / width > ratio * width { width *= 2 }
    return stride(from: 0, to: bytes.count, by: width).map { start in
        let row = Array(bytes[start..<min(start + width, bytes.count)])
        return row + Array(repeating: 0, count: width - row.count)
    }
}
