import Exercises11
import Practice
import Solutions11

let wayBack = Check(
    "11.3",
    answer("wayBack(_:_:)", Exercises11.wayBack(_:_:), Solutions11.wayBack(_:_:))
) { wayBack in
    try expectEqual(wayBack(["+3", "*2"], 16), 5)
    try expectEqual(wayBack(["*2", "+3"], 16 + 3), 8)
    try expectEqual(wayBack(["+-4", "*5", "+1"], 31), 10)
    try expectEqual(wayBack([], 7), 7)
}
