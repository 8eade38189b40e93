import Exercises09
import Practice
import Solutions09

let whatEachColumnAdds = Check(
    "9.20",
    answer(
        "whatEachColumnAdds(means:columns:count:)", Exercises09.whatEachColumnAdds(means:columns:count:),
        Solutions09.whatEachColumnAdds(means:columns:count:))
) { whatEachColumnAdds in
    try expectClose(whatEachColumnAdds([[10, 8, 9]], [[2, 0]], 3), [10, 1, 0, -2])
    // The same column twice.
    try expectClose(whatEachColumnAdds([[4, 7, 5, 6]], [[1, 0, 1]], 2), [4, -2, 4])
    // A tree that is a leaf at once, and columns that nobody asks for.
    try expectClose(whatEachColumnAdds([[3]], [[]], 2), [3, 0, 0])
    // Two trees that ask for different columns: each column's mean is over both.
    try expectClose(whatEachColumnAdds([[10, 12], [8, 5]], [[0], [1]], 3), [9, 1, -1.5, 0])
    try expectClose(whatEachColumnAdds([[10, 12, 11], [8], [9, 3]], [[1, 1], [], [0]], 2), [9, -2, 1.0 / 3])
    try expectClose(whatEachColumnAdds([], [], 2), [0, 0, 0])
}
