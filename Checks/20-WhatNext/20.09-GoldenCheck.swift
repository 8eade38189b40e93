import Exercises20
import Practice
import Solutions20

let goldenCheck = Check(
    "20.9",
    answer(
        "wrongAnswers(saved:new:tolerance:)", Exercises20.wrongAnswers(saved:new:tolerance:),
        Solutions20.wrongAnswers(saved:new:tolerance:))
) { goldenCheck in
    let (nan, infinite) = (Double.nan, Double.infinity)
    try expectEqual(goldenCheck([1, 100, 3], [1.001, 100.05, 2.9], 0.01), [2])
    try expectEqual(goldenCheck([0, 1000], [0.009, 1009], 0.01), [])
    try expectEqual(goldenCheck([0, 1000], [0.011, 1011], 0.01), [0, 1])
    try expectEqual(goldenCheck([nan, nan, 1], [nan, 1, nan], 0.1), [1, 2])
    try expectEqual(
        goldenCheck([infinite, infinite, -infinite, 5], [infinite, -infinite, -infinite, infinite], 0.1), [1, 3])
    try expectEqual(goldenCheck([1, 2, 3], [1], 0.1), [1, 2])
    try expectEqual(goldenCheck([1], [1, 7], 0.1), [])
    try expectEqual(goldenCheck([-100], [-101], 0.01), [])
    try expectEqual(goldenCheck([], [], 0.1), [])
}
