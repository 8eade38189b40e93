import Exercises11
import Practice
import Solutions11

let partnersWithoutTwins = Check(
    "11.11",
    answer(
        "partnersWithoutTwins(_:_:_:)", Exercises11.partnersWithoutTwins(_:_:_:),
        Solutions11.partnersWithoutTwins(_:_:_:))
) { partnersWithoutTwins in
    try expectEqual(partnersWithoutTwins(["pug", "boxer", "pug"], 0, true), [2])
    try expectEqual(partnersWithoutTwins(["pug", "boxer", "pug"], 0, false), [1])
    try expectEqual(partnersWithoutTwins(["pug", "boxer", "pug"], 1, true), [])
    try expectEqual(partnersWithoutTwins(["a", "a", "b", "c"], 2, false), [0, 1, 3])
}
