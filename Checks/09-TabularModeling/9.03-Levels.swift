import Exercises09
import Practice
import Solutions09

let levelNumbers = Check(
    "9.3",
    answer("levelNumbers(_:order:)", Exercises09.levelNumbers(_:order:), Solutions09.levelNumbers(_:order:))
) { levelNumbers in
    let sizes = ["Small", nil, "Large"]
    try expectEqual(levelNumbers(sizes, nil), [2, 0, 1])
    try expectEqual(levelNumbers(sizes, ["Small", "Medium", "Large"]), [1, 0, 3])
    try expectEqual(levelNumbers(sizes, ["Large"]), [0, 0, 1])
    try expectEqual(levelNumbers(sizes, []), [0, 0, 0])
    try expectEqual(levelNumbers([], nil), [])
    try expectEqual(levelNumbers([nil, nil], nil), [0, 0])
    try expectEqual(levelNumbers(["b", "a", "b", "c", "a"], nil), [2, 1, 2, 3, 1])
    try expectEqual(levelNumbers(["b", "a", "b", "c", "a"], ["c", "b", "a"]), [2, 3, 2, 1, 3])
}
