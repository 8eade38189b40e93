import Exercises07
import Practice
import Solutions07

let whatIsLeft = Check(
    "7.5",
    answer(
        "epochsLeft(sizes:epochs:last:budget:)", Exercises07.epochsLeft(sizes:epochs:last:budget:),
        Solutions07.epochsLeft(sizes:epochs:last:budget:))
) { left in
    try expectEqual(try left([32], [4], 64, 6), 5)
    try expectEqual(try left([32], [5], 64, 6), 4)  // 4.75, rounded down
    try expectEqual(try left([], [], 64, 6), 6)
    // 9 · (1/3)² is exactly 1, though a third is no number of a computer.
    try expectEqual(try left([64], [9], 192, 3), 2)
    try expectEqual(try left([10], [49], 70, 1), 0)
    try expectEqual(try left([128], [4], 224, 10), 8)
    try expectEqual(try left([32, 48], [8, 16], 64, 11), 0)
    try expectEqual(try left([32, 48], [0, 0], 64, 0), 0)
    try expectEqual(try left([96], [1], 64, 3), 0)  // larger than the last is allowed, and dearer
    try expect(left([32], [5], 64, 1), "nil") { $0 == nil }
    try expect(left([64, 32], [2, 1], 64, 2), "nil") { $0 == nil }
}
