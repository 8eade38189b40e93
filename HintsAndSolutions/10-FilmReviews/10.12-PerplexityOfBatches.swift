// Nudge: The mean of the perplexities is not it, and neither is e to the mean of the losses. Which mean is?
// Idea: The loss of all tokens together is the sum of each batch's loss times its tokens, divided by all tokens.
// Almost: `zip(losses, tokens).reduce(0) { … }` gives the sum. With `import Foundation`, `exp` makes a perplexity of
//   the mean. Where there are no tokens there is no mean: look at that first.

import Foundation

public func perplexityOfBatches(losses: [Double], tokens: [Int]) -> Double? {
    let all = tokens.reduce(0, +)
    if all == 0 { return nil }
    let sum = zip(losses, tokens).reduce(0) { $0 + $1.0 * Double($1.1) }
    return exp(sum / Double(all))
}
