// Nudge: What is the average of gradients that are all 1? It is the total of the weights, whatever the betas are.
// Idea: So run the moving average over ones, each step with its own beta. That is what Adam should divide by. It does
//   divide by 1 − betaⁿ, with the beta of this step and n counted from 1.
// Almost: Keep `total`, beginning with 0. For each step: total = beta · total + 1 − beta, and note
//   (1 − pow(beta, Double(n))) / total.

import Foundation

public func errorOfAdamsCorrection(_ betas: [Double]) throws -> [Double] {
    var total = 0.0
    return betas.enumerated().map { step, beta in
        total = beta * total + 1 - beta
        return (1 - pow(beta, Double(step + 1))) / total
    }
}
