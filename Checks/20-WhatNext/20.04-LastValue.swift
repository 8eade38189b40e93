import Exercises20
import Practice
import Solutions20

let lastValue = Check(
    "20.4",
    answer("shownByItself(_:)", Exercises20.shownByItself(_:), Solutions20.shownByItself(_:))
) { lastValue in
    let examples: [(cell: String, wanted: String?)] = [
        ("let a = 1\na + 1", "a + 1"), ("a + 1\nlet a = 1", nil), ("a == b", "a == b"), ("a = b", nil),
        ("#hide\na", nil),
        ("print(a)", nil), ("printed", "printed"), ("x\n\n  ", "x"), ("", nil), ("if a { b }", nil),
        ("a <= b\n", "a <= b"),
        ("a\nreturn", nil), ("iffy(1)", "iffy(1)"), ("a != b", "a != b"), ("x += 1", nil), ("a\n#hide\nb", "b"),
    ]
    for (cell, wanted) in examples { try expectEqual(lastValue(cell), wanted) }
}
