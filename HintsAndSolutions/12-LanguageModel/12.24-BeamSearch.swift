// Nudge: A step turns a list of continuations into a longer list, and then into a short one again.
// Idea: Begin with one continuation, the empty one, whose sum is 0. In each step make all pairs of a kept continuation
//   and a word, sort them by falling sum, and keep the first `width`. Sort so that equal sums stay in their order.
// Almost: number the pairs as you make them, and sort by `a.sum == b.sum ? a.number < b.number : a.sum > b.sum`.
//   Swift's `sorted` promises no order of equal ones, hence the numbers.

public func beamSearch(
    _ logProbabilities: ([Int]) -> [Double], from beginning: [Int], width: Int, steps: Int
) throws -> (words: [Int], sum: Double) {
    var kept: [(words: [Int], sum: Double)] = [([], 0)]
    for _ in 0..<steps {
        let longer = kept.flatMap { words, sum in
            logProbabilities(beginning + words).enumerated().map { word, log in (words + [word], sum + log) }
        }
        let order = longer.indices.sorted { a, b in
            longer[a].1 == longer[b].1 ? a < b : longer[a].1 > longer[b].1
        }
        kept = order.prefix(width).map { (longer[$0].0, longer[$0].1) }
    }
    return kept[0]
}
