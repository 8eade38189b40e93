// # A net for any size
//
// Section 7.1 · After this page you can build an XResNet, with which all of this chapter is trained, and know why it
// takes photos of any size.

import Figures
import Layers
import Notebook
import Tensors
import Vision

// The book takes `xresnet50`, from nothing: no weights of others. It is a ResNet with a few improvements, and how each
// of them came about is told in chapter 14. Here it is in short. A *block* computes a change f(x) and adds it to what
// came in: relu(f(x) + x). If f begins as 0, so does every block as nothing, and a net of many blocks begins as a
// shallow one. f is two or three convolutions, each with its batch norm; that of the last begins with γ = 0.
// `convolutionLayers` makes a convolution with its norm, which also applies the ReLU:

/// Convolution, batch norm, and a ReLU: x [n, channels, h, w] → [n, filters, ⌈h / stride⌉, ⌈w / stride⌉]
/// - Parameters:
///   - gamma: what the norm multiplies by at the start.
///   - hasNorm: without one, the convolution has biases; a `gamma` of 0 then makes its weights 0.
public func convolutionLayers(
    _ channels: Int, _ filters: Int, kernel: Int = 3, stride: Int = 1, gamma: Float = 1, isActive: Bool = true,
    hasNorm: Bool = true, using random: inout SplitMix64
) -> [any Layer<Tensor, Tensor>] {
    let convolution = Conv2d(
        channels, filters, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(kernel / 2),
        bias: !hasNorm, using: &random)
    convolution.weight.initialize(.kaimingNormal(), using: &random)
    guard hasNorm else {
        if gamma == 0 { convolution.weight.assign(.zeros(convolution.weight.shape)) }
        convolution.bias?.assign(.zeros(filters))
        return isActive ? [convolution, ReLU()] : [convolution]
    }
    let norm = BatchNorm2d(filters, activation: isActive ? .relu : .none)
    norm.gamma.assign(.full(gamma, [filters]))
    return [convolution, norm]
}

// What is added must have the shape of the change. Where the block halves the grid, x is pooled, by the mean of each
// two by two places, so that none of them is lost; where it has other channels, a convolution of 1 × 1 follows. With
// `expansion` 4 the block is a bottleneck: 1 × 1, 3 × 3, and 1 × 1 with four times the channels, as in xresnet50:

/// relu(f(x) + shortcut(x)): x [n, channels, h, w] → [n, filters · expansion, ⌈h / stride⌉, ⌈w / stride⌉]. (fastai's
/// `ResBlock`.)
public final class XResBlock: Module, Layer {
    public let convolutions, shortcut: Sequential

    public init(
        _ channels: Int, _ filters: Int, stride: Int = 1, expansion: Int = 1, hasNorm: Bool = true,
        using random: inout SplitMix64
    ) {
        func layers(
            _ from: Int, _ to: Int, _ kernel: Int, _ stride: Int = 1, gamma: Float = 1, _ isActive: Bool = true
        ) -> [any Layer<Tensor, Tensor>] {
            convolutionLayers(
                from, to, kernel: kernel, stride: stride, gamma: gamma, isActive: isActive, hasNorm: hasNorm,
                using: &random)
        }
        let wide = filters * expansion
        convolutions = Sequential(
            expansion == 1
                ? layers(channels, filters, 3, stride) + layers(filters, wide, 3, gamma: 0, false)
                : layers(channels, filters, 1) + layers(filters, filters, 3, stride)
                    + layers(filters, wide, 1, gamma: 0, false))
        let pool: [any Layer<Tensor, Tensor>] = stride == 1 ? [] : [AveragePool2d(Size2D(stride), ceilMode: true)]
        shortcut = Sequential(pool + (channels == wide ? [] : layers(channels, wide, 1, 1, false)))
    }

    public func forward(_ x: Tensor) -> Tensor { (convolutions(x) + shortcut(x)).relu() }
}

// Before the blocks comes the *stem*: three convolutions, the first with a stride of 2, and a pooling with another.
// Then come groups of blocks. From group to group the grid is halved, and there are twice as many filters.
// `XResNetPlan` says how many of everything, and `.small` is what this chapter can afford:

/// What an XResNet is made of.
public struct XResNetPlan: Sendable, Equatable {
    /// The filters of the three convolutions at the beginning. The last number is that of the first group, too.
    public var stem: [Int]
    /// How many blocks each group has.
    public var blocks: [Int]
    /// 4 for bottlenecks, else 1.
    public var expansion: Int
    public var hasNorm: Bool

    public init(stem: [Int], blocks: [Int], expansion: Int = 1, hasNorm: Bool = true) {
        (self.stem, self.blocks, self.expansion, self.hasNorm) = (stem, blocks, expansion, hasNorm)
    }

    public static let small = XResNetPlan(stem: [8, 8, 16], blocks: [1, 1, 1])
    /// The book's `xresnet50`.
    public static let xResNet50 = XResNetPlan(stem: [32, 32, 64], blocks: [3, 4, 6, 3], expansion: 4)

    /// "xresnet-8-8-16-1-1-1-1"
    public var name: String {
        "xresnet-" + (stem + blocks + [expansion]).map { "\($0)" }.joined(separator: "-") + (hasNorm ? "" : "-plain")
    }
}

extension XResNetPlan {
    /// All layers before the last pooling: x [n, 3, h, w] → [n, channels, h', w'], a stem of a quarter of the size, and
    /// half of it with each further group. Its groups of parameters are two.
    public func body(using random: inout SplitMix64) -> Body {
        var layers: [any Layer<Tensor, Tensor>] = []
        for (place, (channels, filters)) in zip([3] + stem, stem).enumerated() {
            layers += convolutionLayers(
                channels, filters, stride: place == 0 ? 2 : 1, hasNorm: hasNorm, using: &random)
        }
        layers.append(MaxPool2d(3, stride: 2, padding: 1))
        var (channels, starts) = (stem.last!, [Int]())
        for (group, count) in blocks.enumerated() {
            starts.append(layers.count)
            let filters = stem.last! << group
            for place in 0..<count {
                layers.append(
                    XResBlock(
                        channels, filters, stride: group > 0 && place == 0 ? 2 : 1, expansion: expansion,
                        hasNorm: hasNorm, using: &random))
                channels = filters * expansion
            }
        }
        return Body(Sequential(layers), name: name, splitAt: [starts[starts.count / 2]])
    }
}
