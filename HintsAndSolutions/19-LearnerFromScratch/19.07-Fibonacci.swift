// Nudge: Suppose that somebody has given you the list without its last number. How do you get that one?
// Idea: The function returns a whole list, so one call of itself, for `count - 1`, has everything that is needed.
// Almost: A count of 0, 1 or 2 needs no call: the list is the beginning of [0, 1]. For all others, keep what the call
//   returns in a constant (a second call would be the trap), and put the sum of its last two numbers behind it.

public func fibonacci(_ count: Int) throws -> [Int] {
    if count < 3 { return Array([0, 1].prefix(count)) }
    let before = try fibonacci(count - 1)
    return before + [before[count - 2] + before[count - 3]]
}
