import Exercises10
import Practice
import Solutions10

let pairToJoin = Check(
    "10.7",
    answer("pairToJoin(_:counts:)", Exercises10.pairToJoin(_:counts:), Solutions10.pairToJoin(_:counts:))
) { pairToJoin in
    try expectEqual(pairToJoin([["l", "o", "w"], ["l", "o"], ["w", "o"]], [2, 1, 4]), ["w", "o"])
    try expectEqual(pairToJoin([["l", "o", "w"], ["l", "o"]], [2, 1]), ["l", "o"])
    try expectEqual(pairToJoin([["b", "a"], ["a", "b"], ["a", "a"]], [1, 1, 1]), ["a", "a"])
    try expectEqual(pairToJoin([["a", "a", "a"], ["b", "c"]], [1, 1]), ["a", "a"])
    try expectEqual(pairToJoin([["lo", "w"], ["lo", "w", "er"]], [1, 1]), ["lo", "w"])
    try expectEqual(pairToJoin([["a"], []], [5, 5]), nil)
}
