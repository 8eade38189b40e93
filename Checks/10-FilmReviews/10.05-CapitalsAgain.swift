import Exercises10
import Practice
import Solutions10

let wordsWithCapitals = Check(
    "10.5",
    answer("wordsWithCapitals(_:)", Exercises10.wordsWithCapitals(_:), Solutions10.wordsWithCapitals(_:))
) { wordsWithCapitals in
    try expectEqual(
        wordsWithCapitals(["xxbos", "xxmaj", "what", "a", "xxup", "bad", "film"]), ["What", "a", "BAD", "film"])
    try expectEqual(wordsWithCapitals(["xxup", "xxmaj", "so", "xxmaj", "xxup", "so"]), ["So", "SO"])
    try expectEqual(wordsWithCapitals(["xxmaj", "xxbos", "a", "b", "xxmaj"]), ["A", "b"])
    // One capital only, and no other letter is changed.
    try expectEqual(wordsWithCapitals(["xxmaj", "well-known", "xxmaj", "o'hara"]), ["Well-known", "O'hara"])
    try expectEqual(wordsWithCapitals([]), [])
}
