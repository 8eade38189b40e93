// Nudge: There are two steps there, from space to space and from space to picture. There are two back, in the other
//   order.
// Idea: X and Y follow from the two formulas for column and row, since Z is known. Then take the shift away, and turn
//   back. The inverse of a rotation is the same matrix with rows and columns exchanged.
// Almost: `let own = [(column - matrix[0][2]) / matrix[0][0] * depth, …, depth]`, then `moved = own - shift`, and
//   coordinate k of the answer is the sum over i of turn[i][k] · moved[i].

public func placeInSpace(
    column: Double, row: Double, depth: Double, matrix: [[Double]], turn: [[Double]], shift: [Double]
) throws -> [Double] {
    let own = [
        (column - matrix[0][2]) / matrix[0][0] * depth, (row - matrix[1][2]) / matrix[1][1] * depth, depth,
    ]
    let moved = zip(own, shift).map { $0 - $1 }
    return (0..<3).map { k in (0..<3).reduce(0) { $0 + turn[$1][k] * moved[$1] } }
}
