import Exercises09
import Practice
import Solutions09
import Tabular
import Tensors

let smallForest = Check(
    "9.10",
    answer(
        "forestErrors(_:_:validX:validY:seed:)", Exercises09.forestErrors(_:_:validX:validY:seed:),
        Solutions09.forestErrors(_:_:validX:validY:seed:))
) { errors in
    for seed in [3, 4] as [UInt64] {
        var chance = SplitMix64(seed: 100 + seed)
        let x = try Features(Tensor.randn(150, 4, using: &chance))
        let y = (0..<150).map { Double(x.columns[0][$0] + x.columns[1][$0] * x.columns[2][$0]) }
        let (train, valid) = (Array(0..<100), Array(100..<150))
        let found = try errors(x.rows(train), train.map { y[$0] }, x.rows(valid), valid.map { y[$0] }, seed)
        var random = SplitMix64(seed: seed)
        let forest = try RandomForest(
            x.rows(train), train.map { y[$0] }, trees: 40, samples: 200_000, columnShare: 0.5, minLeafSize: 5,
            using: &random)
        let wanted = [
            try forest.rootMeanSquaredError(x.rows(train), train.map { y[$0] }),
            forest.outOfBag!.rootMeanSquaredError,
            try forest.rootMeanSquaredError(x.rows(valid), valid.map { y[$0] }),
        ]
        try expect(Found("forestErrors of 100 rows, seed \(seed)", found.value), "\(wanted)") { answer in
            answer.count == 3 && zip(answer, wanted).allSatisfy { abs($0 - $1) < 1e-9 }
        }
    }
}
