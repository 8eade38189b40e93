// Nudge: Which letters of "ck,kij->cij" are left when c is fixed? Those on the right are loops around, the other one is
//   the loop inside.
// Idea: For each row and column, begin with 0 and go through the channels.
// Almost: Three loops, over i, j and k. What is added to the sum at place (i, j) is one number of the weight's row
//   `kind` times one of activation map k. Compare the two numbers of channels before.

public func mapByLoops(weight: [[Float]], activations: [[[Float]]], kind: Int) throws -> [[Float]]? {
    let row = weight[kind]
    guard row.count == activations.count else { return nil }
    let (height, width) = (activations[0].count, activations[0][0].count)
    var map = [[Float]](repeating: [Float](repeating: 0, count: width), count: height)
    for i in 0..<height {
        for j in 0..<width {
            for k in row.indices { map[i][j] += row[k] * activations[k][i][j] }
        }
    }
    return map
}
