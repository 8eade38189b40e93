import Exercises02
import Practice
import Solutions02

let twinsTogether = Check(
    "2.2",
    answer(
        "judgedTogether(_:pairs:most:)", Exercises02.judgedTogether(_:pairs:most:),
        Solutions02.judgedTogether(_:pairs:most:))
) { judged in
    try expectEqual(judged([4, 1, 0, 2, 3], [[0, 4]], 3), [0, 1, 4])
    // Through others, whichever way the pairs are written.
    try expectEqual(judged([3, 0, 1, 2, 4], [[0, 1], [2, 3], [3, 1]], 4), [0, 1, 2, 3])
    try expectEqual(judged([5, 0, 1, 2, 3, 4], [[0, 1], [2, 3], [1, 2]], 4), [4, 5])
    // A group that is too large is left, and smaller ones after it are taken.
    try expectEqual(judged([0, 3, 1, 2], [[0, 1], [2, 1]], 2), [3])
    try expectEqual(judged([0, 1, 2], [], 2), [0, 1])
    try expectEqual(judged([2, 1, 0], [[0, 2]], 0), [])
    try expectEqual(judged([1, 0, 3, 2], [[0, 1], [1, 0], [2, 2]], 2), [0, 1])
    try expectEqual(judged([], [], 3), [])
}
