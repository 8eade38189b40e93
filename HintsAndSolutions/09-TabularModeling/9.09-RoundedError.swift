// Nudge: Three steps: ask the model, compare, round.
// Idea: `model.predict(x)` gives a number for each row. Of the differences the squares, of these the mean, of that the
//   root. Six decimals are what is left after multiplying by a million, rounding, and dividing again.
// Almost: `zip(try model.predict(x), y).map(-)` are the differences. `(z * 1e6).rounded()` rounds to millionths; it
//   must be the last thing that happens, after the root.

import Tabular

public func modelError(_ model: any Regressor, _ x: Features, _ y: [Double]) throws -> Double {
    let errors = zip(try model.predict(x), y).map(-)
    let root = (errors.reduce(0) { $0 + $1 * $1 } / Double(y.count)).squareRoot()
    return (root * 1e6).rounded() / 1e6
}
