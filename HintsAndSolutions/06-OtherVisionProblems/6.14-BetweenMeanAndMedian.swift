// Nudge: Where the loss is least, its slope is zero. What is the slope of one label's part?
// Idea: It is the error itself, but never beyond ±delta. The sum of the slopes grows with the answer and never falls.
//   So halve an interval: where the slope is negative, the best answer is further up.
// Almost: begin with the smallest and the largest label. A hundred times: take the middle; the slope there is the sum
//   of `max(-delta, min(delta, middle - label))`; if it is below 0, the middle is the new lower end, else the new upper
//   end.

public func huberAnswer(_ labels: [Double], delta: Double) throws -> Double {
    var (low, high) = (labels.min()!, labels.max()!)
    for _ in 0..<100 {
        let middle = (low + high) / 2
        let slope = labels.reduce(0) { $0 + max(-delta, min(delta, middle - $1)) }
        if slope < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
}
