import Chapter08
import Exercises08
import Practice
import Solutions08
import Tensors

let sizeOfATable = Check(
    "8.15",
    answer(
        "learnedNumbers(rows:numbers:layers:outputs:)", Exercises08.learnedNumbers(rows:numbers:layers:outputs:),
        Solutions08.learnedNumbers(rows:numbers:layers:outputs:))
) { size in
    try expectEqual(size([944, 1635], 0, [100, 50], 1), 234_991 + 17_500 + 200 + 5000 + 100 + 51)
    for (rows, numbers, layers, outputs) in [
        ([5, 9], 0, [8], 1), ([5], 3, [8, 4], 2), ([30, 2, 7], 1, [], 5), ([], 4, [3], 1),
    ] as [([Int], Int, [Int], Int)] {
        var random = SplitMix64(seed: 815)
        let model = TabularModel(
            rows.map { ($0, embeddingSize($0)) }, numbers: numbers, outputs: outputs, layers: layers, using: &random)
        try expectEqual(size(rows, numbers, layers, outputs), model.parameterCount)
    }
    try expect(size([1_000_000], 0, [], 1), "600 million and 601") { $0 == 600_000_601 }
}
