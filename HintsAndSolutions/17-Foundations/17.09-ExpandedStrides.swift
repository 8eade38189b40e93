// Nudge: A step along an axis that is repeated has to lead to the same number again. How far is that in memory?
// Idea: Align both shapes at the right. What is new in front has the stride 0. Of the others, compare the two
//   lengths: the same, or 1 and something else, or neither.
// Almost: `let missing = target.count - shape.count`, which must not be negative. Begin with that many zeros. Then
//   for each axis: `shape[axis] == target[axis + missing]` keeps the stride, else `shape[axis] == 1` gives 0, else nil.

public func expandedStrides(_ shape: [Int], _ strides: [Int], to target: [Int]) throws -> [Int]? {
    let missing = target.count - shape.count
    guard missing >= 0 else { return nil }
    var result = [Int](repeating: 0, count: missing)
    for (axis, length) in shape.enumerated() {
        let wanted = target[axis + missing]
        guard length == wanted || length == 1 else { return nil }
        result.append(length == wanted ? strides[axis] : 0)
    }
    return result
}
