import Exercises02
import Practice
import Solutions02

let whoIsWithWhom = Check(
    "2.11",
    answer(
        "batches(arrivals:most:perBatch:perPicture:)", Exercises02.batches(arrivals:most:perBatch:perPicture:),
        Solutions02.batches(arrivals:most:perBatch:perPicture:))
) { batches in
    func expectBatches(
        _ arrivals: [Double], most: Int, _ perBatch: Double, _ perPicture: Double, _ expected: [[Int]],
        _ waits: [Double]
    ) throws {
        let found = try batches(arrivals, most, perBatch, perPicture)
        try expectEqual(found.its("batches") { $0.batches }, expected)
        try expectEqual(found.its("waits") { $0.waits }, waits)
    }
    try expectBatches([], most: 4, 10, 1, [], [])
    try expectBatches([5], most: 4, 10, 1, [[0]], [11])
    // The second and the third come while the first is worked on.
    try expectBatches([0, 3, 10], most: 4, 10, 1, [[0], [1, 2]], [11, 20, 13])
    // At the very moment at which the server is free.
    try expectBatches([0, 11], most: 4, 10, 1, [[0], [1]], [11, 11])
    try expectBatches([0, 4, 11, 11.5], most: 4, 10, 1, [[0], [1, 2], [3]], [11, 19, 12, 22.5])
    // All at once, in batches of at most two.
    try expectBatches([0, 0, 0, 0, 0], most: 2, 4, 1, [[0, 1], [2, 3], [4]], [6, 6, 12, 12, 17])
    // One after the other, with pauses.
    try expectBatches([0, 100, 200], most: 8, 10, 0.5, [[0], [1], [2]], [10.5, 10.5, 10.5])
}
