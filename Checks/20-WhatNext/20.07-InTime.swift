import Exercises20
import Practice
import Solutions20

let inTime = Check(
    "20.7",
    answer(
        "chosen(probabilities:benefits:costs:weeks:budget:deadline:)",
        Exercises20.chosen(probabilities:benefits:costs:weeks:budget:deadline:),
        Solutions20.chosen(probabilities:benefits:costs:weeks:budget:deadline:))
) { inTime in
    let (p, b, c, w) = (
        [0.6, 0.5, 0.8, 0.3, 0.7], [400.0, 900, 150, 700, 60], [100.0, 250, 90, 260, 15], [12, 26, 8, 20, 4]
    )
    try expectEqual(inTime([0.6, 0.7], [400, 60], [100, 15], [12, 4], 100, 12), [1])
    try expectEqual(inTime(p, b, c, w, 1000, 52), [4, 0, 1, 2])
    try expectEqual(inTime(p, b, c, w, 1000, 12), [4, 0, 2])
    try expectEqual(inTime(p, b, c, w, 300, 52), [4, 0, 2])
    try expectEqual(inTime(p, b, c, w, 10, 52), [])
    try expectEqual(inTime([], [], [], [], 100, 12), [])
    try expectEqual(inTime([1, 1], [20, 20], [10, 10], [1, 1], 10, 1), [0])
    try expectEqual(inTime([0.5], [20], [10], [1], 10, 1), [])
}
