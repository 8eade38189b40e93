// # Schedules: settings that change while the model learns
//
// A schedule says what a number should be when a share t of training is done, t from 0 to 1:
//
//     let rate = Schedule.oneCycle(0.01)
//     for step in 0..<steps {
//         optimizer.learningRate = rate(Double(step) / Double(steps))
//         …
//     }

import Foundation
import Tensors

/// A number that depends on how much of training is done.
public struct Schedule: Sendable {
    private let value: @Sendable (Double) -> Double

    /// - Parameter value: from t in 0...1.
    public init(_ value: @escaping @Sendable (_ t: Double) -> Double) { self.value = value }

    /// The value at t; below 0 and above 1 it is that of the nearer end.
    public func callAsFunction(_ t: Double) -> Float { Float(value(min(max(t, 0), 1))) }

    /// This schedule with all values multiplied.
    public static func * (factor: Float, schedule: Schedule) -> Schedule {
        Schedule { Double(factor) * schedule.value($0) }
    }
}

// MARK: Simple ones

extension Schedule {
    /// The same value all the time.
    public static func constant(_ value: Float) -> Schedule { Schedule { _ in Double(value) } }

    /// start + t (end - start)
    public static func linear(_ start: Float, _ end: Float) -> Schedule {
        let (start, end) = (Double(start), Double(end))
        return Schedule { start + $0 * (end - start) }
    }

    /// start + ½ (1 - cos πt) (end - start): slow at both ends, as half a wave.
    public static func cosine(_ start: Float, _ end: Float) -> Schedule {
        let (start, end) = (Double(start), Double(end))
        return Schedule { start + (1 - cos(.pi * $0)) / 2 * (end - start) }
    }

    /// start · (end / start)ᵗ: by the same factor in every step.
    public static func exponential(_ start: Float, _ end: Float) -> Schedule {
        require(start > 0 && end > 0, "an exponential schedule from \(start) to \(end)", "both must be above 0")
        let (start, quotient) = (Double(start), Double(end) / Double(start))
        return Schedule { start * pow(quotient, $0) }
    }

    /// Multiplied by `factor` whenever one of the times (shares of training) is reached.
    public static func step(_ start: Float, times factor: Float = 0.1, at times: [Double]) -> Schedule {
        Schedule { t in Double(start) * pow(Double(factor), Double(times.count { $0 <= t })) }
    }
}

// MARK: Put together

extension Schedule {
    /// One schedule after the other, each for a share of the time; together the shares are 1.
    public static func sequence(_ parts: (share: Double, schedule: Schedule)...) -> Schedule {
        let total = parts.reduce(0) { $0 + $1.share }
        require(
            parts.allSatisfy { $0.share >= 0 } && abs(total - 1) < 1e-9,
            "a sequence of schedules with shares \(parts.map(\.share))", "they add up to \(total), not to 1")
        return Schedule { t in
            var start = 0.0
            for (share, schedule) in parts.dropLast() {
                if t < start + share { return schedule.value((t - start) / share) }
                start += share
            }
            let (share, schedule) = parts.last!
            return schedule.value(share > 0 ? min((t - start) / share, 1) : 1)
        }
    }

    /// Up along a cosine to the peak, then down along another: the learning rate of one-cycle training, L. Smith
    /// and N. Topin, "Super-Convergence" (2018). Defaults are fastai's.
    ///
    /// - Parameters:
    ///   - rise: the share of the time that goes up.
    ///   - startDivisor, endDivisor: it begins at peak / startDivisor and ends at peak / endDivisor.
    public static func oneCycle(
        _ peak: Float, rise: Double = 0.25, startDivisor: Float = 25, endDivisor: Float = 1e5
    ) -> Schedule {
        requireDivisors(startDivisor, endDivisor)
        return sequence((rise, cosine(peak / startDivisor, peak)), (1 - rise, cosine(peak, peak / endDivisor)))
    }

    /// What momentum does meanwhile: where the steps are long, it is small.
    public static func oneCycleMomentum(
        rise: Double = 0.25, _ start: Float = 0.95, _ middle: Float = 0.85, _ end: Float = 0.95
    ) -> Schedule {
        sequence((rise, cosine(start, middle)), (1 - rise, cosine(middle, end)))
    }

    /// The same for a while, then down along a cosine.
    public static func flatCosine(_ value: Float, flat: Double = 0.75, endDivisor: Float = 1e5) -> Schedule {
        requireDivisors(endDivisor)
        return sequence((flat, constant(value)), (1 - flat, cosine(value, value / endDivisor)))
    }
}

private func requireDivisors(_ divisors: Float...) {
    require(divisors.allSatisfy { $0 > 0 }, "a schedule with the divisors \(divisors)", "each must be above 0")
}
