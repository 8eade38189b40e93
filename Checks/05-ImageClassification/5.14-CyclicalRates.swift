import Exercises05
import Foundation
import Practice
import Solutions05

let cyclicalRate = Check(
    "5.14",
    answer(
        "cyclicalRate(_:halfCycle:low:high:halving:decay:)",
        Exercises05.cyclicalRate(_:halfCycle:low:high:halving:decay:),
        Solutions05.cyclicalRate(_:halfCycle:low:high:halving:decay:))
) { rate in
    // Up and down, twice.
    for (step, expected) in [0.1, 0.2, 0.3, 0.4, 0.5, 0.4, 0.3, 0.2, 0.1, 0.2, 0.3].enumerated() {
        try expectClose(rate(step, 4, 0.1, 0.5, false, 1), expected)
    }
    try expectClose(rate(4001, 4, 0.1, 0.5, false, 1), 0.2)
    // The shortest cycle: every second step is at the top.
    for step in 0..<6 { try expectClose(rate(step, 1, 1, 3, false, 1), step % 2 == 0 ? 1 : 3) }
    // The tops of three cycles with halving, and one step before the second top.
    for (step, expected) in [(4, 0.9), (12, 0.5), (20, 0.3), (11, 0.4), (8, 0.1), (16, 0.1)] {
        try expectClose(rate(step, 4, 0.1, 0.9, true, 1), expected)
    }
    // Decay acts on the distance from the low rate.
    for step in [0, 1, 5, 10, 15] {
        let share = [0: 0, 1: 0.2, 5: 1, 10: 0, 15: 1][step]!
        try expectClose(rate(step, 5, 1, 2, false, 0.9), 1 + share * pow(0.9, Double(step)))
    }
    try expectClose(rate(15, 5, 1, 2, true, 0.9), 1 + 0.5 * pow(0.9, 15))
    // A rate that does not change is allowed.
    try expectClose(rate(3, 2, 0.5, 0.5, false, 1), 0.5)
    for (step, half, low, high, decay) in [
        (-1, 4, 0.1, 0.5, 1.0), (0, 0, 0.1, 0.5, 1), (0, 4, 0.5, 0.1, 1), (0, 4, 0.1, 0.5, 0), (0, 4, 0.1, 0.5, 1.1),
    ] {
        try expect(rate(step, half, low, high, false, decay), "nil") { $0 == nil }
    }
}
