import Exercises10
import Practice
import Solutions10

let mostProbableCut = Check(
    "10.6",
    answer(
        "mostProbableCut(of:pieces:)", Exercises10.mostProbableCut(of:pieces:), Solutions10.mostProbableCut(of:pieces:))
) { mostProbableCut in
    let few = ["a": 0.2, "b": 0.2, "ab": 0.3]
    try expectEqual(mostProbableCut("ab", few), ["ab"])
    try expectEqual(mostProbableCut("ab", ["a": 0.6, "b": 0.6, "ab": 0.3]), ["a", "b"])
    try expectEqual(mostProbableCut("bab", few), ["b", "ab"])
    try expectEqual(mostProbableCut("abc", few), nil)
    try expectEqual(mostProbableCut("", few), [])
    // The longest piece first would be wrong here.
    try expectEqual(mostProbableCut("abc", ["ab": 0.5, "c": 0.01, "a": 0.3, "bc": 0.3]), ["a", "bc"])
    try expectEqual(mostProbableCut("abcde", ["abcde": 0.1, "a": 0.3, "bcde": 0.3, "e": 0.1]), ["abcde"])
    let long = String(repeating: "ab", count: 50)
    try expectEqual(mostProbableCut(long, few), Array(repeating: "ab", count: 50))
}
