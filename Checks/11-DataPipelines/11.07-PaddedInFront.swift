import Exercises11
import Practice
import Solutions11

let paddedInFront = Check(
    "11.7",
    answer("paddedInFront(_:_:)", Exercises11.paddedInFront(_:_:), Solutions11.paddedInFront(_:_:))
) { paddedInFront in
    try expectEqual(paddedInFront([[2, 8, 30], [2]], 2), [[1, 2, 8, 30], [1, 1, 1, 2]])
    try expectEqual(paddedInFront([[2, 8, 30], [2]], 1), [[2, 8, 30], [1, 1, 2]])
    try expectEqual(paddedInFront([[], [5]], 4), [[1, 1, 1, 1], [1, 1, 1, 5]])
    try expectEqual(paddedInFront([], 3), [])
}
