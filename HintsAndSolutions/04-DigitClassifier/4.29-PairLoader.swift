// Nudge: One exercise before has already decided which items belong to which batch. What is left to do with such a
//   list?
// Idea: `shuffledBatches` gives lists of indices. For each list, pick the pairs at these indices once, and make the two
//   tensors from the same picked pairs: then nothing can get mixed up.
// Almost: `shuffledBatches(pairs.count, size: size, using: &random)`, then for each `places`: `places.map { pairs[$0]
//   }`, and from these `Tensor.stack(picked.map(\.x))` and the same for y. If `random` is the loader's own, every epoch
//   moves it on.

import Tensors

public final class PairLoader {
    let pairs: [(x: Tensor, y: Tensor)]
    let size: Int
    var random: SplitMix64

    public init(_ pairs: [(x: Tensor, y: Tensor)], size: Int, seed: UInt64) {
        (self.pairs, self.size, random) = (pairs, size, SplitMix64(seed: seed))
    }

    public func epoch() throws -> [(x: Tensor, y: Tensor)] {
        try shuffledBatches(pairs.count, size: size, using: &random).map { places in
            // Picked once: inputs and targets cannot come from different places.
            let picked = places.map { pairs[$0] }
            return (x: Tensor.stack(picked.map(\.x)), y: Tensor.stack(picked.map(\.y)))
        }
    }
}
