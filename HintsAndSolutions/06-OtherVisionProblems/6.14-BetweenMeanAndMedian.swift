// Nudge: Where the loss is least, its slope is zero. What is the slope of one label's part?
// Idea: It is the error itself, but never beyond ±delta. The sum of the slopes grows with the answer and never falls.
//   So halve an interval: where the slope is negative, the best answer is further up.
// Almost: Begin with the smallest and the largest label as the ends. A hundred halvings are more than enough. The slope
//   of one label's part at the middle is `middle - label`, kept within ±delta by `min` and `max`; the sign of the sum
//   of these says which end moves to the middle.

public func huberAnswer(_ labels: [Double], delta: Double) throws -> Double {
    var (low, high) = (labels.min()!, labels.max()!)
    for _ in 0..<100 {
        let middle = (low + high) / 2
        let slope = labels.reduce(0) { $0 + max(-delta, min(delta, middle - $1)) }
        if slope < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
