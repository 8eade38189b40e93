// # Dropout for sequences
//
// A recurrent net that loses another part of its state at every step has nothing to rely on. So these two choose once
// per sequence, or once per batch, what is gone; that stays gone for all steps.

import Tensors

/// While training: 0 with probability p, x / (1 - p) otherwise, the same for all steps of a sequence. In evaluation: x.
///
/// x [n, steps, ...] → y of the same shape. (fastai's `RNNDropout`; also known as variational dropout.)
public final class LockedDropout: Module, Layer {
    /// Probability of being dropped, 0...1.
    public let p: Float
    private let random: RandomStream

    /// - Parameters:
    ///   - p: probability of being dropped, 0...1.
    ///   - random: one number is drawn from it, the seed of this layer's own generator.
    public init(_ p: Float = 0.5, using random: inout some RandomNumberGenerator) {
        requireProbability("LockedDropout", p)
        (self.p, self.random) = (p, RandomStream(seed: random.next()))
    }

    public func forward(_ x: Tensor) -> Tensor {
        require(
            x.rank >= 2, "LockedDropout of \(x.shape)", "there is no axis of steps", try: "an input [n, steps, ...]")
        if !isTraining { return x }
        var stream = random
        return x.lockedDropout(p, using: &stream)
    }
}

/// An embedding that loses words: while training, a row of the table is 0 with probability p and is divided by 1 - p
/// otherwise, wherever in the batch its id occurs. In evaluation it is the embedding.
///
/// ids [...] → y [..., width]
///
/// The table itself is not dropped, so another layer may share it. (fastai's class of the same name.)
public final class EmbeddingDropout: Module, Layer {
    public let embedding: Embedding
    /// Probability of a row to be dropped, 0...1.
    public let p: Float
    private let random: RandomStream

    /// - Parameters:
    ///   - p: probability of a row to be dropped, 0...1.
    ///   - random: one number is drawn from it, the seed of this layer's own generator.
    public init(_ embedding: Embedding, _ p: Float, using random: inout some RandomNumberGenerator) {
        requireProbability("EmbeddingDropout", p)
        (self.embedding, self.p, self.random) = (embedding, p, RandomStream(seed: random.next()))
    }

    public func forward(_ ids: IntTensor) -> Tensor {
        let y = embedding(ids)
        if !isTraining || p == 0 { return y }
        var stream = random
        // Only the rows that are looked up are multiplied: a large vocabulary costs no more than a small one.
        return y * Tensor.ones(embedding.weight.shape[0], 1).dropout(p, using: &stream).embedded(ids)
    }
}
