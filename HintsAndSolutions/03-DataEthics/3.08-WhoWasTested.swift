// Nudge: Somebody who is tested with probability 1/4 stands for four people. Whom do those who were never tested stand
//   for in this file?
// Idea: Throw away the untested. Then two sums of 1/probability: over the ill, and over all.
// Almost: `isTested.indices.filter { isTested[$0] }` are the places that count; nil if there are none. Both sums are
//   made from this list, by `reduce(0)` with `1 / probabilities[$1]`; one of them needs another `filter`.

public func trueShare(probabilities: [Double], isTested: [Bool], isIll: [Bool]) throws -> Double? {
    let tested = isTested.indices.filter { isTested[$0] }
    guard !tested.isEmpty else { return nil }
    let all = tested.reduce(0) { $0 + 1 / probabilities[$1] }
    return tested.filter { isIll[$0] }.reduce(0) { $0 + 1 / probabilities[$1] } / all
}
