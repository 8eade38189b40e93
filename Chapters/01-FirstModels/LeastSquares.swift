// The model of page 10c needs weights that fit a row of numbers.

/// The weights w for which the rows times w come nearest to y: the normal equations, solved by elimination.
func leastSquares(_ rows: [[Double]], _ y: [Double]) -> [Double] {
    let n = rows.first?.count ?? 0
    var table = (0..<n).map { i in
        (0..<n).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } } + [zip(rows, y).reduce(0) { $0 + $1.0[i] * $1.1 }]
    }
    for i in 0..<n {
        let pivot = (i..<n).max { abs(table[$0][i]) < abs(table[$1][i]) }!
        table.swapAt(i, pivot)
        for other in 0..<n where other != i {
            let factor = table[other][i] / table[i][i]
            for column in i...n { table[other][column] -= factor * table[i][column] }
        }
    }
    return (0..<n).map { table[$0][n] / table[$0][$0] }
}
