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
    // Small shifts, so that importances are around 0.1 and near each other: every setting of the forest counts.
    let set = (0..<300).map { $0 < 200 ? 0.0 : 1 }
    for seed in 3..<15 as Range<UInt64> {
        let shift = 0.1 * Float(seed)
        let late = try late.replacing("b", with: late["b"].map { $0 + shift })
            .replacing("d", with: late["d"].map { $0 - shift * 1.1 })
        var same = SplitMix64(seed: seed)
        let forest = try RandomForest(
            early.stacked(on: late), set, trees: 40, columnShare: 0.5, minLeafSize: 5, using: &same)
        try expectEqual(columns(early, late, seed), forest.rankedImportances.filter { $0.share > 0.1 }.map(\.name))
    }
}
