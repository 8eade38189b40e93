// Nudge: A place of the last picture is first looked up by the last change. Which matrix stands next to (x, y, 1)?
// Idea: It is the product of all matrices, the first change at the left. The entry of a product in row r and column c
//   is the sum over k of the left one's [r][k] times the right one's [k][c].
// Almost: Begin with the matrix that changes nothing, 1 on its diagonal and 0 elsewhere, and multiply each change to
//   its right. At the end, divide all nine numbers by the last one.

public func oneMap(_ changes: [[[Double]]]) throws -> [[Double]] {
    var map: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    for change in changes {
        map = map.map { row in (0..<3).map { column in (0..<3).reduce(0) { $0 + row[$1] * change[$1][column] } } }
    }
    let last = map[2][2]
    return map.map { $0.map { $0 / last } }
}
