// Nudge: sigmoidRange does three things, one after the other: a sigmoid, a stretch, a shift. Undo them, the last one
//   first.
// Idea: Without shift and stretch, the output is a share s between 0 and 1. Which x has σ(x) = s? Solve s = 1 / (1 +
//   e^-x) for x.
// Almost: s is (y - low) / (high - low), and x is the logarithm of s / (1 - s). Both bounds need an `if` before that.

import Foundation

public func beforeTheRange(_ outputs: [Double], low: Double, high: Double) throws -> [Double] {
    outputs.map { output in
        if output <= low { return -.infinity }
        if output >= high { return .infinity }
        let share = (output - low) / (high - low)
        return log(share / (1 - share))
    }
}
