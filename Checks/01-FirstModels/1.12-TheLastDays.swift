import Exercises01
import Practice
import Solutions01

let theLastDays = Check(
    "1.12", answer("splitByDay(_:share:)", Exercises01.splitByDay(_:share:), Solutions01.splitByDay(_:share:))
) { splitByDay in
    func expectSplit(_ days: [Int], _ share: Double, train: [Int], valid: [Int]) throws {
        let found = try splitByDay(days, share)
        try expectEqual(found.its("train") { $0.train }, train)
        try expectEqual(found.its("valid") { $0.valid }, valid)
    }
    try expectSplit([5, 9, 5, 7, 9, 6], 0.4, train: [0, 2, 5], valid: [1, 3, 4])
    try expectSplit([5, 9, 5, 7, 9, 6], 0.3, train: [0, 2, 3, 5], valid: [1, 4])
    // 0.2 of 10 rows are exactly 2, of 11 rows 3.
    try expectSplit(Array(1...10), 0.2, train: Array(0..<8), valid: [8, 9])
    try expectSplit(Array(1...11), 0.2, train: Array(0..<8), valid: [8, 9, 10])
    // Backwards, and days before the year 0.
    try expectSplit([3, 2, 1, 0, -1, -2], 0.5, train: [3, 4, 5], valid: [0, 1, 2])
    // The earliest day stays, however much is asked for; and nothing can be held back of a single day.
    try expectSplit([4, 4, 4, 8], 0.9, train: [0, 1, 2], valid: [3])
    try expectSplit([1, 2], 0.99, train: [0], valid: [1])
    try expectSplit([6, 6, 6], 0.5, train: [0, 1, 2], valid: [])
    try expectSplit([], 0.5, train: [], valid: [])
    // Many rows of the latest day come whole.
    try expectSplit([1, 2, 2, 2, 2], 0.1, train: [0], valid: [1, 2, 3, 4])
}
