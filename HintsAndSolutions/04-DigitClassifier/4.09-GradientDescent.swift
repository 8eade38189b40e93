// Nudge: Work out the first step by hand: how steep is the parabola at −1.5, and which way is down?
// Idea: Keep one number, the current x. Each round of the loop changes it and remembers its new value.
// Almost: `x -= learningRate * 2 * x`, then append x to the list. A rate of 1 makes x jump from side to side
//   forever, and anything above makes it run away: both are correct.

public func gradientDescent(from start: Float, learningRate: Float, steps: Int) throws -> [Float] {
    var x = start
    return (0..<steps).map { _ in
        x -= learningRate * 2 * x
        return x
    }
}
