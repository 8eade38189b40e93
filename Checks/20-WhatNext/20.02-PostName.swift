import Exercises20
import Practice
import Solutions20

let postName = Check(
    "20.2",
    answer(
        "postName(_:year:month:day:)", Exercises20.postName(_:year:month:day:), Solutions20.postName(_:year:month:day:))
) { postName in
    try expectEqual(postName("Birds, and Airplanes!", 2026, 3, 7), "2026-03-07-birds-and-airplanes.md")
    try expectEqual(postName("  98 %  of 2,000 ", 2025, 12, 31), "2025-12-31-98-of-2-000.md")
    try expectEqual(postName("a", 2020, 1, 14), "2020-01-14-a.md")
    try expectEqual(postName("Très bien", 2020, 10, 1), "2020-10-01-tr-s-bien.md")
    try expectEqual(postName("?!", 2020, 10, 1), nil)
    try expectEqual(postName("", 2020, 10, 1), nil)
}
