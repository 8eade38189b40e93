import Exercises08
import Practice
import Solutions08

let wrongLines = Check(
    "8.1",
    answer(
        "wrongLines(_:)", Exercises08.wrongLines(_:), Solutions08.wrongLines(_:))
) { wrongLines in
    let good = "196\t242\t3\t881250949"
    try expectEqual(wrongLines(good + "\n\n186\t302\t6\t891717742\n22\t377\t1\n"), [3, 4])
    let examples: [(text: String, wrong: [Int])] = [
        ("", []), (good, []), (good + "\n", []), ("\n\n" + good, []), (good + "\r\n" + good + "\r\n", []),
        ("\u{FEFF}" + good + "\n1", [2]), ("\u{FEFF}\n1", [2]), ("1\t2\t3", [1]), ("1\t2\t3\t4\t5", [1]),
        ("1\t2\t3\t", [1]),
        ("\t2\t3\t4", [1]), ("1\t2\t0\t4", [1]), ("1\t2\t5\t4\n1\t2\t1\t4", []), ("1\t2\t3.5\t4", [1]),
        ("1\t2\t-3\t4", [1]),
        ("a\t2\t3\t4\n" + good + "\n1\tb\t3\t4\n1\t2\tc\t4\n1\t2\t3\td", [1, 3, 4, 5]), ("1 2 3 4", [1]),
        ("+1\t2\t3\t4", [1]),
        ("1\t 2\t3\t4", [1]), (good + "\n\n\nx", [4]), ("1\t2\t3\t4 ", [1]),
    ]
    for (text, wrong) in examples { try expectEqual(wrongLines(text), wrong) }
}
