// # Dropout as a layer

import Tensors

/// While training: 0 with probability p, x / (1 - p) otherwise. In evaluation: x.
public final class Dropout: Module, Layer {
    /// Probability of being dropped, 0...1.
    public let p: Float
    private let random: RandomStream

    /// - Parameters:
    ///   - p: probability of being dropped, 0...1.
    ///   - random: one number is drawn from it, the seed of this layer's own generator.
    public init(_ p: Float = 0.5, using random: inout some RandomNumberGenerator) {
        require(p >= 0 && p <= 1, "Dropout(\(p))", "it is not a probability", try: "a number from 0 to 1")
        (self.p, self.random) = (p, RandomStream(seed: random.next()))
    }

    public func forward(_ x: Tensor) -> Tensor {
        if !isTraining { return x }
        var stream = random
        return x.dropout(p, using: &stream)
    }
}
