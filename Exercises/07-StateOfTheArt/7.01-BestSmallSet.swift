// Exercise 7.1 · The best small set
// Section 7.1, question 7.14: Chapters/07-StateOfTheArt/01e-MostDifferent.swift

import Practice

/// Of all sets of `count` classes, the one whose two nearest members are farthest apart.
///
/// `distances` has the distance from each class to each other one: a square, the same both ways, with 0 from each to
/// itself. The page chooses greedily, and may miss the best set. Try all sets. The result has the classes' places in
/// ascending order; of several sets that are equally good it is the one that comes first in the order of a dictionary:
/// [0, 1, 4] before [0, 2, 3].
///
/// nil if `count` is below 2 or above the number of classes.
public func bestSmallSet(_ count: Int, _ distances: [[Double]]) throws -> [Int]? {
    let n = distances.count
    guard count >= 2, count <= n else { return nil }
    var (best, most): ([Int]?, Double) = (nil, -1)
    func go(_ set: [Int]) {
        if set.count == count {
            let d = set.flatMap { a in set.filter { $0 > a }.map { distances[a][$0] } }
            let v = d.reduce(0, +)
            if v > most { (best, most) = (set, v) }
            return
        }
        for k in ((set.last ?? -1) + 1)..<max(n, (set.last ?? -1) + 1) { go(set + [k]) }
    }
    go([])
    return best
}
