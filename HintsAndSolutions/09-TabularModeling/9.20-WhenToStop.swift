// Nudge: Go through the errors once, and remember the best place so far.
// Idea: At each tree, either it is the new best (strictly smaller), or the distance to the best has grown by one.
// Almost: In a loop over places, `if errors[place] < errors[best] { best = place }`, and then
//   `if place - best >= patience { return [place + 1, best + 1] }`. Nothing to go through: [0, 0].

public func stopping(_ errors: [Double], patience: Int) throws -> [Int] {
    guard !errors.isEmpty else { return [0, 0] }
    var best = 0
    for place in errors.indices {
        if errors[place] < errors[best] { best = place }
        if place - best >= patience { return [place + 1, best + 1] }
    }
    return [errors.count, best + 1]
}
