// Mean and standard deviation: what is left of one number per seed.
//
//     table.add("net", Spread(accuracies))        0.9814 ± 0.0005

import Common
import Figures
import Tensors

/// The mean of some numbers, and how far from it they usually are.
public struct Spread: Sendable, Hashable {
    public let mean: Double
    /// The sample standard deviation, with n - 1; nil for a single number.
    public let deviation: Double?

    /// - Precondition: there is at least one value.
    public init(_ values: [some BinaryFloatingPoint]) {
        let values = values.map { Double($0) }
        require(!values.isEmpty, "a spread", "there are no values", try: "one value per seed")
        // (Where all are the same, rounding must not make a difference.)
        let areSame = values.allSatisfy { $0 == values[0] }
        let mean = areSame ? values[0] : values.reduce(0, +) / Double(values.count)
        self.mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        deviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil
    }
}

extension Spread: TableCell {
    /// "0.9814 ± 0.0005"
    public func cellText(decimals: Int) -> String {
        fixed(mean, decimals) + (deviation.map { " ± " + fixed($0, decimals) } ?? "")
    }
}
