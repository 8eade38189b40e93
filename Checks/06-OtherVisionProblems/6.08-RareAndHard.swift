import Exercises06
import Practice
import Solutions06

let rareAndHard = Check(
    "6.8",
    answer(
        "focalLoss(_:_:weight:gamma:)", Exercises06.focalLoss(_:_:weight:gamma:),
        Solutions06.focalLoss(_:_:weight:gamma:))
) { focalLoss in
    func expectLoss(_ x: [Float], _ y: [Bool], _ weight: Float, _ gamma: Float, _ expected: Float) throws {
        let found = try focalLoss(x, y, weight, gamma)
        try expect(found, "a loss") { $0 != nil }
        try expectClose(found.its("the loss") { $0! }, expected)
    }
    let (x, y): ([Float], [Bool]) = ([2, -1, 0.5], [true, false, true])
    try expectLoss([2], [true], 1, 2, 0.0018037)
    try expectLoss(x, y, 1, 0, 0.3047556)
    try expectLoss(x, y, 3, 0, 0.7054256)
    try expectLoss(x, y, 1, 2, 0.0306784)
    try expectLoss(x, y, 2, 1, 0.1574920)
    // Far from zero, right and wrong.
    try expectLoss([10_000], [true], 5, 2, 0)
    try expectLoss([-10_000], [true], 5, 2, 50_000)
    try expectLoss([10_000], [false], 5, 0.5, 10_000)
    try expect(focalLoss([], [], 1, 1), "nil") { $0 == nil }
    try expect(focalLoss([1], [true, true], 1, 1), "nil") { $0 == nil }
}
