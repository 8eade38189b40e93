// Nudge: Three steps: ask the model, compare, round.
// Idea: `model.predict(x)` gives a number for each row. Of the differences the squares, of these the mean, of that the
//   root. Six decimals are what is left after multiplying by a million, rounding, and dividing again.
// Almost: `let errors = zip(try model.predict(x), y).map(-)`; the sum of squares by `reduce`, divided by `y.count`;
//   then `(root * 1e6).rounded() / 1e6`.

import Tabular

public func modelError(_ model: any Regressor, _ x: Features, _ y: [Double]) throws -> Double {
    let errors = zip(try model.predict(x), y).map(-)
    let root = (errors.reduce(0) { $0 + $1 * $1 } / Double(y.count)).squareRoot()
    return (root * 1e6).rounded() / 1e6
}
