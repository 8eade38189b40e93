// # Dropout as a layer

import Tensors

/// While training: 0 with probability p, x / (1 - p) otherwise. In use: x.
public final class Dropout: Module, Layer {
    /// Probability of being dropped, 0...1.
    public var p: Float
    /// Where the draws come from.
    public var random: SplitMix64

    /// - Parameters:
    ///   - p: probability of being dropped, 0...1.
    ///   - random: one number is drawn from it, the seed of this layer's own generator.
    public init(_ p: Float = 0.5, using random: inout some RandomNumberGenerator) {
        require(p >= 0 && p <= 1, "Dropout(\(p))", "it is not a probability", try: "a number from 0 to 1")
        (self.p, self.random) = (p, SplitMix64(seed: random.next()))
    }

    public func forward(_ x: Tensor) -> Tensor { isTraining ? x.dropout(p, using: &random) : x }
}
