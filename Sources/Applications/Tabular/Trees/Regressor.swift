// # What all models of this floor have in common

import Common

/// A model that predicts a number from a row of columns.
public protocol Regressor: Sendable {
    /// The columns that it has learned from.
    var names: [String] { get }
    /// A number for each row.
    /// - Throws: ``FitProblem`` when the columns are not those that it has learned from.
    func predict(_ features: Features) throws -> [Double]
}

/// The root of the mean squared difference. (The book's `r_mse`, which also rounds to six digits.)
public func rootMeanSquaredError(_ predictions: [Double], _ targets: [Double]) -> Double {
    (zip(predictions, targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(targets.count)).squareRoot()
}

/// How much of the targets' variance is explained: 1 if all predictions are right, 0 if they are no better than the
/// mean. (R²; scikit-learn's `r2_score`.) Targets that are all equal have no variance: then it is 1 or 0.
public func rSquared(_ predictions: [Double], _ targets: [Double]) -> Double {
    let mean = targets.reduce(0, +) / Double(targets.count)
    let left = zip(predictions, targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let total = targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return total > 0 ? 1 - left / total : left == 0 ? 1 : 0
}

extension Regressor {
    /// The root of the mean squared error on some rows. (The book's `m_rmse`.)
    public func rootMeanSquaredError(_ features: Features, _ targets: [Double]) throws -> Double {
        Tabular.rootMeanSquaredError(try predict(features), targets)
    }
}

/// What `features` and `targets` must be before anything is learned from them.
func expectLearnable(_ features: Features, _ targets: [Double]) throws {
    guard !features.names.isEmpty else { throw FitProblem("there is no column to learn from") }
    guard features.count > 0 else { throw FitProblem("there is no row to learn from") }
    guard features.count < Int(UInt32.max) else { throw FitProblem("there are more than 2³² rows") }
    guard targets.count == features.count else {
        throw FitProblem(
            "\(counted(targets.count, "target")) for \(counted(features.count, "row"))", try: "a target for each row")
    }
    // The squares of larger numbers would overflow.
    if let row = targets.firstIndex(where: { !(abs($0) < 1e100) }) {
        throw FitProblem("the target of row \(row) is \(targets[row])", try: "leaving out rows without a target")
    }
}
