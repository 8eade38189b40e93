// Nudge: The error is about prices, and what you have are logarithms.
// Idea: `exp` undoes `log`. Divide by the true price, not by the predicted one.
// Almost: Add up `abs(exp(prediction) - exp(target)) / exp(target)` over all rows, and divide by their number.

import Foundation

public func percentageError(ofLogs predictions: [Double], _ targets: [Double]) throws -> Double? {
    guard !targets.isEmpty else { return nil }
    let shares = zip(predictions, targets).map { abs(exp($0) - exp($1)) / exp($1) }
    return shares.reduce(0, +) / Double(targets.count)
}
