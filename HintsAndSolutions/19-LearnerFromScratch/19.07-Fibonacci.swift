// Nudge: Suppose that somebody has given you the list without its last number. How do you get that one?
// Idea: The function returns a whole list, so one call of itself, for `count - 1`, has everything that is needed.
// Almost: For less than 3 it is the beginning of [0, 1]. Else `let before = try fibonacci(count - 1)`, and `before`
//   followed by the sum of its last two.

public func fibonacci(_ count: Int) throws -> [Int] {
    if count < 3 { return Array([0, 1].prefix(count)) }
    let before = try fibonacci(count - 1)
    return before + [before[count - 2] + before[count - 3]]
}
