import Exercises02
import Practice
import Solutions02

private let whole: [UInt8] = [0xFF, 0xD8, 7, 7, 0xFF, 0xD9], small: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

let wholeFilesOnly = Check(
    "2.1",
    answer(
        "wholeFiles(_:tries:answers:)", Exercises02.wholeFiles(_:tries:answers:),
        Solutions02.wholeFiles(_:tries:answers:))
) { wholeFiles in
    try expectEqual(wholeFiles(["a", "b"], 3, ["a": [whole], "b": [nil, small]]), ["a": whole, "b": small])
    // Broken off, twice; too late; a page in place of a picture; too short.
    try expectEqual(
        wholeFiles(
            ["a", "b", "c", "d"], 3,
            [
                "a": [Array(whole.prefix(3)), Array(whole.prefix(5)), whole], "b": [nil, nil, nil, whole],
                "c": [[0x3C, 0x68, 0xFF, 0xD9], whole], "d": [[], [0xFF, 0xD9], [0xFF, 0xD8, 0xD9], whole],
            ]), ["a": whole, "c": whole])
    // The first whole one counts, and a name that comes twice has no more tries than others.
    try expectEqual(wholeFiles(["a", "a"], 1, ["a": [small, whole]]), ["a": small])
    try expectEqual(wholeFiles(["a", "b", "a"], 1, ["a": [nil, whole]]), [:])
    try expectEqual(wholeFiles([], 2, ["a": [whole]]), [:])
}
