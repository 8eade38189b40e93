// # One map of the light
//
// Brightness and contrast are changed where there is no darkest and no lightest: a value between 0 and 1 becomes
// log(v / (1 - v)), which may be any number. There a brighter picture is a sum and more contrast a product, and the way
// back (the sigmoid) never leaves 0…1. One after the other, two such changes are again a product and a sum.

import Foundation
import Tensors

/// A change of light: gain · logit(v) + shift, and back.
public struct Light: Sendable, Equatable {
    /// Contrast: 1 changes nothing.
    public var gain: Double
    /// Brightness: 0 changes nothing.
    public var shift: Double

    public init(gain: Double = 1, shift: Double = 0) { (self.gain, self.shift) = (gain, shift) }

    /// Nothing changes.
    public static let same = Light()

    /// First this change, then another one.
    public func then(_ next: Light) -> Light { Light(gain: gain * next.gain, shift: shift * next.gain + next.shift) }

    /// What becomes of a brightness between 0 and 1.
    public func callAsFunction(_ value: Double) -> Double {
        if self == .same { return value }
        return 1 / (1 + exp(-(gain * log(value / (1 - value)) + shift)))
    }
}

/// Makes a picture brighter or darker. (The book's `Brightness`.)
public struct Brightness: BatchTransform {
    public let most: Double, probability: Double

    /// - Parameters:
    ///   - most: from 0 to 1: a middle grey becomes at most (1 + most) / 2, or at least (1 - most) / 2.
    ///   - p: how likely the change is at all.
    public init(_ most: Double = 0.2, p probability: Double = 0.75) {
        require(most >= 0 && most < 1, "Brightness(\(most))", "the most is from 0 to below 1")
        (self.most, self.probability) = (most, checked(probability, "Brightness"))
    }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let grey = random.uniform((1 - most) / 2, (1 + most) / 2)
        guard random.happens(probability) else { return .none }
        return Change(light: Light(shift: log(grey / (1 - grey))))
    }
}

/// Moves all brightnesses away from the middle, or towards it. (The book's `Contrast`.)
public struct Contrast: BatchTransform {
    public let most: Double, probability: Double

    /// - Parameters:
    ///   - most: from 0 to 1: the factor is between 1 - most and 1 / (1 - most).
    ///   - p: how likely the change is at all.
    public init(_ most: Double = 0.2, p probability: Double = 0.75) {
        require(most >= 0 && most < 1, "Contrast(\(most))", "the most is from 0 to below 1")
        (self.most, self.probability) = (most, checked(probability, "Contrast"))
    }

    public func change(of size: Size2D, using random: inout SplitMix64) -> Change {
        let factor = exp(random.uniform(log(1 - most), -log(1 - most)))
        guard random.happens(probability) else { return .none }
        return Change(light: Light(gain: factor))
    }
}
