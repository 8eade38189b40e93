import Exercises10
import Practice
import Solutions10

let batchRowColumn = Check(
    "10.9",
    answer(
        "batchRowColumn(place:tokens:rows:steps:)", Exercises10.batchRowColumn(place:tokens:rows:steps:),
        Solutions10.batchRowColumn(place:tokens:rows:steps:))
) { batchRowColumn in
    try expectEqual(batchRowColumn(12, 23, 4, 3), [0, 2, 2])
    try expectEqual(batchRowColumn(0, 23, 4, 3), [0, 0, 0])
    try expectEqual(batchRowColumn(19, 23, 4, 3), [1, 3, 1])
    for place in 20...22 { try expectEqual(batchRowColumn(place, 23, 4, 3), nil) }
    try expectEqual(batchRowColumn(14, 90, 6, 5), [0, 1, 0])
    try expectEqual(batchRowColumn(13, 90, 6, 5), [2, 0, 3])
    try expectEqual(batchRowColumn(5000, 50_000, 10, 72), [0, 1, 1])
    try expectEqual(batchRowColumn(0, 1, 1, 5), nil)
    try expectEqual(batchRowColumn(2, 3, 4, 1), nil)
}
