// Nudge: When does the batch exist, and the model has not seen it yet? And how do you see whether the model learns?
// Idea: `before(.batch)`. The learner's `inputs` can be replaced, but their type is not known: ask with `as? Tensor`,
//   and give back with `as? Input`. Tensors are values, so the data set is not touched.
// Almost: `Int.random(in: 0...height - size, using: &random)` for the first row, the same for the first column, and
//   then `x[0..., 0..., row..<row + size, column..<column + size] = Tensor(0)`.

import Tensors
import Training

final class ErasedPatches: Callback {
    private let size: Int
    private var random: SplitMix64

    init(_ size: Int, seed: UInt64) { (self.size, random) = (size, SplitMix64(seed: seed)) }

    func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        guard phase == .batch, learner.isTraining, var x = learner.inputs as? Tensor, x.rank == 4,
            x.shape[2] >= size, x.shape[3] >= size
        else { return }
        let row = Int.random(in: 0...x.shape[2] - size, using: &random)
        let column = Int.random(in: 0...x.shape[3] - size, using: &random)
        x[0..., 0..., row..<row + size, column..<column + size] = Tensor(0)
        learner.inputs = x as? Input
    }
}

public func erasingPatches(size: Int, seed: UInt64) throws -> any Callback { ErasedPatches(size, seed: seed) }
