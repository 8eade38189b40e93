// # How to time a piece of code
//
// Section 17.2 · After this page you can measure how long a piece of code takes, and how far to trust the number.

import Common
import Foundation
import Notebook
import Tensors

// A notebook has two commands for that. `%time` runs a line once and says how long it took. `%timeit -n 20` runs it 20
// times in a row, divides, does all of that 7 times, and gives mean and standard deviation of the 7. In Swift both are
// a few lines.
//
// A clock that never jumps, and a closure, which is a piece of code in braces: that is `%time`.

/// How long a piece of code takes, once, in milliseconds, and what it gave. (The notebook's `%time`.)
public func timeOnce<Value>(_ work: () -> Value) -> (value: Value, milliseconds: Double) {
    var value: Value?
    let time = ContinuousClock().measure { value = work() }
    return (value!, time / .milliseconds(1))
}

// Times reach from less than a microsecond to more than a second, so we show them with three digits, wherever these
// begin:

/// A number with three digits from the first that is not zero: 0.00123, 1.23, 1234.
func shortened(_ number: Double) -> String {
    guard number > 0, number.isFinite else { return "\(number)" }
    let whole = Int(log10(number).rounded(.down))
    return fixed(number, min(9, max(0, 2 - whole)))
}

// One measurement says little about something short. The clock itself takes time to read, another program may get in
// between, and the first time is often the slowest, because memory has to be found and code to be loaded. So repeat it
// in a loop, and divide. And repeat the loop, to see how much the results differ:

/// How long a piece of code takes, measured several times. (The notebook's `%timeit`.)
public struct Timing: Sendable, CustomStringConvertible {
    /// For each run, the time of one of its loops, in milliseconds.
    public let runs: [Double]
    /// How often the code was repeated in a run.
    public let loops: Int

    /// Measures; the book's settings are 7 runs of 20 loops each.
    public init<Value>(runs: Int = 7, loops: Int = 20, _ work: () -> Value) {
        require(runs > 0 && loops > 0, "timing \(runs) × \(loops) loops", "there is nothing to measure")
        self.loops = loops
        self.runs = (0..<runs).map { _ in
            timeOnce { for _ in 0..<loops { _ = work() } }.milliseconds / Double(loops)
        }
    }

    /// Runs that were measured elsewhere.
    public init(runs: [Double], loops: Int) {
        require(!runs.isEmpty, "timing", "there are no runs")
        (self.runs, self.loops) = (runs, loops)
    }

    /// The mean of the runs, in milliseconds.
    public var mean: Double { runs.reduce(0, +) / Double(runs.count) }

    /// Their standard deviation over n, as `%timeit` computes it.
    public var deviation: Double {
        (runs.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(runs.count)).squareRoot()
    }

    /// The fastest run. Whatever disturbs a measurement makes it longer, so this one was disturbed least.
    public var best: Double { runs.min()! }

    public var description: String {
        "\(shortened(mean)) ± \(shortened(deviation)) milliseconds per loop (mean and standard deviation of "
            + "\(runs.count) runs, \(loops) \(loops == 1 ? "loop" : "loops") each)"
    }
}

extension Foundations {
    func timeAPiece() {
        // The engine's product, once, and then repeatedly:
        let (m1, m2) = testMatrices
        show("\(shortened(timeOnce { m1.matmul(m2) }.milliseconds)) milliseconds", "the first time")
        let timing = Timing { m1.matmul(m2) }
        show(timing, "7 runs of 20 loops")
        show("\(shortened(timing.best)) milliseconds per loop", "the fastest of the 7 runs")

        // The book prints 14 µs ± 8.95 µs for its library's product, which is 0.014 milliseconds. A spread of more than
        // half the mean tells you that something else was going on, and that of a number like 14 only the order of
        // magnitude should be believed. So it is with all times in this chapter, the book's and ours.
        //
        // When this chapter says how many times faster something is, it compares `best` with `best`. One run out of
        // seven that was interrupted can double a mean. The fastest run it leaves as it is.
    }
}
