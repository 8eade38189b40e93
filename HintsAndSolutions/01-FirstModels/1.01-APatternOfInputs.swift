// Nudge: An input that should be 1 speaks for firing, one that should be 0 against it. What weights do they get?
// Idea: With weights 1 and -1, the sum is the number of ones where ones should be, less the number of ones where zeros
//   should be. How does that differ from the number of inputs that are as they should be?
// Almost: A zero where a zero should be adds nothing to the sum, but it agrees. So the sum is always too small by the
//   number of `false` in the pattern, and the threshold has to be lower by as much.

public func neuron(for pattern: [Bool], atLeast count: Int) throws -> (weights: [Double], threshold: Double) {
    (pattern.map { $0 ? 1 : -1 }, Double(count - pattern.count { !$0 }))
}
