// Nudge: Work out one cell of the example by hand. What did you go along in a, and what in b?
// Idea: Two loops go to every cell of the result. A third goes along row i of a and column j of b at the same time, and
//   sums the products.
// Almost: Begin with a table of zeros, with as many rows as a and as many columns as b. Inside all three loops:
//   `c[i][j] += a[i][k] * b[k][j]`. How far does each of i, j and k run?

public func matmul(_ a: [[Float]], _ b: [[Float]]) throws -> [[Float]] {
    let (rows, inner, columns) = (a.count, b.count, b[0].count)
    var c = [[Float]](repeating: [Float](repeating: 0, count: columns), count: rows)
    for i in 0..<rows {
        for j in 0..<columns {
            for k in 0..<inner { c[i][j] += a[i][k] * b[k][j] }
        }
    }
    return c
}
