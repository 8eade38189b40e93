// Nudge: The product of matrix and vector is one dot product for each row.
// Idea: A loop: the product, its length, the product divided by its length. The length of the last product is the
//   eigenvalue.
// Almost: Begin with `(0..<n).map { 1 + 0.37 * Double($0 * $0) }`; if the largest entry of the final vector is
//   negative, change all signs.

public func longestDirection(_ matrix: [[Double]]) throws -> (value: Double, vector: [Double]) {
    var vector = matrix.indices.map { 1 + 0.37 * Double($0 * $0) }
    var value = 0.0
    for _ in 0..<5000 {
        let product = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
        value = product.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if value == 0 { break }
        let next = product.map { $0 / value }
        let change = zip(next, vector).reduce(0) { $0 + abs($1.0 - $1.1) }
        vector = next
        if change < 1e-13 { break }
    }
    let largest = vector.max { abs($0) < abs($1) } ?? 1
    return (value, largest < 0 ? vector.map { -$0 } : vector)
}
