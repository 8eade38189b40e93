import Exercises11
import Practice
import Solutions11

let longestFirst = Check(
    "11.8",
    answer("longestFirst(_:_:)", Exercises11.longestFirst(_:_:), Solutions11.longestFirst(_:_:))
) { longestFirst in
    try expectEqual(longestFirst([[0, 1], [2, 3], [4]], [3, 5, 9, 2, 9]), [[2, 3], [0, 1], [4]])
    try expectEqual(longestFirst([[0], [1], [2]], [1, 2, 3]), [[2], [0], [1]])
    // The longest text is not the first of its batch.
    try expectEqual(longestFirst([[0, 1], [2, 3]], [4, 5, 1, 9]), [[2, 3], [0, 1]])
    // The longest text is not in the batch with the most tokens.
    try expectEqual(longestFirst([[0, 1], [2, 3], [4]], [5, 5, 6, 6, 7]), [[4], [0, 1], [2, 3]])
    try expectEqual(longestFirst([[1, 0]], [4, 4]), [[1, 0]])
    try expectEqual(longestFirst([], []), [])
}
