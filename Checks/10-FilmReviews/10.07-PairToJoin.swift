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
    // Of many pairs that are equally frequent, a dictionary would give any one first.
    let letters = "zyxwvutsrqponmlkjihgfedcb".map { String($0) }
    try expectEqual(pairToJoin(letters.map { ["a", $0] }, letters.map { _ in 1 }), ["a", "b"])
    try expectEqual(pairToJoin(letters.map { [$0, "a"] }, letters.map { _ in 1 }), ["b", "a"])
    // A pair may be twice in a word.
    try expectEqual(pairToJoin([["b", "c", "b", "c"], ["a", "d"]], [1, 1]), ["b", "c"])
    try expectEqual(pairToJoin([["b", "b", "b"], ["a", "c"]], [1, 1]), ["b", "b"])
    // First parts are compared first: "ab" and "b" together would come before "a" and "c".
    try expectEqual(pairToJoin([["a", "c"], ["ab", "b"]], [3, 3]), ["a", "c"])
    try expectEqual(pairToJoin([["lo", "w"], ["lo", "w", "er"]], [1, 1]), ["lo", "w"])
    try expectEqual(pairToJoin([["a"], []], [5, 5]), nil)
}
