import Exercises02
import Practice
import Solutions02

let fourWordsAbove = Check(
    "2.6",
    answer(
        "titles(_:actual:classes:count:)", Exercises02.titles(_:actual:classes:count:),
        Solutions02.titles(_:actual:classes:count:))
) { titles in
    let classes = ["black", "grizzly", "teddy"]
    let rows = [[0.9, 0.1, 0], [0.2, 0.7, 0.1], [0.5, 0.5, 0], [0.25, 0.25, 0.5], [0.9, 0.1, 0], [0, 1, 0]]
    let all = [
        "grizzly / teddy / inf / 1.00", "black / grizzly / 2.30 / 0.90", "black / grizzly / 2.30 / 0.90",
        "teddy / black / 1.39 / 0.50", "black / grizzly / 0.69 / 0.50", "grizzly / grizzly / 0.36 / 0.70",
    ]
    let actual = [1, 1, 1, 0, 1, 2]
    for count in [6, 1, 3, 0, 9, -1] {
        try expectEqual(try titles(rows, actual, classes, count), Array(all.prefix(max(count, 0))))
    }
    // Equal losses stay in their order, which names tell.
    try expectEqual(
        try titles([[0.5, 0.5, 0], [0.5, 0.5, 0]], [1, 0], classes, 2),
        ["black / grizzly / 0.69 / 0.50", "black / black / 0.69 / 0.50"])
    try expectEqual(try titles([], [], classes, 3), [])
}
