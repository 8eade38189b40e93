import Exercises10
import Practice
import Solutions10

let nearCopies = Check(
    "10.16",
    answer("uniqueComments(_:)", Exercises10.uniqueComments(_:), Solutions10.uniqueComments(_:))
) { nearCopies in
    try expectEqual(nearCopies(["Keep it!", "keep  it", "Sell it."]), 1)
    try expectEqual(nearCopies(["a b", "ab", "a-b"]), 1)
    try expectEqual(nearCopies(["...", "?", ""]), 0)
    try expectEqual(nearCopies(["Ärger 1", "ärger 2", "ÄRGER, 1"]), 1)
    try expectEqual(nearCopies(["Room 1", "Room 2", "Öl", "Äl", "да", "нет"]), 6)
    try expectEqual(nearCopies(["x", "x", "x"]), 0)
    try expectEqual(nearCopies(["one", "two", "two!", "three"]), 2)
}
