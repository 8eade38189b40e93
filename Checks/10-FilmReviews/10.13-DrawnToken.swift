import Exercises10
import Practice
import Solutions10

let drawnToken = Check(
    "10.13",
    answer(
        "drawnToken(_:temperature:never:chance:)", Exercises10.drawnToken(_:temperature:never:chance:),
        Solutions10.drawnToken(_:temperature:never:chance:))
) { drawnToken in
    try expectEqual(drawnToken([0, 0, 0], 1, [0], 0.6), 2)
    try expectEqual(drawnToken([0, 0, 0], 1, [0], 0.4), 1)
    try expectEqual(drawnToken([0, 0], 1, [], 0), 0)
    try expectEqual(drawnToken([0, 0, 0], 1, [0], 0), 1)
    // e to 2 is 7.39: the first has 0.88 of the line, at temperature 10 only 0.55.
    try expectEqual(drawnToken([2, 0], 1, [], 0.7), 0)
    try expectEqual(drawnToken([2, 0], 10, [], 0.7), 1)
    try expectEqual(drawnToken([2, 0], 0.1, [], 0.999), 0)
    try expectEqual(drawnToken([1000, 999, 5000], 1, [2], 0.5), 0)
    try expectEqual(drawnToken([1, 2, 3, 4], 1, [0, 1, 3], 0.99), 2)
}
