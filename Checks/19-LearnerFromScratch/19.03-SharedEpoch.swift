import Exercises19
import Practice
import Solutions19

let sharedEpoch = Check(
    "19.3",
    answer(
        "sharedEpoch(_:machine:of:batchSize:)", Exercises19.sharedEpoch(_:machine:of:batchSize:),
        Solutions19.sharedEpoch(_:machine:of:batchSize:))
) { shared in
    let order = [5, 3, 8, 1, 9, 0, 2]
    try expectEqual(shared(order, 0, 3, 2), [[5, 1], [2]])
    try expectEqual(shared(order, 1, 3, 2), [[3, 9], [5]])
    try expectEqual(shared(order, 2, 3, 2), [[8, 0], [3]])
    // A machine by itself does all; and where the rounds are full, nothing comes twice.
    try expectEqual(shared(order, 0, 1, 3), [[5, 3, 8], [1, 9, 0], [2]])
    try expectEqual(shared([4, 7, 6, 2], 1, 2, 8), [[7, 2]])
    // Fewer items than machines.
    try expectEqual(shared([6, 4], 4, 5, 2), [[6]])
    try expectEqual(shared([6, 4], 3, 5, 2), [[4]])
    try expectEqual(shared([], 1, 2, 4), [])
}
