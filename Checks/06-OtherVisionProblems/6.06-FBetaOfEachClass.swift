import Exercises06
import Practice
import Solutions06

let fBetaOfEachClass = Check(
    "6.6",
    answer("fBeta(said:there:beta:)", Exercises06.fBeta(said:there:beta:), Solutions06.fBeta(said:there:beta:))
) { fBeta in
    func expectAll(_ said: [[Bool]], _ there: [[Bool]], _ beta: Double, _ expected: [Double?]) throws {
        let found = try fBeta(said, there, beta)
        try expectEqual(found.its("where there is none") { $0.map { $0 == nil } }, expected.map { $0 == nil })
        try expectClose(found.its("the others") { $0.compactMap(\.self) }, expected.compactMap(\.self))
    }
    try expectAll([[true, false], [true, true]], [[true, false], [false, true]], 1, [2.0 / 3, 1])
    // One of two that were said is right, one of three that are there is found.
    let said = [[true], [true], [false], [false]], there = [[true], [false], [true], [true]]
    try expectAll(said, there, 1, [0.4])
    try expectAll(said, there, 2, [5.0 / 14])
    try expectAll(said, there, 0.5, [1.25 / 2.75])
    // Said and never there, there and never said, neither.
    try expectAll([[true, false, false]], [[false, true, false]], 1, [0, 0, nil])
    try expectAll([], [], 1, [])
}
