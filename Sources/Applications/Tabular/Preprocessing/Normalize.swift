// # The same scale for all
//
// A tree asks which numbers are smaller, and does not care how large they are. A net multiplies them, and a column of
// seconds since 1970 would drown all others. So every number becomes its distance from the mean, in standard
// deviations, both of the training rows.

import Foundation

/// Brings columns to mean 0 and standard deviation 1. (The book's `Normalize`.)
public struct Normalize: Sendable, Codable, Equatable {
    /// The columns that it changes.
    public let names: [String]
    public let means: [Double]
    /// Divided by n, as in the book's library. That of a constant column is 1: all that such a column says is 0.
    public let deviations: [Double]

    /// - Parameter frame: the training rows.
    public init(_ frame: DataFrame, _ names: [String]) {
        self.names = names
        let statistics = names.map { name in
            let numbers = frame[name].numbers.filter(\.isFinite)
            let mean = numbers.isEmpty ? 0 : numbers.reduce(0, +) / Double(numbers.count)
            let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean, (squares / Double(max(1, numbers.count))).squareRoot())
        }
        means = statistics.map(\.0)
        deviations = statistics.map { $0.1 > 1e-9 * max(1, abs($0.0)) ? $0.1 : 1 }
    }

    /// The table with these columns in standard deviations.
    /// - Throws: ``TableProblem`` when a column is not there.
    public func callAsFunction(_ frame: DataFrame) throws -> DataFrame { try change(frame) { ($0 - $1) / $2 } }

    /// The table with these columns as they were.
    public func undone(_ frame: DataFrame) throws -> DataFrame { try change(frame) { $0 * $2 + $1 } }

    private func change(
        _ frame: DataFrame, _ body: (_ x: Double, _ mean: Double, _ deviation: Double) -> Double
    ) throws -> DataFrame {
        var frame = frame
        for (name, (mean, deviation)) in zip(names, zip(means, deviations)) {
            frame[name] = try frame.column(name).mapNumbers { body($0, mean, deviation) }
        }
        return frame
    }

    var isSound: Bool {
        names.count == means.count && names.count == deviations.count && Set(names).count == names.count
            && (means + deviations).allSatisfy(\.isFinite) && deviations.allSatisfy { $0 > 0 }
    }
}
