import Exercises19
import Practice
import Solutions19
import Tensors

let leftOutBlocks = Check(
    "19.18",
    answer(
        "withBlocksLeftOut(_:_:keeps:block:of:last:isTraining:)",
        Exercises19.withBlocksLeftOut(_:_:keeps:block:of:last:isTraining:),
        Solutions19.withBlocksLeftOut(_:_:keeps:block:of:last:isTraining:))
) { leftOut in
    // Block 2 of 4 is kept with 1 - 2 / 4 · (1 - 0.6) = 0.8.
    let (around, f) = (Tensor([[1, 2], [3, -4]]), Tensor([[8, -4], [16, 8]]))
    try expectClose(leftOut(around, f, [true, false], 2, 4, 0.6, true), Tensor([[11, 0], [3, 0]]))
    try expectClose(leftOut(around, f, [false, true], 2, 4, 0.6, true), Tensor([[1, 2], [23, 6]]))
    // Nothing is left out in validation, whatever `keeps` says.
    try expectClose(leftOut(around, f, [true, false], 2, 4, 0.6, false), Tensor([[9, 0], [19, 4]]))
    // The last block has the last probability, and the first is left out already.
    try expectClose(leftOut(around, f, [true, true], 4, 4, 0.5, true), Tensor([[17, 0], [35, 12]]))
    try expectClose(leftOut(around, f, [true, true], 1, 2, 0, true), Tensor([[17, 0], [35, 12]]))
    var random = SplitMix64(seed: 1918)
    for shape in [[3], [3, 3], [4, 2, 3, 3]] {
        let (around, f) = (Tensor.randn(shape, using: &random), Tensor.randn(shape, using: &random))
        let keeps = (0..<shape[0]).map { $0 != 1 }
        let found = try leftOut(around, f, keeps, 3, 8, 0.4, true)
        try expectEqual(found.its("shape", \.shape), shape)
        for (item, kept) in keeps.enumerated() {
            let wanted = (kept ? around[item] + f[item] / 0.775 : around[item]).relu()
            try expectClose(found.its("item \(item), \(kept ? "kept" : "left out")") { $0[item] }, wanted)
        }
    }
}
