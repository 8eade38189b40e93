// Nudge: First make a list of the titles that may be in the answer, then sort it.
// Idea: The cosine is the dot product divided by both lengths. Where a length is 0 there is none. Sort by two things:
//   the cosine, largest first, and then the number.
// Almost: `candidates.sorted { (cosines[$0], $1) > (cosines[$1], $0) }` compares pairs: a larger cosine first, and for
//   equal ones the smaller number.

import Tensors

public func similarTitles(to title: Int, factors: Tensor, ratings: [Int], atLeast: Int, count: Int) throws -> [Int] {
    let rows = (0..<factors.shape[0]).map { factors[$0].scalars.map { Double($0) } }
    func dot(_ a: Int, _ b: Int) -> Double { zip(rows[a], rows[b]).reduce(0) { $0 + $1.0 * $1.1 } }
    guard dot(title, title) > 0 else { return [] }
    let candidates = rows.indices.filter { $0 != 0 && $0 != title && ratings[$0] >= atLeast && dot($0, $0) > 0 }
    let cosines = rows.indices.map { other in dot(title, other) / (dot(title, title) * dot(other, other)).squareRoot() }
    return Array(candidates.sorted { (cosines[$0], $1) > (cosines[$1], $0) }.prefix(count))
}
