import Exercises11
import Practice
import Solutions11

let numbered = Check(
    "11.2",
    answer("numbered(_:_:)", Exercises11.numbered(_:_:), Solutions11.numbered(_:_:))
) { numbered in
    try expectEqual(numbered([["a", "b"], ["b", "c"]], ["c", "a", "x"]), [3, 1, 0])
    try expectEqual(numbered([["z"], ["a", "z", "a"]], ["a", "z"]), [2, 1])
    try expectEqual(numbered([], ["a"]), [0])
    try expectEqual(numbered([["a"]], []), [])
}
