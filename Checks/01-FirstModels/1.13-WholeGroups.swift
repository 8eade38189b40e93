import Exercises01
import Practice
import Solutions01

let wholeGroups = Check(
    "1.13",
    answer(
        "splitByGroup(_:share:seed:)", Exercises01.splitByGroup(_:share:seed:), Solutions01.splitByGroup(_:share:seed:))
) { splitByGroup in
    let groups = (0..<100).map { "driver \($0 * 7 % 100 / 10)" }
    var turns: [String: Int] = [:]
    for seed in 0..<400 as Range<UInt64> {
        let found = try splitByGroup(groups, 0.25, seed)
        let (train, valid) = found.value
        try expectEqual(found.its("all places") { ($0.train + $0.valid).sorted() }, Array(groups.indices))
        try expectEqual(found.its("train") { $0.train }, train.sorted())
        try expectEqual(found.its("valid") { $0.valid }, valid.sorted())
        try expectEqual(
            found.its("groups in both sets") { split in
                Set(split.train.map { groups[$0] }).intersection(split.valid.map { groups[$0] }).sorted()
            }, [])
        try expectEqual(found.its("number of items to judge by") { $0.valid.count }, 30)
        for name in Set(valid.map { groups[$0] }) { turns[name, default: 0] += 1 }
    }
    try expect(
        Found("splitByGroup with 400 seeds, how often each of ten drivers was held back", turns.values.sorted()),
        "about 120 each"
    ) { $0.count == 10 && $0.allSatisfy { (80...165).contains($0) } }
    // The same seed, in another order of the items.
    let names = try splitByGroup(groups, 0.25, 7).its("drivers held back") { Set($0.valid.map { groups[$0] }).sorted() }
    let backwards: [String] = groups.reversed()
    try expectEqual(
        try splitByGroup(backwards, 0.25, 7).its("drivers held back, items backwards") {
            Set($0.valid.map { backwards[$0] }).sorted()
        }, names.value)
    // Many names: a set or a dictionary has them in an order that depends on which came first.
    let ships = (0..<60).map { "ship \($0)" }
    let shipsBackwards: [String] = ships.reversed()
    let heldShips = try splitByGroup(ships, 0.5, 7).its("ships held back") { $0.valid.map { ships[$0] }.sorted() }
    try expectEqual(
        try splitByGroup(shipsBackwards, 0.5, 7).its("ships held back, items backwards") {
            $0.valid.map { shipsBackwards[$0] }.sorted()
        }, heldShips.value)
    // A large group comes whole, and one is always left to learn from.
    let uneven = Array(repeating: "a", count: 90) + Array(repeating: "b", count: 10)
    for seed in 0..<20 as Range<UInt64> {
        let found = try splitByGroup(uneven, 0.5, seed)
        try expect(found.its("number of items to judge by") { $0.valid.count }, "10 or 90") { $0 == 10 || $0 == 90 }
        try expectEqual(try splitByGroup(["x", "x"], 0.5, seed).its("valid") { $0.valid }, [])
    }
    try expectEqual(try splitByGroup([], 0.5, 1).its("all places") { $0.train + $0.valid }, [])
}
