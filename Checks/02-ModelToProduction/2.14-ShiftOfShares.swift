import Exercises02
import Foundation
import Practice
import Solutions02

let shiftOfShares = Check(
    "2.14", answer("wordShift(before:now:)", Exercises02.wordShift(before:now:), Solutions02.wordShift(before:now:))
) { wordShift in
    try expectClose(
        wordShift(["black", "black"], ["black", "teddy"]), -0.25 * log(2.0 / 3) + 0.25 * log(2.0), tolerance: 1e-12)
    // Nothing has changed, whatever the order and the length.
    try expectClose(wordShift(["a", "b", "a"], ["b", "a", "a"]), 0, tolerance: 1e-12)
    try expectClose(wordShift([], []), 0, tolerance: 0)
    // It is the same in both directions.
    let (before, now) = (["a", "a", "b", "c"], ["c", "c", "c", "d", "b"])
    let there = try wordShift(before, now)
    try expectClose(there, 0.4920795038396241, tolerance: 1e-9)
    try expectClose(wordShift(now, before), there.value, tolerance: 1e-12)
    // A word that is new, and a list that is empty.
    try expectClose(wordShift(["a"], ["b"]), 2 * (1.0 / 3) * log(2.0), tolerance: 1e-12)
    try expectClose(wordShift([], ["a", "a", "b"]), 0.1 * log(1.2) - 0.1 * log(0.8), tolerance: 1e-12)
}
