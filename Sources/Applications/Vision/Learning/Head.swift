// # Heads: from features to an answer
//
// The body gives some hundred maps of features. The head asks of each map how strong it is at its strongest place, and
// how strong on average (concat pooling). Two linear layers make the answer of that, with batch norm and dropout before
// each. It is the head that the book's library gives to every net for pictures; all it needs to know is how many maps
// come in and how many numbers go out.

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
    /// Into so many rows and columns of cells the maps are pooled; nil for one. With one, the head knows how strong a
    /// feature is, and not where.
    public var grid: Int?
    /// Whether the head points: each pair of answers is the place of what one map of scores finds; see
    /// ``PointingHead``. Then nothing else of the plan matters. Nil is no.
    public var points: Bool?
    /// Whether one more batch norm comes last, before the range. (The book's `bn_final`.) Nil is no.
    public var normalizesEnd: Bool?

    /// A head that points at places, of which the answers are x and y, from -1 to 1.
    public static let pointing: HeadPlan = {
        var plan = HeadPlan(hidden: [], dropout: 0)
        plan.points = true
        return plan
    }()

    public init(
        hidden: [Int] = [512], dropout: Float = 0.5, poolsMaximum: Bool = true, range: ClosedRange<Float>? = nil,
        grid: Int? = nil, normalizesEnd: Bool = false
    ) {
        require(
            hidden.allSatisfy { $0 > 0 } && dropout >= 0 && dropout < 1,
            "a head with hidden \(hidden) and dropout \(dropout)",
            "widths are above 0, a probability of being dropped is from 0 to below 1")
        require(
            (1...64).contains(grid ?? 1), "a head with a grid of \(grid ?? 1)", "a grid has 1 to 64 rows and columns")
        (self.hidden, self.dropout, self.poolsMaximum, self.range) = (hidden, dropout, poolsMaximum, range)
        self.grid = grid
        self.normalizesEnd = normalizesEnd ? true : nil
    }

    /// How many numbers come out of pooling, of each hidden layer, and of the last.
    func widths(_ channels: Int, outputs: Int) -> [Int] {
        let cells = (grid ?? 1) * (grid ?? 1)
        return [(poolsMaximum ? 2 * channels : channels) * cells] + hidden + [outputs]
    }

    /// A head with new numbers: features [n, channels, h, w] → [n, outputs]. (The book's `create_head`.)
    ///
    /// The weights are normal with a deviation of √(2 / inputs). There are no biases: the norm before has one.
    public func layers(
        _ channels: Int, outputs: Int, using random: inout some RandomNumberGenerator
    ) -> Sequential {
        if points == true { return Sequential(PointingHead(channels, places: outputs / 2, using: &random)) }
        var layers: [any Layer<Tensor, Tensor>] =
            poolsMaximum
            ? [ConcatPool2d(Size2D(grid ?? 1)), Flatten()] : [AdaptiveAveragePool2d(Size2D(grid ?? 1)), Flatten()]
        let widths = widths(channels, outputs: outputs)
        for place in 0..<widths.count - 1 {
            let isLast = place == widths.count - 2
            layers.append(BatchNorm1d(widths[place]))
            if dropout > 0 { layers.append(Dropout(isLast ? dropout : dropout / 2, using: &random)) }
            let linear = Linear(widths[place], widths[place + 1], bias: false, using: &random)
            linear.weight.initialize(.kaimingNormal(), using: &random)
            layers.append(linear)
            if !isLast { layers.append(ReLU()) }
        }
        // Its averages move slowly, by a hundredth of each batch, as in the book's library.
        if normalizesEnd == true { layers.append(BatchNorm1d(outputs, momentum: 0.01)) }
        if let range { layers.append(RangedSigmoid(range)) }
        return Sequential(layers)
    }
}

/// The largest number of each map, then the mean of each: x [n, c, h, w] → y [n, 2c, size]. (The book's
/// `AdaptiveConcatPool2d`.)
public final class ConcatPool2d: Module, Layer {
    public let size: Size2D
    public let mean: AdaptiveAveragePool2d
    public let maximum: AdaptiveMaxPool2d

    public init(_ size: Size2D = 1) {
        (self.size, mean, maximum) = (size, AdaptiveAveragePool2d(size), AdaptiveMaxPool2d(size))
    }

    public func forward(_ x: Tensor) -> Tensor { .cat([maximum(x), mean(x)], axis: 1) }
}

/// Brings any number into a range: y = low + (high - low) · σ(x). (The book's `SigmoidRange`.)
public final class RangedSigmoid: Module, Layer {
    public let range: ClosedRange<Float>

    public init(_ range: ClosedRange<Float>) { self.range = range }

    public func forward(_ x: Tensor) -> Tensor {
        x.sigmoid() * (range.upperBound - range.lowerBound) + range.lowerBound
    }
}

/// Says where: a map of scores for each place, of which softmax makes shares of the picture's cells; the answer is the
/// mean of the cells' middles, weighted by their shares. x [n, channels, h, w] → y [n, 2 · places], from -1 to 1.
///
/// (A. Nibali and others, "Numerical Coordinate Regression with Convolutional Neural Networks", 2018.)
public final class PointingHead: Module, Layer {
    public let maps: Conv2d

    public init(_ channels: Int, places: Int, using random: inout some RandomNumberGenerator) {
        maps = Conv2d(channels, places, kernel: 1, using: &random)
    }

    public func forward(_ x: Tensor) -> Tensor {
        let scores = maps(x)
        let (n, k, height, width) = (scores.shape[0], scores.shape[1], scores.shape[2], scores.shape[3])
        func middles(_ count: Int) -> [Float] { (0..<count).map { -1 + Float(2 * $0 + 1) / Float(count) } }
        let (across, down) = (middles(width), middles(height))
        let places = (0..<height * width).flatMap { [across[$0 % width], down[$0 / width]] }
        let shares = scores.reshaped(n * k, height * width).softmax(axis: 1)
        return shares.matmul(Tensor(shape: [height * width, 2], places)).reshaped(n, 2 * k)
    }
}
