// Nudge: Two loops inside one another make all pairs. How do you make all sets when `count` is known only when the
//   program runs?
// Idea: A set in ascending order is a first place, and a smaller set of the places behind it. So a function that
//   calls itself makes all of them, in the order of a dictionary. For each, find its smallest distance between two
//   members.
// Almost: `func sets(of count: Int, from first: Int) -> [[Int]]` is `[[]]` for a count of 0, else for each `place`
//   from `first` on all of `sets(of: count - 1, from: place + 1)` with `place` before them. Keep a set only if it is
//   better than the best before it, not if it is as good.

public func bestSmallSet(_ count: Int, _ distances: [[Double]]) throws -> [Int]? {
    guard count >= 2, count <= distances.count else { return nil }
    func sets(of count: Int, from first: Int) -> [[Int]] {
        if count == 0 { return [[]] }
        return (first..<max(first, distances.count)).flatMap { place in
            sets(of: count - 1, from: place + 1).map { [place] + $0 }
        }
    }
    func nearest(_ set: [Int]) -> Double {
        set.flatMap { a in set.filter { $0 > a }.map { distances[a][$0] } }.min()!
    }
    var best: (set: [Int], distance: Double)?
    for set in sets(of: count, from: 0) {
        let distance = nearest(set)
        if distance > best?.distance ?? -1 { best = (set, distance) }
    }
    return best?.set
}
