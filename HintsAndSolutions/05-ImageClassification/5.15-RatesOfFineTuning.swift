// Nudge: Both parts are the same cycle with other numbers. Write the cycle once, for a peak of 1.
// Idea: A group's rate is its peak times the cycle's value. The peaks of the second part are `evenlyMultiplied` of
//   section 5.6 (06h-RatesForGroups.swift): the factor from group to group is the (groups - 1)-th root of 100.
// Almost: `func cycle(_ t: Double, rise: Double, divisor: Double) -> Double` is a half wave from 1 / divisor to 1 at
//   the share t / rise, if t < rise, and else one from 1 to 1e-5 at (t - rise) / (1 - rise). A group's peak in the
//   second part is `rate / 2 * pow(100, Double(group) / Double(groups - 1) - 1)`.

import Foundation

public func fineTuningRates(
    epochs: Int, frozenEpochs: Int, batches: Int, groups: Int, rate: Double
) throws -> [[Double]] {
    func halfWave(_ a: Double, _ b: Double, _ s: Double) -> Double { a + (b - a) * (1 - cos(.pi * s)) / 2 }
    func cycle(_ t: Double, rise: Double, divisor: Double) -> Double {
        t < rise ? halfWave(1 / divisor, 1, t / rise) : halfWave(1, 1e-5, (t - rise) / (1 - rise))
    }
    func part(_ count: Int, rise: Double, divisor: Double, peaks: [Double]) -> [[Double]] {
        (0..<count).map { i in
            let value = cycle(Double(i) / Double(count), rise: rise, divisor: divisor)
            return peaks.map { $0 * value }
        }
    }
    let frozen = (0..<groups).map { $0 == groups - 1 ? rate : 0 }
    let spread = (0..<groups).map { group -> Double in
        let place = Double(group) / Double(groups - 1)
        return rate / 2 * pow(100, place - 1)
    }
    return part(frozenEpochs * batches, rise: 0.99, divisor: 25, peaks: frozen)
        + part(epochs * batches, rise: 0.3, divisor: 5, peaks: spread)
}
