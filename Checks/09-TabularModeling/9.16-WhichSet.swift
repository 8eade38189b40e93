import Exercises09
import Practice
import Solutions09
import Tabular
import Tensors

let whichSet = Check(
    "9.16",
    answer("tellingColumns(_:_:seed:)", Exercises09.tellingColumns(_:_:seed:), Solutions09.tellingColumns(_:_:seed:))
) { columns in
    var random = SplitMix64(seed: 16)
    let x = try Features(Tensor.randn(300, 4, using: &random), names: ["a", "b", "c", "d"])
    let (early, late) = (try x.rows(Array(0..<200)), try x.rows(Array(200..<300)))
    // In one column, then in two, the second set is shifted.
    let one = try late.replacing("c", with: late["c"].map { $0 + 9 })
    try expectEqual(columns(early, one, 1), ["c"])
    let two = try late.replacing("a", with: late["a"].map { $0 + 1.5 }).replacing("d", with: late["d"].map { $0 + 3 })
    try expect(columns(early, two, 2), "d, and nothing but a after it") { found in
        found.first == "d" && found.dropFirst().allSatisfy { $0 == "a" }
    }
    // The order of both sets counts, to the last bit.
    var same = SplitMix64(seed: 3)
    let set = (0..<300).map { $0 < 200 ? 0.0 : 1 }
    let forest = try RandomForest(
        early.stacked(on: two), set, trees: 40, columnShare: 0.5, minLeafSize: 5, using: &same)
    let wanted = forest.rankedImportances.filter { $0.share > 0.1 }.map(\.name)
    try expectEqual(columns(early, two, 3), wanted)
}
