// Nudge: Two things happen, and they have nothing to do with each other: places change, and names change.
// Idea: A column becomes the width less the column; rows stay. For the names, make a list that says of each place
//   whose point stands there afterwards, and begin with everybody at their own place.
// Almost: `var source = Array(points.indices)` is everybody at their own place. For a pair, two of its entries are
//   exchanged. Then a `map` over `source` fetches the point that stands there now, and moves it to the other side.

public func faceInAMirror(_ points: [[Double]], width: Double, pairs: [[Int]]) throws -> [[Double]] {
    var source = Array(points.indices)
    for pair in pairs { (source[pair[0]], source[pair[1]]) = (pair[1], pair[0]) }
    return source.map { [width - points[$0][0], points[$0][1]] }
}
