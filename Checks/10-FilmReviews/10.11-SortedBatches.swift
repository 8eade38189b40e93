import Exercises10
import Practice
import Solutions10

let sortedBatches = Check(
    "10.11",
    answer("sortedBatches(_:size:)", Exercises10.sortedBatches(_:size:), Solutions10.sortedBatches(_:size:))
) { sortedBatches in
    try expectEqual(sortedBatches([3, 9, 5, 9, 1], 2), [[1, 3], [2, 0], [4]])
    try expectEqual(sortedBatches([1, 2, 3, 4], 2), [[3, 2], [1, 0]])
    try expectEqual(sortedBatches([7, 7, 7], 2), [[0, 1], [2]])
    try expectEqual(sortedBatches([5, 6], 9), [[1, 0]])
    try expectEqual(sortedBatches([], 3), [])
}
