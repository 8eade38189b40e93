// Nudge: Only leads matter. Which activation may be subtracted from all, and among which classes must it be looked
//   for?
// Idea: Subtract the largest activation of the possible classes first, and divide by the temperature after that: the
//   differences are 0 or below, and a small temperature only makes e to their power 0. Leave out what is not possible
//   before you compute with it, for NaN times 0 is NaN.
// Almost: `let powers = activations.indices.map { isPossible[$0] ? exp((activations[$0] - highest) / temperature) : 0
//   }`, then each divided by their sum. `highest` is the maximum over `activations.indices.filter { isPossible[$0]
//   }`.

import Foundation

public func probabilities(_ activations: [Float], temperature: Float, isPossible: [Bool]) throws -> [Float]? {
    guard activations.count == isPossible.count else { return nil }
    let possible = activations.indices.filter { isPossible[$0] }
    guard let highest = possible.map({ activations[$0] }).max() else { return nil }
    let powers = activations.indices.map { isPossible[$0] ? exp((activations[$0] - highest) / temperature) : 0 }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}
