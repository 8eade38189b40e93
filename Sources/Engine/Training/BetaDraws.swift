// # Random shares
//
// A share is a number from 0 to 1. The distribution Beta(a, b) says which shares are likely: with a = b = 1 all of them
// alike, with small a and b those near 0 and 1, with large ones those near a / (a + b). If x and y are drawn from
// Gamma(a) and Gamma(b), then x / (x + y) is such a share. So it is enough to draw from Gamma.

import Foundation
import Tensors

extension RandomNumberGenerator {
    /// A share from Beta(a, b), for any a and b above 0.
    public mutating func beta(_ a: Double, _ b: Double) -> Double {
        require(
            a > 0 && b > 0 && a.isFinite && b.isFinite, "a draw from Beta(\(a), \(b))", "both numbers must be above 0")
        // By logarithms: for small a and b, both draws may be too small for a number.
        let (x, y) = (logGamma(a), logGamma(b))
        return 1 / (1 + exp(y - x))
    }

    /// A number from Gamma(shape): its mean is the shape, and so is its variance.
    public mutating func gamma(_ shape: Double) -> Double {
        require(shape > 0 && shape.isFinite, "a draw from Gamma(\(shape))", "the shape must be above 0")
        return exp(logGamma(shape))
    }

    /// The logarithm of a draw. (G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000.)
    private mutating func logGamma(_ shape: Double) -> Double {
        // Their way for shapes below 1: a draw for a shape that is larger by 1, made smaller at random.
        if shape < 1 {
            let larger = logGamma(shape + 1)
            return larger + log(1 - uniform()) / shape
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            guard v > 0 else { continue }
            if log(1 - uniform()) < x * x / 2 + d - d * v + d * log(v) { return log(d) + log(v) }
        }
    }

    /// A standard normal number (Marsaglia's polar method).
    private mutating func normal() -> Double {
        while true {
            let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
            let square = x * x + y * y
            if square < 1, square > 0 { return x * (-2 * log(square) / square).squareRoot() }
        }
    }
}
