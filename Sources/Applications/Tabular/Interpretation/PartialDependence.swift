// # How a prediction changes with one column
//
// The mean price of the machines of each year says little about the year: newer ones differ in many ways. Partial
// dependence asks the model instead: what if every machine had been made in 1990, and nothing else were different? And
// in 1991? One column is set to a value in all rows, all rows are predicted, and the mean is a point of the curve.

/// What a model predicts on average when one column is set to one value after the other.
public struct PartialDependence: Sendable, Equatable {
    public let name: String
    public let values: [Float]
    /// The mean of what is predicted for all rows, for each value.
    public let means: [Double]
}

extension Regressor {
    /// - Parameters:
    ///   - name: the column that is changed.
    ///   - values: what it is set to; by default `Features.grid`.
    /// - Throws: ``FitProblem``.
    public func partialDependence(
        on name: String, _ features: Features, values: [Float]? = nil
    ) throws -> PartialDependence {
        guard features.count > 0 else { throw FitProblem("there is no row to predict") }
        let values = try values ?? features.grid(of: name)
        let means = try values.map { value in
            let same = try features.replacing(name, with: Array(repeating: value, count: features.count))
            return try predict(same).reduce(0, +) / Double(features.count)
        }
        return PartialDependence(name: name, values: values, means: means)
    }
}

extension Features {
    /// Values to try for a column: all that it has, if they are few; otherwise evenly spread from what 5 % of the rows
    /// are below to what 5 % are above, so that single odd rows do not stretch the curve.
    public func grid(of name: String, count: Int = 20) throws -> [Float] {
        let column = try self[name]
        let different = Set(column).sorted()
        guard different.count > count, count > 1 else { return different }
        let sorted = column.sorted()
        let (low, high) = (sorted.quantile(0.05), sorted.quantile(0.95))
        guard low < high else { return different.count > count ? [low] : different }
        return (0..<count).map { low + (high - low) * Float($0) / Float(count - 1) }
    }
}

extension [Float] {
    /// Of sorted numbers, the one that this share of them is below; between two of them, a mixture.
    fileprivate func quantile(_ share: Double) -> Float {
        let place = share * Double(count - 1)
        let below = Int(place)
        let rest = Float(place - Double(below))
        return self[below] + rest * (self[Swift.min(below + 1, count - 1)] - self[below])
    }
}
