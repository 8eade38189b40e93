// # What belongs together
//
// At first everything is a group of its own. Then the two groups that are nearest to each other become one, again and
// again, until one is left. The distance of two groups is the mean over all pairs of their members (average linkage).

import Figures

/// Brings things together, the nearest first. (The book's `scipy.cluster.hierarchy.linkage(…, method='average')`.)
/// - Parameter distances: of each thing to each other.
/// - Returns: one merge less than there are things, in their order. Thing number i is group i; the first merge makes
///   group `distances.count`, and so on. Of pairs that are equally near, the first is taken.
public func averageLinkage(_ distances: [[Double]]) -> [Merge] {
    let things = distances.count
    var distances = distances
    var groups = distances.indices.map { (number: $0, size: 1) }
    var merges: [Merge] = []
    while groups.count > 1 {
        var nearest = (a: 0, b: 1)
        for a in groups.indices {
            for b in a + 1..<groups.count where distances[a][b] < distances[nearest.a][nearest.b] { nearest = (a, b) }
        }
        let (a, b) = nearest
        let (first, second) = (groups[a], groups[b])
        let size = first.size + second.size
        let numbers = (min(first.number, second.number), max(first.number, second.number))
        merges.append(Merge(numbers.0, numbers.1, distance: distances[a][b], size: size))
        for other in groups.indices where other != a && other != b {
            let sum = Double(first.size) * distances[a][other] + Double(second.size) * distances[b][other]
            distances[a][other] = sum / Double(size)
            distances[other][a] = distances[a][other]
        }
        groups[a] = (things + merges.count - 1, size)
        groups.remove(at: b)
        distances.remove(at: b)
        for row in distances.indices { distances[row].remove(at: b) }
    }
    return merges
}
