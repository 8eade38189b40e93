// # Discriminative learning rates
//
//     try learner.fitOneCycle(12, .slice(1e-6, 1e-4))
//
// The first layers have learned something that is of use for any photo, and should hardly change; the last ones know
// nothing yet. So each parameter group has a rate of its own, between the lowest for the first group and the highest
// for the last, each group by the same factor faster than the one before. J. Howard and S. Ruder, "Universal Language
// Model Fine-tuning for Text Classification" (2018).

import Foundation
import Tensors

/// A learning rate for all groups, or one for each: `3e-3`, `.slice(1e-6, 1e-4)`.
public struct LearningRates: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    private enum Kind: Equatable { case same, even(Float), lastAlone }

    /// That of the last group.
    public let highest: Float
    private let kind: Kind

    private init(_ highest: Float, _ kind: Kind) {
        require(highest >= 0 && highest.isFinite, "a learning rate of \(highest)", "it must be a number, 0 or more")
        (self.highest, self.kind) = (highest, kind)
    }

    /// The same for all groups.
    public init(_ rate: Float) { self.init(rate, .same) }
    public init(floatLiteral rate: Float) { self.init(rate) }
    public init(integerLiteral rate: Int) { self.init(Float(rate)) }

    /// From the first group's to the last group's, by the same factor from group to group. (The book's
    /// `slice(low, high)`.)
    public static func slice(_ low: Float, _ high: Float) -> LearningRates {
        require(
            low > 0 && high > 0, "a slice of learning rates from \(low) to \(high)",
            "there is no factor from or to 0", try: "rates above 0")
        return LearningRates(high, .even(low))
    }

    /// The last group's; the others have a tenth of it. (The book's `slice(high)`.)
    public static func slice(_ high: Float) -> LearningRates { LearningRates(high, .lastAlone) }

    /// The rate of each of `count` groups.
    public func rates(_ count: Int) -> [Float] { shares(count).map { $0 * highest } }

    /// The rate of each group as a share of the highest.
    package func shares(_ count: Int) -> [Float] {
        require(count >= 0, "the rates of \(count) groups", "a count cannot be negative")
        return (0..<count).map { group in
            if group == count - 1 { return 1 }
            switch kind {
            case .same: return 1
            case .lastAlone: return 0.1
            case .even(let low):
                let distance = Double(count - 1 - group) / Double(count - 1)
                return Float(pow(Double(low) / Double(highest), distance))
            }
        }
    }
}
