// Nudge: Take the three loops of the page, and let the outermost one run over `range` only. What changes in the places
//   that are read, and in those that are written?
// Idea: Row r of `a` begins at r · inner, and row k of `b` at k · columns. The result begins with row
//   `range.lowerBound`.
// Almost: For each row, begin with `columns` zeros; for each k add a[r · inner + k] times the k-th row of `b` to them.
//   (Done in this order, b is read from left to right, which is also what a processor's caches like.)

public func productRows(
    _ range: Range<Int>, _ a: [Double], _ b: [Double], inner: Int, columns: Int
) throws -> [Double] {
    var result: [Double] = []
    for row in range {
        var sums = [Double](repeating: 0, count: columns)
        for k in 0..<inner {
            let factor = a[row * inner + k]
            for column in 0..<columns { sums[column] += factor * b[k * columns + column] }
        }
        result += sums
    }
    return result
}
