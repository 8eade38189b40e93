import Exercises10
import Practice
import Solutions10

let repeatedWordsMarked = Check(
    "10.3",
    answer("repeatedWordsMarked(_:)", Exercises10.repeatedWordsMarked(_:), Solutions10.repeatedWordsMarked(_:))
) { repeatedWordsMarked in
    try expectEqual(repeatedWordsMarked(["very", "very", "very", "good"]), ["xxwrep", "3", "very", "good"])
    try expectEqual(repeatedWordsMarked(["a", "no", "no", "no", "no"]), ["a", "xxwrep", "4", "no"])
    try expectEqual(repeatedWordsMarked(["no", "no", "yes", "no"]), ["no", "no", "yes", "no"])
    try expectEqual(
        repeatedWordsMarked(["a", "a", "a", "b", "b", "b", "a"]), ["xxwrep", "3", "a", "xxwrep", "3", "b", "a"])
    try expectEqual(repeatedWordsMarked(["No", "no", "no"]), ["No", "no", "no"])
    try expectEqual(repeatedWordsMarked([]), [])
}
