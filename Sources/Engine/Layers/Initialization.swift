// # Where learning starts
//
// A layer adds up as many products as it has inputs. If its weights are too large, numbers grow from
// layer to layer until they overflow; if they are too small, they fade away. The schemes here choose the
// spread of the weights by the *fan*: how many numbers go into each output (fan in), or come out of
// each input (fan out).
//
//     layer.weight.initialize(.kaimingNormal(), using: &random)

import Tensors

/// How a parameter's first values are drawn.
public enum Initialization: Sendable {
    /// The same number everywhere.
    case constant(Float)
    /// Uniform, `low` ≤ w < `high`.
    case uniform(low: Float, high: Float)
    /// Normal with this mean and standard deviation.
    case normal(mean: Float = 0, deviation: Float = 1)
    /// Normal, but drawn again while it is farther than two deviations from the mean.
    case truncatedNormal(mean: Float = 0, deviation: Float = 1)
    /// Uniform in ±1/√(fan in): what PyTorch gives its linear and convolutional layers.
    case fanIn
    /// Uniform in ±gain · √(6 / (fan in + fan out)). Glorot, Bengio, "Understanding the difficulty of
    /// training deep feedforward neural networks" (2010).
    case xavierUniform(gain: Float = 1)
    /// Normal with deviation gain · √(2 / (fan in + fan out)). The same paper.
    case xavierNormal(gain: Float = 1)
    /// Uniform in ±gain · √(3 / fan), gain = √(2 / (1 + slope²)). He et al., "Delving deep into
    /// rectifiers" (2015).
    case kaimingUniform(slope: Float = 0, fan: Fan = .in)
    /// Normal with deviation gain / √fan. The same paper.
    case kaimingNormal(slope: Float = 0, fan: Fan = .in)

    /// Which fan the spread is divided by. With `in` the numbers keep their spread in the forward pass, with `out`
    /// the gradients keep theirs in the backward pass.
    public enum Fan: Sendable { case `in`, out }

    /// 0 everywhere.
    public static var zeros: Initialization { .constant(0) }
    /// 1 everywhere.
    public static var ones: Initialization { .constant(1) }

    /// A tensor of the given shape.
    ///
    /// Fans are those of a weight [outputs, inputs, kernel …]; a scheme that needs them stops the
    /// program for fewer than two axes.
    public func draw(_ shape: [Int], using random: inout some RandomNumberGenerator) -> Tensor {
        func even(_ bound: Float) -> Tensor { .rand(shape, low: -bound, high: bound, using: &random) }
        func bell(_ deviation: Float) -> Tensor { .randn(shape, using: &random) * deviation }
        switch self {
        case .constant(let value): return .full(value, shape)
        case .uniform(let low, let high): return .rand(shape, low: low, high: high, using: &random)
        case .normal(let mean, let deviation): return bell(deviation) + mean
        case .truncatedNormal(let mean, let deviation):
            return truncated(shape, using: &random) * deviation + mean
        case .fanIn: return even(1 / fans(shape).in.squareRoot())
        case .xavierUniform(let gain):
            let (fanIn, fanOut) = fans(shape)
            return even(gain * (6 / (fanIn + fanOut)).squareRoot())
        case .xavierNormal(let gain):
            let (fanIn, fanOut) = fans(shape)
            return bell(gain * (2 / (fanIn + fanOut)).squareRoot())
        case .kaimingUniform(let slope, let fan): return even(Float(3).squareRoot() * kaiming(slope, fan, shape))
        case .kaimingNormal(let slope, let fan): return bell(kaiming(slope, fan, shape))
        }
    }

    /// √(2 / (1 + slope²)) / √fan
    private func kaiming(_ slope: Float, _ fan: Fan, _ shape: [Int]) -> Float {
        let (fanIn, fanOut) = fans(shape)
        return (2 / (1 + slope * slope)).squareRoot() / (fan == .in ? fanIn : fanOut).squareRoot()
    }

    /// A kernel's taps count on both sides: each output is reached by them, each input reaches them.
    private func fans(_ shape: [Int]) -> (in: Float, out: Float) {
        require(
            shape.count >= 2, "\(self) for a parameter of shape \(shape)",
            "only a weight [outputs, inputs, …] has fans",
            try: ".uniform or .normal")
        let taps = shape.dropFirst(2).reduce(1, *)
        return (Float(max(shape[1] * taps, 1)), Float(max(shape[0] * taps, 1)))
    }

    private func truncated(_ shape: [Int], using random: inout some RandomNumberGenerator) -> Tensor {
        var scalars = Tensor.randn(shape, using: &random).scalars
        for i in scalars.indices {
            while abs(scalars[i]) > 2 { scalars[i] = Tensor.randn([1], using: &random).item }
        }
        return Tensor(shape: shape, scalars)
    }
}

extension Parameter {
    /// Draws new initial values.
    public func initialize(_ initialization: Initialization, using random: inout some RandomNumberGenerator) {
        assign(initialization.draw(shape, using: &random))
    }
}
