// Nudge: The page has two tables of waves and two products. Here a single window needs no tables: two sums for each k.
// Idea: A wave that swings k times in n samples has the angle 2π · k · t / n at sample t. If it swings k times in n
//   samples, and n samples take n / rate seconds, how often does it swing in one second?
// Almost: For each k from 1 on, while 2 · k < n (for an odd n, the last k is n / 2, rounded down), `cosine` and `sine`
//   are sums over t of `samples[t] * cos(angle)` and `* sin(angle)`, and the strength is the sum of their squares. Keep
//   k where it is more than 1.000001 times the best so far, and not nothing. At the end, the swings of the best k in n
//   samples have to become swings in a second.

import Foundation

public func loudestTone(_ samples: [Double], rate: Int) throws -> Double? {
    let n = samples.count
    guard n >= 4 else { return nil }
    var (best, strongest) = (0, 0.0)
    for k in 1..<max(2, (n + 1) / 2) {
        var (cosine, sine) = (0.0, 0.0)
        for (t, sample) in samples.enumerated() {
            let angle = 2 * Double.pi * Double(k * t % n) / Double(n)
            cosine += sample * cos(angle)
            sine += sample * sin(angle)
        }
        let strength = cosine * cosine + sine * sine
        if strength > strongest * 1.000001 && strength >= 1e-9 { (best, strongest) = (k, strength) }
    }
    return best == 0 ? nil : Double(best * rate) / Double(n)
}
