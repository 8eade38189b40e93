// Nudge: First the time of each batch. Then there are two cases: still flat, or somewhere on the wave.
// Idea: Batch number k has the time t = k / batches. On the wave, the share of it that is done is (t − flat) / (1 −
//   flat). `halfWave` of the page goes from one number to another; write such a function again.
// Almost: start + (1 − cos(π · done)) / 2 · (end − start), with start = rate and end = rate / endDivisor. If you ask `t
//   < flat` first, a flat of 1 never divides by 0.

import Foundation

public func flatCosineRates(batches: Int, rate: Double, flat: Double, endDivisor: Double) throws -> [Double] {
    (0..<batches).map { batch in
        let t = Double(batch) / Double(batches)
        if t < flat { return rate }
        let done = (t - flat) / (1 - flat)
        return rate + (1 - cos(.pi * done)) / 2 * (rate / endDivisor - rate)
    }
}
