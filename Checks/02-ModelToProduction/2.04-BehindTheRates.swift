import Exercises02
import Practice
import Solutions02

let behindTheRates = Check(
    "2.4",
    answer("photosBehind(_:most:)", Exercises02.photosBehind(_:most:), Solutions02.photosBehind(_:most:))
) { behind in
    try expectEqual(behind(["0.5"], 6), [2, 4, 6])
    // The book's.
    try expectEqual(behind(["0.087302", "0.023810", "0.015873"], 400), [126, 252, 378])
    try expectEqual(behind(["0.087302"], 130), [126])
    // Fewer decimals rule out less; one digit rounds much.
    try expectEqual(behind(["0.33", "0.67"], 10), [3, 6, 9])
    try expectEqual(behind(["0.3"], 5), [3, 4])
    // 1 of 4 is exactly between 0.2 and 0.3.
    try expectEqual(behind(["0.2"], 4), [4])
    try expectEqual(behind(["1", "0"], 3), [1, 2, 3])
    try expectEqual(behind(["0.5", "wrong"], 6), [])
    try expectEqual(behind([], 3), [1, 2, 3])
}
