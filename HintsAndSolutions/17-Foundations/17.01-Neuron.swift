// Nudge: There are three steps: may these lists be paired at all, the weighted sum, and what is negative becomes 0.
// Idea: `zip` would pair lists of different lengths, and drop what is left over. So compare the two counts first. For
//   the sum, a loop will do, or `map` and `reduce` as on the page.
// Almost: `guard inputs.count == weights.count else { return nil }`. Then begin with the bias, and add each product.
//   In the end, `max(0, sum)`.

public func firing(inputs: [Float], weights: [Float], bias: Float) throws -> Float? {
    guard inputs.count == weights.count else { return nil }
    let sum = zip(inputs, weights).reduce(bias) { $0 + $1.0 * $1.1 }
    return max(0, sum)
}
