// Nudge: Do [5, 1, 28, 28] and [2, 28, 28] by hand, from right to left. What do you do when one of them has run out?
// Idea: Written below each other, flush right, each column is decided on its own: equal lengths stay, a 1 takes the
//   other's length, anything else fails. Where the shorter shape has run out, act as if there were a 1. The larger of
//   two lengths is not always the answer: think of 1 and 0.
// Almost: Put 1s in front of the shorter shape until both have the same length. Then `zip` the two and look at each
//   pair (m, n): it fits if `m == n || m == 1 || n == 1`, or else all is nil. What is the length for the pairs (1, 5),
//   (5, 1), (1, 0) and (5, 5)? One question about m decides all four.

public func broadcast(_ a: [Int], _ b: [Int]) throws -> [Int]? {
    let rank = max(a.count, b.count)
    func filledUp(_ shape: [Int]) -> [Int] { Array(repeating: 1, count: rank - shape.count) + shape }

    var shape: [Int] = []
    for (m, n) in zip(filledUp(a), filledUp(b)) {
        guard m == n || m == 1 || n == 1 else { return nil }
        // Not simply the larger one: 1 against 0 gives 0, because an empty axis stays empty.
        shape.append(m == 1 ? n : m)
    }
    return shape
}
