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
        requireProbability("Dropout", p)
        (self.p, self.random) = (p, RandomStream(seed: random.next()))
    }

    public func forward(_ x: Tensor) -> Tensor {
        if !isTraining { return x }
        var stream = random
        return x.dropout(p, using: &stream)
    }
}

/// While training: a channel of an item is 0 with probability p, x / (1 - p) otherwise. In evaluation: x.
///
/// x [n, c, ...] → y of the same shape. Use `Dropout1d` or `Dropout2d`, which say what they drop.
public class ChannelDropout: Module, Layer {
    /// Probability of a channel to be dropped, 0...1.
    public final let p: Float
    private let random: RandomStream

    /// - Parameters:
    ///   - p: probability of a channel to be dropped, 0...1.
    ///   - random: one number is drawn from it, the seed of this layer's own generator.
    public init(_ p: Float = 0.5, using random: inout some RandomNumberGenerator) {
        requireProbability("\(Self.self)", p)
        (self.p, self.random) = (p, RandomStream(seed: random.next()))
    }

    public final func forward(_ x: Tensor) -> Tensor {
        requireShape(x.shape)
        if !isTraining { return x }
        var stream = random
        return x.channelDropout(p, using: &stream)
    }

    /// Stops the program if x has a shape that the layer is not for.
    func requireShape(_ shape: [Int]) {}
}

/// Dropout of whole channels of sequences: x [n, c, length].
public final class Dropout1d: ChannelDropout {
    override func requireShape(_ shape: [Int]) {
        require(
            shape.count == 3, "Dropout1d of \(shape)", "its rank is \(shape.count)",
            try: "an input [n, channels, length]")
    }
}

/// Dropout of whole channels of images: x [n, c, height, width].
public final class Dropout2d: ChannelDropout {
    override func requireShape(_ shape: [Int]) {
        require(
            shape.count == 4, "Dropout2d of \(shape)", "its rank is \(shape.count)",
            try: "an input [n, channels, height, width]")
    }
}

func requireProbability(_ layer: String, _ p: Float) {
    require(p >= 0 && p <= 1, "\(layer)(\(p))", "it is not a probability", try: "a number from 0 to 1")
}
