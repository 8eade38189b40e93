// Nudge: Begin with a list of groups, each of one thing, and write a function for the distance of two groups.
// Idea: In a loop: find the two groups that are nearest. If they are not nearer than the limit, you are done. Otherwise
//   put the second one into the first, and remove it from the list.
// Almost: If the merged group stays in the place of the first of the two, and the second is removed, the list keeps the
//   order of the smallest members by itself. Search with two nested loops over places a < b, and replace the best pair
//   only by one that is strictly nearer. Sort each group at the end.

public func groups(_ distances: [[Double]], nearerThan limit: Double) throws -> [[Int]] {
    var groups = distances.indices.map { [$0] }
    func distance(_ a: [Int], _ b: [Int]) -> Double {
        let sum = a.reduce(0) { sum, one in sum + b.reduce(0) { $0 + distances[one][$1] } }
        return sum / Double(a.count * b.count)
    }
    while true {
        var best: (distance: Double, a: Int, b: Int)?
        for a in groups.indices {
            for b in groups.indices.dropFirst(a + 1) {
                let between = distance(groups[a], groups[b])
                if between < best?.distance ?? limit { best = (between, a, b) }
            }
        }
        guard let (_, a, b) = best else { return groups.map { $0.sorted() } }
        groups[a] += groups.remove(at: b)
    }
}
