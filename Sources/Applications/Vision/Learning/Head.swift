// # Heads: from features to an answer
//
// The body gives some hundred maps of features. The head asks of each map how strong it is at its strongest place, and how
// strong on average (concat pooling). Two linear layers make the answer of that, with batch norm and dropout before each.
// It is the head that the book's library gives to every net for pictures; all it needs to know is how many maps come in and how
// many numbers go out.

import Layers
import Tensors

/// What a head is made of, but for what comes in and goes out.
public struct HeadPlan: Sendable, Equatable, Codable {
    /// The widths between pooling and answer.
    public var hidden: [Int]
    /// The probability that a number is dropped before the last linear layer. Before the others, half of it.
    public var dropout: Float
    /// Both poolings, or the mean alone.
    public var poolsMaximum: Bool
    /// The range of the answers; nil lets them be any number. (The book's `y_range`.)
    public var range: ClosedRange<Float>?

    public init(
        hidden: [Int] = [512], dropout: Float = 0.5, poolsMaximum: Bool = true, range: ClosedRange<Float>? = nil
    ) {
        require(
            hidden.allSatisfy { $0 > 0 } && dropout >= 0 && dropout < 1,
            "a head with hidden \(hidden) and dropout \(dropout)",
            "widths are above 0, a probability of being dropped is from 0 to below 1")
        (self.hidden, self.dropout, self.poolsMaximum, self.range) = (hidden, dropout, poolsMaximum, range)
    }

    /// A head with new numbers: features [n, channels, h, w] → [n, outputs]. (The book's `create_head`.)
    ///
    /// The weights are normal with a deviation of √(2 / inputs). There are no biases: the norm before has one.
    public func layers(
        _ channels: Int, outputs: Int, using random: inout some RandomNumberGenerator
    ) -> Sequential {
        var layers: [any Layer<Tensor, Tensor>] =
            poolsMaximum ? [ConcatPool2d(), Flatten()] : [AdaptiveAveragePool2d(1), Flatten()]
        let widths = [poolsMaximum ? 2 * channels : channels] + hidden + [outputs]
        for place in 0..<widths.count - 1 {
            let isLast = place == widths.count - 2
            layers.append(BatchNorm1d(widths[place]))
            if dropout > 0 { layers.append(Dropout(isLast ? dropout : dropout / 2, using: &random)) }
            let linear = Linear(widths[place], widths[place + 1], bias: false, using: &random)
            linear.weight.initialize(.kaimingNormal(), using: &random)
            layers.append(linear)
            if !isLast { layers.append(ReLU()) }
        }
        if let range { layers.append(RangedSigmoid(range)) }
        return Sequential(layers)
    }
}

/// The largest number of each map, then the mean of each: x [n, c, h, w] → y [n, 2c, size]. (The book's
/// `AdaptiveConcatPool2d`.)
public final class ConcatPool2d: Module, Layer {
    public let size: Size2D

    public init(_ size: Size2D = 1) { self.size = size }

    public func forward(_ x: Tensor) -> Tensor {
        .cat([x.adaptiveMaxPooled(size), x.adaptiveAveragePooled(size)], axis: 1)
    }
}

/// Brings any number into a range: y = low + (high - low) · σ(x). (The book's `SigmoidRange`.)
public final class RangedSigmoid: Module, Layer {
    public let range: ClosedRange<Float>

    public init(_ range: ClosedRange<Float>) { self.range = range }

    public func forward(_ x: Tensor) -> Tensor {
        x.sigmoid() * (range.upperBound - range.lowerBound) + range.lowerBound
    }
}
