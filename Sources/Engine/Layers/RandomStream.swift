// # A layer's own random numbers
//
// Dropout draws new numbers in every batch. The state of its generator is part of the state of training: a run
// that is stopped and resumed must continue with the numbers that would have come next.

import Tensors

/// A generator that a module keeps: found by `Module.namedRandomStreams`, so that checkpoints remember it.
public final class RandomStream: RandomNumberGenerator {
    private var generator: SplitMix64

    public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// The state of the generator. A stream that is given another stream's state continues like that one.
    public var state: UInt64 {
        get { generator.state }
        set { generator = SplitMix64(seed: newValue) }
    }

    public func next() -> UInt64 { generator.next() }
}
