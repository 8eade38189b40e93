// Nudge: Both numbers go from one value to another twice, at the same times and in the same form. What is the form?
// Idea: A function from start, end and a share t: start + (1 − cos πt) / 2 · (end − start). Find out which half it is,
//   and how much of that half is over.
// Almost: In the first quarter t is done / 0.25, then it is (done − 0.25) / 0.75. First `min(max(done, 0), 1)`.

import Foundation

public func cosineCycle(done: Double, highest: Double) throws -> (rate: Double, momentum: Double) {
    let done = min(max(done, 0), 1)
    func between(_ start: Double, _ end: Double, _ t: Double) -> Double {
        start + (1 - cos(.pi * t)) / 2 * (end - start)
    }
    if done < 0.25 {
        let t = done / 0.25
        return (between(highest / 25, highest, t), between(0.95, 0.85, t))
    }
    let t = (done - 0.25) / 0.75
    return (between(highest, highest / 100_000, t), between(0.85, 0.95, t))
}
