// Nudge: Guess a number between 1 and 1000, and be told only "too large" or "not too large". How do you find it
//   quickly?
// Idea: Your `gradientDescent` says whether a rate diverges. First double a rate until it does; then the limit is
//   between two rates, one safe and one wild. Try the one in the middle, again and again.
// Almost: Let it go 2000 steps: a rate that is 1 % too large makes each step only 1.02 times as long as the one before.
//   Begin with safe = 0 and wild = 1; while wild does not diverge, safe = wild and wild *= 2. Then halve the gap,
//   moving safe or wild to the middle, until `wild - safe < 0.005 * wild`.

public func largestRate(along slope: (Float) -> Float, from start: Float) throws -> Float {
    func diverges(_ rate: Float) throws -> Bool {
        try gradientDescent(along: slope, from: start, learningRate: rate, steps: 2000).diverged
    }
    var (safe, wild): (Float, Float) = (0, 1)
    while try !diverges(wild) { (safe, wild) = (wild, 2 * wild) }
    while wild - safe > 0.005 * wild {
        let middle = (safe + wild) / 2
        if try diverges(middle) { wild = middle } else { safe = middle }
    }
    // On paper: the limit is 2 divided by how fast the slope changes. Wide valleys allow large steps.
    return safe
}
