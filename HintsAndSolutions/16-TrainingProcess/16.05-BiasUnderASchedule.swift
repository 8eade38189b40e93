// Nudge: Adam's divisor 1 − betaⁿ is a total of weights, and so is the one that is wanted. With which gradients would a
//   moving average show the total of its weights, and nothing else?
// Idea: If all gradients are 1, the average is that total, whatever the betas are. So run the average over ones, each
//   step with its own beta.
// Almost: `total` begins with 0, and becomes beta · total + (1 − beta) in each step. Adam divides by 1 − betaⁿ at step
//   n, counted from 1; `pow` comes from Foundation. Which of the two is divided by which?

import Foundation

public func errorOfAdamsCorrection(_ betas: [Double]) throws -> [Double] {
    var total = 0.0
    return betas.enumerated().map { step, beta in
        total = beta * total + 1 - beta
        return (1 - pow(beta, Double(step + 1))) / total
    }
}
