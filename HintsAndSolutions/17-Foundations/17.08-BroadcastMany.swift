// Nudge: You know what to do with two shapes. What do you do with the third?
// Idea: Go axis by axis, beginning at the right, until the longest shape has run out. At each axis, look at the
//   lengths of all shapes that have it. Which of them may differ from each other?
// Almost: Collect the lengths of an axis that are not 1 in a `Set`. If there are none, the common length is 1. If
//   there is one, it is that one (even if it is 0). If there are two, nil. Axis number k from the right of a shape is
//   `shape[shape.count - k]`, if `k <= shape.count`.

public func commonShape(_ shapes: [[Int]]) throws -> [Int]? {
    let rank = shapes.map(\.count).max() ?? 0
    var common: [Int] = []
    for place in (1...max(rank, 1)).prefix(rank) {
        let lengths = shapes.filter { $0.count >= place }.map { $0[$0.count - place] }
        let longer = Set(lengths.filter { $0 != 1 })
        if longer.count > 1 { return nil }
        common.append(longer.first ?? 1)
    }
    return common.reversed()
}
