// Nudge: What happens to the probabilities of the others if some tokens are not allowed?
// Idea: Only the allowed tokens get weights e to the score / temperature. Multiply the chance by the sum of all
//   weights, and walk along until it is used up.
// Almost: Take the highest allowed score away from all scores first, so that e to it stays finite. Then, with `left =
//   chance * sum`: for each allowed token, `left -= weight`, and if `left < 0` it is this one.

import Foundation

public func drawnToken(_ scores: [Double], temperature: Double, never: [Int], chance: Double) -> Int {
    let allowed = scores.indices.filter { !never.contains($0) }
    let highest = allowed.map { scores[$0] }.max()!
    let weights = allowed.map { exp((scores[$0] - highest) / temperature) }
    var left = chance * weights.reduce(0, +)
    for (token, weight) in zip(allowed, weights) {
        left -= weight
        if left < 0 { return token }
    }
    return allowed.last!
}
