// # Group norm and instance norm: layers for batches that are too small to be measured

import Tensors

/// y = γ · (x - mean) / √(variance + ε) + β, mean and variance over each group of channels of each item
///
/// x [n, channels, ...] → y of the same shape. γ starts as 1, β as 0. Training and evaluation are the same.
/// Y. Wu and K. He, "Group Normalization" (2018).
public final class GroupNorm: Module, Layer {
    /// How many groups of neighbouring channels there are.
    public let groups: Int
    public let channels: Int
    /// γ and β, [channels]; nil for a layer that learns nothing
    public let gamma, beta: Parameter?
    public let epsilon: Float

    /// - Parameters:
    ///   - groups: they divide the channels into equal parts.
    ///   - affine: false leaves out γ and β.
    public init(_ groups: Int, _ channels: Int, epsilon: Float = 1e-5, affine: Bool = true) {
        require(
            groups > 0 && channels >= 0 && channels % groups == 0, "GroupNorm(\(groups), \(channels))",
            "\(channels) channels cannot be divided into \(groups) groups")
        (self.groups, self.channels, self.epsilon) = (groups, channels, epsilon)
        gamma = affine ? Parameter(.ones(channels)) : nil
        beta = affine ? Parameter(.zeros(channels)) : nil
    }

    public func forward(_ x: Tensor) -> Tensor {
        require(
            x.rank >= 2 && x.shape[1] == channels, "GroupNorm of \(x.shape)", "the layer has \(channels) channels",
            try: "an input [n, \(channels), ...]")
        return x.groupNorm(groups, gamma?.value, beta?.value, epsilon: epsilon)
    }
}

/// y = γ · (x - mean) / √(variance + ε) + β, mean and variance over each channel of each item
///
/// x [n, c, ...] → y of the same shape. Use `InstanceNorm1d` or `InstanceNorm2d`, which say what they normalize. As in
/// PyTorch, there are no γ and β unless they are asked for, and training and evaluation are the same.
/// D. Ulyanov et al., "Instance Normalization: The Missing Ingredient for Fast Stylization" (2016).
public class InstanceNorm: Module, Layer {
    public final let channels: Int
    /// γ and β, [c]; nil for a layer that learns nothing
    public final let gamma, beta: Parameter?
    public final let epsilon: Float

    /// - Parameters:
    ///   - channels: c.
    ///   - affine: true for γ, which starts as 1, and β, which starts as 0.
    public init(_ channels: Int, epsilon: Float = 1e-5, affine: Bool = false) {
        require(channels >= 0, "\(type(of: self))(\(channels))", "there cannot be fewer than 0 channels")
        (self.channels, self.epsilon) = (channels, epsilon)
        gamma = affine ? Parameter(.ones(channels)) : nil
        beta = affine ? Parameter(.zeros(channels)) : nil
    }

    public final func forward(_ x: Tensor) -> Tensor {
        let name = "\(type(of: self)) of \(x.shape)"
        require(rank > 0, name, "it does not say how many axes it has", try: "InstanceNorm1d or InstanceNorm2d")
        require(x.rank == rank, name, "its rank is \(x.rank)", try: expected)
        require(x.shape[1] == channels, name, "the layer has \(channels) channels", try: expected)
        require(
            x.shape[2...].reduce(1, *) != 1 || x.count == 0, name, "one number per channel has no variance",
            try: "a larger input, or GroupNorm")
        return channels == 0 ? x : x.groupNorm(channels, gamma?.value, beta?.value, epsilon: epsilon)
    }

    /// Number of axes that the input has, and what it looks like.
    var rank: Int { 0 }
    var expected: String { "" }
}

/// Instance norm of sequences: x [n, c, length].
public final class InstanceNorm1d: InstanceNorm {
    override var rank: Int { 3 }
    override var expected: String { "an input [n, \(channels), length]" }
}

/// Instance norm of images: x [n, c, height, width].
public final class InstanceNorm2d: InstanceNorm {
    override var rank: Int { 4 }
    override var expected: String { "an input [n, \(channels), height, width]" }
}
