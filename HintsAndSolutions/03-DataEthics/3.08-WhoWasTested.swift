// Nudge: Somebody who is tested with probability 1/4 stands for four people. Whom do those who were never tested stand
//   for in this file?
// Idea: Throw away the untested. Then two sums of 1/probability: over the ill, and over all.
// Almost: `let tested = isTested.indices.filter { isTested[$0] }`; nil if it is empty;
//   `tested.filter { isIll[$0] }.reduce(0) { $0 + 1 / probabilities[$1] }` divided by the same without the filter.

public func trueShare(probabilities: [Double], isTested: [Bool], isIll: [Bool]) throws -> Double? {
    let tested = isTested.indices.filter { isTested[$0] }
    guard !tested.isEmpty else { return nil }
    let all = tested.reduce(0) { $0 + 1 / probabilities[$1] }
    return tested.filter { isIll[$0] }.reduce(0) { $0 + 1 / probabilities[$1] } / all
}
