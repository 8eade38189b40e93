// Nudge: What is left to the limit shrinks by the same factor with each push. When is it small enough?
// Idea: Begin with 1, the whole distance. Each push multiplies it by the rest. Count until 1 minus what is left is at
//   least the share. A share that is not below 1 would make the loop endless: look at it first.
// Almost: After the shares that need no push, a rest of 0 needs one push, or is not enough for a share above 1; for any
//   other rest only a share below 1 is ever reached. Then a `while` loop, each time with `left *= rest` and one more.

public func pushesNeeded(rest: Double, share: Double) throws -> Int? {
    if share <= 0 { return 0 }
    if rest == 0 { return share <= 1 ? 1 : nil }
    guard share < 1 else { return nil }
    var (count, left) = (0, 1.0)
    while 1 - left < share {
        left *= rest
        count += 1
    }
    return count
}
