import Exercises20
import Practice
import Solutions20

let shareKept = Check(
    "20.5",
    answer("shareKept(_:_:)", Exercises20.shareKept(_:_:), Solutions20.shareKept(_:_:))
) { shareKept in
    try expectClose(shareKept("I trained a net", "I trained a small net again"), 1)
    try expectClose(shareKept("a b c d", "d c a b"), 0.5)
    try expectClose(shareKept("a b c", ""), 0)
    try expectClose(shareKept("", "a b"), nil)
    try expectClose(shareKept("  ", "a"), nil)
    try expectClose(shareKept("a a a", "a a"), 2.0 / 3)
    try expectClose(shareKept("x a y b z c", "a b c x y z"), 0.5)
}
