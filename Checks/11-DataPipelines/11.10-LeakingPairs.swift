import Exercises11
import Practice
import Solutions11

let leakingPairs = Check(
    "11.10",
    answer("leakingPairs(_:_:)", Exercises11.leakingPairs(_:_:), Solutions11.leakingPairs(_:_:))
) { leakingPairs in
    try expectEqual(leakingPairs([[0, 1], [2, 0], [3, 3]], [2, 3]), 2)
    try expectEqual(leakingPairs([[5, 1], [1, 5]], [5]), 2)
    try expectEqual(leakingPairs([[0, 1]], []), 0)
    try expectEqual(leakingPairs([], [1]), 0)
}
