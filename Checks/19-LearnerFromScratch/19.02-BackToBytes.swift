import Exercises19
import Practice
import Solutions19
import Tensors

private typealias FairSplit = @Sendable ([String], Float, Variable<SplitMix64>) throws -> [Bool]

private let readers: FairSplit = { try Exercises19.fairSplit($0, share: $1, using: &$2.value) }
private let ours: FairSplit = { try Solutions19.fairSplit($0, share: $1, using: &$2.value) }

let fairSplit = Check(
    "19.2",
    Answer(NamedFunction("fairSplit(_:share:using:)", readers), NamedFunction("fairSplit(_:share:using:)", ours))
) { fairSplit in
    func split(_ labels: [String], _ share: Float, seed: UInt64 = 7) throws -> Found<[Bool]> {
        try fairSplit(labels, share, Variable("random", SplitMix64(seed: seed)))
    }
    func removed(_ found: Found<[Bool]>, _ label: String, of labels: [String]) -> Found<Int> {
        found.its("validation items of class \(label)") { mask in
            zip(labels, mask).count { $0.0 == label && !$0.1 }
        }
    }
    let mixed = ["a", "b", "a", "a", "c", "a", "b", "a", "a", "a", "a", "a"]  // 9, 2 and 1
    for (share, counts) in [(0.2, [2, 1, 0]), (0.5, [5, 1, 0]), (0.01, [1, 1, 0]), (0.99, [8, 1, 0])]
        as [(Float, [Int])]
    {
        let found = try split(mixed, share)
        try expectEqual(found.its("length", \.count), mixed.count)
        for (label, count) in zip(["a", "b", "c"], counts) {
            try expectEqual(removed(found, label, of: mixed), count)
        }
    }
    try expectEqual(split([], 0.5), [])

    // Random, but the same for the same seed; and everybody's turn comes.
    let many = (0..<60).map { "class \($0 % 3)" }
    let first = try split(many, 0.25)
    try expectEqual(split(many, 0.25).noting("again from the same seed"), first.value)
    var everChosen = Set<Int>(), choices = Set<[Int]>(), together = 0
    for seed in 0..<60 as Range<UInt64> {
        let found = try split(many, 0.25, seed: seed)
        for label in Set(many).sorted() { try expectEqual(removed(found, label, of: many), 5) }
        everChosen.formUnion(found.value.indices.filter { !found.value[$0] })
        let places = (0..<3).map { label in (0..<20).filter { !found.value[3 * $0 + label] } }
        choices.insert(places[0])
        if places[0] == places[1] { together += 1 }
    }
    try expectEqual(first.its("different validation items, over 60 seeds") { _ in everChosen.count }, 60)
    try expect(
        first.its("different choices for class 0, over 60 seeds") { _ in choices.count }, "more than 30 of them"
    ) { $0 > 30 }
    try expect(
        first.its("how often class 1 gave the same places as class 0, over 60 seeds") { _ in together }, "seldom"
    ) { $0 < 10 }
}
