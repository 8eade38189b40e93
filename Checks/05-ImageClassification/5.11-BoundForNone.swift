import Exercises05
import Practice
import Solutions05
import Tensors

let boundForNone = Check(
    "5.11",
    answer(
        "bound(known:strangers:losing:)", Exercises05.bound(known:strangers:losing:),
        Solutions05.bound(known:strangers:losing:))
) { bound in
    func expectBound(
        _ known: [Float], _ strangers: [Float], _ lost: Int, _ expected: Float, _ share: Double
    ) throws {
        let found = try bound(known, strangers, lost)
        try expect(found, "a bound") { $0 != nil }
        try expectEqual(found.its("the bound") { $0!.0 }, expected)
        try expectClose(found.its("the share of strangers") { $0!.1 }, share)
    }
    try expectBound([0.9, 0.4, 0.8], [0.3, 0.85, 0.8], 1, 0.8, 2.0 / 3)
    try expectBound([0.9, 0.4, 0.8], [0.3, 0.85, 0.8], 0, 0.4, 2.0 / 3)
    try expectBound([0.9, 0.4, 0.8], [0.3, 0.85, 0.8], 2, 0.9, 0)
    try expectBound([0.5], [], 0, 0.5, 0)
    // Equal ones: the bound 0.7 loses one photo, though two might be lost.
    try expectBound([0.7, 0.6, 0.7, 0.7], [0.65, 0.7, 0.9], 2, 0.7, 2.0 / 3)
    // Equal ones below it: two photos have 0.6, so that 0.7 would lose both.
    try expectBound([0.6, 0.8, 0.6, 0.7], [0.6, 0.5], 1, 0.6, 0.5)
    var random = SplitMix64(seed: 511)
    let known = (0..<100).map { _ in Float.random(in: 0.3..<1, using: &random) }
    let strangers = (0..<50).map { _ in Float.random(in: 0..<0.8, using: &random) }
    let expected = known.sorted()[5]
    try expectBound(known, strangers, 5, expected, Double(strangers.count { $0 >= expected }) / 50)
    for (values, lost) in [([0.5, 0.6], 2), ([], 0), ([0.5], -1)] as [([Float], Int)] {
        try expect(bound(values, [0.5], lost), "nil") { $0 == nil }
    }
}
