// Exercise 4.29 · A data loader                needs exercise 4.28
// Section 4.12, questions 4.24 and 4.26: Chapters/04-DigitClassifier/12-MiniBatches.swift

import Practice
import Tensors

/// Goes through pairs of inputs and targets in shuffled mini-batches, epoch after epoch. Its properties and `init` are
/// given; write `epoch`.
public final class PairLoader {
    let pairs: [(x: Tensor, y: Tensor)]
    let size: Int
    var random: SplitMix64

    public init(_ pairs: [(x: Tensor, y: Tensor)], size: Int, seed: UInt64) {
        (self.pairs, self.size, random) = (pairs, size, SplitMix64(seed: seed))
    }

    /// The batches of the next epoch. Each pair is in exactly one batch, in a new random order every time; a batch
    /// holds `size` pairs, except that the last one holds what is left over, and is never empty.
    ///
    /// In a batch, the inputs are stacked to one tensor, and so are the targets: inputs [2] and targets [1], three at a
    /// time → x [3, 2] and y [3, 1]. Row k of y is the target of row k of x. All randomness comes from `random`: two
    /// loaders with the same seed give the same epochs.
    public func epoch() throws -> [(x: Tensor, y: Tensor)] {
        throw Unanswered("4.29")
    }
}
