// Nudge: Take the name apart, from the last word to the first: error, log, squared, mean, root.
// Idea: The error of one prediction is log(predicted) − log(actual). Of these numbers the squares, of the squares the
//   mean, of the mean the root.
// Almost: `zip(predicted, actual).map { log($0) - log($1) }`, then `reduce(0) { $0 + $1 * $1 }` divided by the count,
//   and `squareRoot()`. Before that, `(predicted + actual).allSatisfy { $0 > 0 }`.

import Foundation

public func logError(predicted: [Double], actual: [Double]) throws -> Double? {
    guard (predicted + actual).allSatisfy({ $0 > 0 }) else { return nil }
    let errors = zip(predicted, actual).map { log($0) - log($1) }
    return (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
}
