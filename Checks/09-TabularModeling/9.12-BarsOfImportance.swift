import Exercises09
import Practice
import Solutions09

let barsOfImportance = Check(
    "9.12",
    answer(
        "importanceBars(_:_:count:width:)", Exercises09.importanceBars(_:_:count:width:),
        Solutions09.importanceBars(_:_:count:width:))
) { bars in
    try expectEqual(bars(["a", "bb"], [0.25, 0.75], 5, 6), ["bb ######", "a ##"])
    try expectEqual(bars(["a", "b", "c"], [0.2, 0.5, 0.3], 2, 10), ["b ##########", "c ######"])
    try expectEqual(bars(["x", "y", "z"], [0.4, 0.4, 0.2], 3, 4), ["x ####", "y ####", "z ##"])
    try expectEqual(bars(["x", "y"], [0, 1], 3, 3), ["y ###"])
    try expectEqual(bars(["x", "y"], [0, 0], 3, 3), [])
    try expectEqual(bars(["x", "y"], [0.999, 0.001], 3, 4), ["x ####", "y "])
    try expectEqual(bars(["x", "y"], [0.5, 0.1875], 3, 4), ["x ####", "y ##"])
    try expectEqual(bars([], [], 3, 4), [])
}
