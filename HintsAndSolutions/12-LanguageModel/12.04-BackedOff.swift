// Nudge: It is `countedNext` of the page for several lengths of context, and a loop that goes from the longest to the
//   shortest.
// Idea: A context of no words at all is a context, too: everything has followed it. With it, the last case needs no
//   code of its own.
// Almost: One dictionary from contexts to counts will do, since contexts of different lengths are different keys: `for
//   length in 0...longest { counts[Array(words.suffix(length)), default: [:]][next, default: 0] += 1 }`.

public func predictedByTables(
    _ contexts: [[Int]], samples: [(words: [Int], next: Int)], longest: Int
) throws -> [Int] {
    // A context of no words is known in any case.
    var counts: [[Int]: [Int: Int]] = [:]
    for (words, next) in samples {
        for length in 0...longest { counts[Array(words.suffix(length)), default: [:]][next, default: 0] += 1 }
    }
    let best = counts.mapValues { $0.min { ($1.value, $0.key) < ($0.value, $1.key) }!.key }
    return contexts.map { words in
        let known = (0...longest).reversed().first { best[Array(words.suffix($0))] != nil }!
        return best[Array(words.suffix(known))]!
    }
}
