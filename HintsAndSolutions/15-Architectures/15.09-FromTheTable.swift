// Nudge: The row of a class has all pixels that are of it, the column all that are said to be. Where is what is both?
// Idea: On the diagonal. Intersection over union is the diagonal over row plus column less the diagonal. First set the
//   row of the void class to zeros, then nothing of it is counted anywhere.
// Almost: After that, `either = row + column - both`; skip the void class and those with `either == 0`. The accuracy is
//   the sum of the diagonal over the sum of all. If some pixel counts, some class has an IoU.

public func readTable(
    _ table: [[Int]], void: Int?
) throws -> (accuracy: Double, meanIoU: Double, worst: Int)? {
    var table = table
    if let void { table[void] = table[void].map { _ in 0 } }
    let all = table.joined().reduce(0, +)
    if all == 0 { return nil }
    var shares: [(kind: Int, share: Double)] = []
    for kind in table.indices where kind != void {
        let both = table[kind][kind]
        let either = table[kind].reduce(0, +) + table.reduce(0) { $0 + $1[kind] } - both
        if either > 0 { shares.append((kind, Double(both) / Double(either))) }
    }
    let right = table.indices.reduce(0) { $0 + table[$1][$1] }
    let worst = shares.min { $0.share < $1.share }!.kind
    return (Double(right) / Double(all), shares.reduce(0) { $0 + $1.share } / Double(shares.count), worst)
}
