// # Saved answers
//
// Section 20.3 · After this page you can rewrite a program without fear, and know what drives a profit.

import Figures
import Foundation
import Notebook
import Tensors

// Two items of maintenance are about code. When are test cases written? What makes sure that a program that is
// rewritten still does the same? A simple habit answers both. Save inputs, and what the program has made of them while
// it was trusted; whoever changes it compares. Such answers are called *golden*. This project's own tests have hundreds
// of them, made by PyTorch. `GoldenAnswers` keeps some, and says where another program differs:

/// Inputs, and the outputs that a trusted program has made of them.
public struct GoldenAnswers: Sendable {
    public let inputs: [[Double]], outputs: [Double]

    public init(_ inputs: [[Double]], _ program: ([Double]) -> Double) {
        (self.inputs, outputs) = (inputs, inputs.map(program))
    }

    /// The places at which another program differs by more than a tolerance. A result that is no number differs from
    /// every number.
    public func differences(_ program: ([Double]) -> Double, tolerance: Double = 1e-9) -> [Int] {
        inputs.indices.filter { place in
            let (new, old) = (program(inputs[place]), outputs[place])
            return new.isNaN != old.isNaN || abs(new - old) > tolerance * (1 + abs(old))
        }
    }
}

// The program here is the spread of some numbers. `spreadAtFirst` goes through them twice. Somebody rewrites it so that
// it goes through them once, by the formula mean of squares − square of the mean; that is `spreadInOne`:

func spreadAtFirst(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
}

func spreadInOne(_ values: [Double]) -> Double {
    let (sum, squares) = values.reduce((0.0, 0.0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    let n = Double(values.count)
    return (squares / n - sum / n * sum / n).squareRoot()
}

extension WhatNext {
    func savedAnswers() {
        let small = (0..<20).map { row in (0..<5).map { Double(($0 * 7 + row * 3) % 11) } }
        let large = small.map { $0.map { $0 + 1e9 } }
        let golden = (small: GoldenAnswers(small, spreadAtFirst), large: GoldenAnswers(large, spreadAtFirst))
        record("saved-answers/differences-for-small-numbers", golden.small.differences(spreadInOne).count)
        record(
            "saved-answers/differences-for-numbers-around-a-billion", golden.large.differences(spreadInOne).count,
            predict: .choice(
                "Both formulas are equal on paper. Of 20 lists of numbers around a billion, for how many do they differ?",
                ["none", "nearly all"],
                answer: golden.large.differences(spreadInOne).count > 10 ? "nearly all" : "none"))
        // On paper both are the same. With numbers around a billion, the squares have eighteen digits, and a `Double`
        // keeps sixteen: what is left after the subtraction is noise. Only the saved answers of large numbers show it.
        // So save answers for unusual inputs, too. And does a deliberate mistake get caught?
        let broken = golden.small.differences { spreadAtFirst($0.map { abs($0 - 1) }) }
        record("saved-answers/differences-after-a-planted-mistake", broken.count)
        // A test that has never failed has not shown that it can.
    }

    func asFastAsBefore() {
        // Answers are one thing that a rewriting must keep, the time is another. A check of times needs more care,
        // since a clock is never twice the same: whatever else the computer does makes a run longer, and nothing makes
        // it shorter. So take the shortest of several runs, of both versions by turns, and let it count as slower only
        // beyond a margin (`shortestTimes`).
        let values = (0..<run.size(quick: 20_000, usual: 200_000)).map { Double($0 % 1013) }
        let versions: [(name: String, program: ([Double]) -> Double)] = [
            ("at first", spreadAtFirst), ("in one", spreadInOne),
            ("planted: twice the work", { max(spreadAtFirst($0), spreadAtFirst($0)) }),
        ]
        let times = shortestTimes(versions.map(\.program), on: values, rounds: 7)
        var table = TextTable(
            ["version", "milliseconds", "of the first", "slower by more than a quarter"], decimals: 2)
        for (version, time) in zip(versions, times) {
            table.add(version.name, time, time / times[0], time > 1.25 * times[0] ? "yes" : "no")
        }
        show(table, "\(values.count) numbers, the shortest of 7 runs, in milliseconds")
        // The planted version gives all the saved answers and is caught here. This is how a repository can notice that
        // a harmless change has made it slow. Such a check belongs beside the tests and not among them: on a busy
        // machine it would fail for nothing, and a test that does so is soon ignored.
    }

    func drivers() {
        // Last, the tree that the checklist's fourth question is about. Profit is what is left of what comes in; each
        // part of it has parts of its own, and at the ends are things that somebody can do. The book's figure has a
        // tree for companies of any kind; this one is our own example, for the project with the parcels:
        typealias Box = TreeDiagram.Box
        show(
            TreeDiagram(
                Box(
                    ["profit"],
                    children: [
                        Box(
                            ["sales"],
                            children: [
                                Box(["customers", "letters to lost ones"]), Box(["per customer", "hints on sizes"]),
                            ]),
                        Box(
                            ["costs"],
                            children: [Box(["returns", "hints on sizes"]), Box(["delivery", "routes of vans"])]),
                    ]), title: "What drives the profit", answers: ["", ""]),
            "Drivers, and what can be done about them (after figure B-2)")
    }
}

// MARK: Helpers

/// The shortest time of each program, in milliseconds, when all take turns.
func shortestTimes(_ programs: [([Double]) -> Double], on values: [Double], rounds: Int) -> [Double] {
    var (best, sum) = (programs.map { _ in Double.infinity }, 0.0)
    for _ in 0..<rounds {
        for (place, program) in programs.enumerated() {
            let start = ContinuousClock.now
            sum += program(values)
            best[place] = min(best[place], (ContinuousClock.now - start) / .milliseconds(1))
        }
    }
    precondition(!sum.isNaN, "a program has returned no number")
    return best
}
