// Nudge: Work out the first steps by hand: how steep is the parabola at −1.5, which way is down, how long is the step?
// Idea: Keep the current x and the path. Each round of a loop makes one step and notes the new x; then it looks at the
//   step, and at x, and decides whether this was the last round.
// Almost: Keep the step in a constant before you make it: its length is needed afterwards. First ask whether the walk
//   diverges: `!(abs(x) <= 1e6)` is true of NaN as well, for which every comparison is false. Then ask whether the step
//   was shorter than 1e-4. And what do you return if the loop comes to its end?

public func gradientDescent(
    along slope: (Float) -> Float, from start: Float, learningRate: Float, steps: Int
) throws -> (path: [Float], arrived: Bool, diverged: Bool) {
    var (x, path): (Float, [Float]) = (start, [])
    for _ in 0..<steps {
        let step = -learningRate * slope(x)
        x += step
        path.append(x)
        // Not `abs(x) > 1e6`: NaN is neither above nor below anything.
        if !(abs(x) <= 1e6) { return (path, arrived: false, diverged: true) }
        if abs(step) < 1e-4 { return (path, arrived: true, diverged: false) }
    }
    return (path, arrived: false, diverged: false)
}
