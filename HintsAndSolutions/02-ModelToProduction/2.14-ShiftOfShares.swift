// Nudge: Which words are there at all? Each of them needs a share in both lists.
// Idea: Count each list into a dictionary. The keys of both together are the words, and `counts[word, default: 0] + 1`
//   over the length plus the number of words is a share.
// Almost: Sum `(b - a) * log(b / a)` over `Set(before + now)`; `log` comes from Foundation. For the same bits on every
//   run, go through the words in sorted order.

import Foundation

public func wordShift(before: [String], now: [String]) throws -> Double {
    let words = Set(before + now).sorted()
    func shares(_ list: [String]) -> [Double] {
        let counts = Dictionary(grouping: list) { $0 }.mapValues(\.count)
        return words.map { Double(counts[$0, default: 0] + 1) / Double(list.count + words.count) }
    }
    return zip(shares(before), shares(now)).reduce(0) { $0 + ($1.1 - $1.0) * log($1.1 / $1.0) }
}
