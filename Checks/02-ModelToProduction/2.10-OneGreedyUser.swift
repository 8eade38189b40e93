import Exercises02
import Practice
import Solutions02

let oneGreedyUser = Check(
    "2.10",
    answer(
        "admitted(users:times:perSecond:most:)", Exercises02.admitted(users:times:perSecond:most:),
        Solutions02.admitted(users:times:perSecond:most:))
) { admitted in
    func expectAdmitted(
        _ users: [String], _ times: [Double], perSecond: Double, most: Int, _ expected: [Bool]
    ) throws {
        try expectEqual(try admitted(users, times, perSecond, most), expected)
    }
    func same(_ count: Int) -> [String] { [String](repeating: "a", count: count) }
    try expectAdmitted([], [], perSecond: 1, most: 2, [])
    // Two at once, then one a second.
    try expectAdmitted(same(5), [0, 0, 0, 1, 1], perSecond: 1, most: 2, [true, true, false, true, false])
    // A refused request costs nothing: the coin is whole at 1.
    try expectAdmitted(same(4), [0, 0.5, 0.9, 1], perSecond: 1, most: 1, [true, false, false, true])
    // A purse holds no more than it holds, however long nobody asks.
    try expectAdmitted(same(4), [0, 100, 100, 100], perSecond: 1, most: 2, [true, true, true, false])
    // Others are not concerned.
    try expectAdmitted(
        ["a", "a", "b", "a", "b"], [0, 0, 0, 0, 5], perSecond: 0.1, most: 2, [true, true, true, false, true])
    try expectAdmitted(same(3), [0, 1, 2], perSecond: 0.5, most: 1, [true, false, true])
    // Ten tenths are one.
    try expectAdmitted(
        same(11), (0...10).map { Double($0) / 10 }, perSecond: 1, most: 1,
        [true] + [Bool](repeating: false, count: 9) + [true])
    try expectAdmitted(same(2), [0, 9], perSecond: 1, most: 0, [false, false])
}
