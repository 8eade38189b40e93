import Exercises02
import Practice
import Solutions02

let extraSalesOfARanking = Check(
    "2.12",
    answer(
        "extraSales(scores:recommended:bought:top:)", Exercises02.extraSales(scores:recommended:bought:top:),
        Solutions02.extraSales(scores:recommended:bought:top:))
) { extraSales in
    func expect(
        _ scores: [Double], _ recommended: [Bool], _ bought: [Bool], _ top: Int, _ wanted: Double?
    ) throws {
        let found = try extraSales(scores, recommended, bought, top)
        guard let wanted else { return try expectEqual(found.its("result") { $0 }, nil) }
        try expectClose(found.its("result") { $0 ?? .nan }, wanted, tolerance: 1e-12)
    }
    try expect([0.9, 0.8, 0.7, 0.1], [true, false, true, true], [true, false, false, true], 3, 0.5)
    try expect([0.9, 0.8, 0.7, 0.1], [true, false, true, true], [true, false, false, true], 9, 2.0 / 3)
    // What would have been bought anyway counts against it.
    try expect([3, 2, 1, 0], [true, false, true, false], [true, true, false, true], 2, 0)
    try expect([3, 2, 1, 0], [true, false, true, false], [false, true, false, true], 4, -1)
    // Equal scores: those that come first.
    try expect([1, 1, 1, 1], [true, false, false, true], [false, false, true, true], 2, 0)
    try expect([1, 1, 2, 1], [false, true, true, false], [true, true, false, false], 2, -1)
    // One of the groups is empty.
    try expect([2, 1], [true, true], [true, true], 2, nil)
    try expect([2, 1], [false, true], [true, true], 1, nil)
    try expect([2, 1], [false, true], [true, true], 0, nil)
    try expect([], [], [], 3, nil)
}
