import Exercises15
import Practice
import Solutions15

let shorterList = Check(
    "15.1", answer("shortenedList(_:)", Exercises15.shortenedList(_:), Solutions15.shortenedList(_:))
) { list in
    try expectEqual(
        list(["Conv(3)", "Block(64)", "Block(64)", "Conv(3)"]),
        ["(0): Conv(3)", "(1-2): 2 × Block(64)", "(3): Conv(3)"])
    try expectEqual(list([]), [])
    try expectEqual(list(["ReLU()"]), ["(0): ReLU()"])
    try expectEqual(list(["a", "a", "a"]), ["(0-2): 3 × a"])
    try expectEqual(list(["a", "b", "a", "b", "b"]), ["(0): a", "(1): b", "(2): a", "(3-4): 2 × b"])
    try expectEqual(
        list(["s"] + Array(repeating: "x", count: 11) + ["y"]), ["(0): s", "(1-11): 11 × x", "(12): y"])
}
