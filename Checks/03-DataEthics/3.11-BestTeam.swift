import Exercises03
import Practice
import Solutions03

let bestTeam = Check(
    "3.11",
    answer("bestTeam(_:size:)", Exercises03.bestTeam(_:size:), Solutions03.bestTeam(_:size:))
) { bestTeam in
    try expectEqual(bestTeam([[1, 2, 3], [1, 2, 3, 4], [9], [2]], 3), [1, 2])
    try expectEqual(bestTeam([[1, 2, 3], [1, 2, 3, 4], [9], [2]], 1), [1])
    try expectEqual(bestTeam([[1, 2], [3, 4], [1, 2, 3]], 2), [2, 1])
    try expectEqual(bestTeam([[1], [2], [3]], 2), [0, 1])
    try expectEqual(bestTeam([[], []], 2), [])
    try expectEqual(bestTeam([], 2), [])
    try expectEqual(bestTeam([[1, 2, 3, 4, 5], [1, 2, 3, 4], [6], [5, 6, 7]], 4), [0, 3])
    try expectEqual(bestTeam([[1]], 0), [])
}
