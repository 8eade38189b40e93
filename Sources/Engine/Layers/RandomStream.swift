// # Random numbers of a layer's own
//
// Dropout draws new numbers in every batch. Where its generator is at belongs to the state of training:
// a run that is stopped and resumed must go on with the numbers that would have come next.

import Tensors

/// A generator that a module keeps: found by `Module.namedRandomStreams`, so that checkpoints remember it.
public final class RandomStream: RandomNumberGenerator {
    private var generator: SplitMix64

    public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// Where the stream is at; set it to go on from there.
    public var state: UInt64 {
        get { generator.state }
        set { generator = SplitMix64(seed: newValue) }
    }

    public func next() -> UInt64 { generator.next() }
}
