// Nudge: Count the 23581 by hand first: which numbers do you multiply, which do you add?
// Idea: A layer from a to b has a · b + b parameters, and there is a layer between every two neighbours: `zip` the
//   widths with `widths.dropFirst()`. For the second question, write the count of [in, h, out] as a formula in h.
// Almost: in · h + h + h · out + out = h · (in + 1 + out) + out. So h is the count of the deep net, minus out, divided
//   by (in + 1 + out), rounded down; and never below 0.

public func parameterCount(_ widths: [Int]) throws -> Int {
    zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + $1.1 }
}

public func widestLayer(insteadOf widths: [Int]) throws -> Int {
    let (inputs, outputs) = (widths[0], widths[widths.count - 1])
    // Each hidden unit costs its weights to both sides, and its bias. The biases of the outputs are there anyway.
    return max(0, try parameterCount(widths) - outputs) / (inputs + 1 + outputs)
}
