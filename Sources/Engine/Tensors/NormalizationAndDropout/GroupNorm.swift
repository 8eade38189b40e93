// # Group norm: the channels of an item measured in groups
//
// Batch norm needs a batch that is large enough to be measured. Group norm measures every item alone, a group of its
// channels at a time: one group is layer norm over a whole image, and as many groups as channels are instance norm.

extension Tensor {
    /// y = γ · (x - mean) / √(variance + ε) + β, mean and variance over each group of channels of each item
    ///
    /// Y. Wu and K. He, "Group Normalization" (2018). A group of a single number becomes β.
    ///
    /// x [n, c, ...] · gamma [c] or nil for 1 · beta [c] or nil for 0 → y like x
    ///
    /// - Parameter groups: of c / groups neighbouring channels each.
    public func groupNorm(
        _ groups: Int, _ gamma: Tensor? = nil, _ beta: Tensor? = nil, epsilon: Float = 1e-5
    ) -> Tensor {
        let name = "groupNorm of \(shape)"
        require(rank >= 2, name, "there is no axis of channels", try: "an input [n, channels, ...]")
        require(
            groups > 0 && shape[1] % groups == 0, name, "\(shape[1]) channels cannot be divided into \(groups) groups")
        for tensor in [gamma, beta].compactMap({ $0 }) {
            require(
                tensor.shape == [shape[1]], name,
                "there are \(shape[1]) channels, but gamma or beta is \(tensor.shape)",
                try: "an input [n, \(tensor.count), ...]")
        }
        let size = shape[1] / groups * shape[2...].reduce(1, *)
        let normal = reshaped([shape[0] * groups, size]).layerNorm(epsilon: epsilon).reshaped(shape)
        let channels = [shape[1]] + shape[2...].map { _ in 1 }
        let scaled = gamma.map { normal * $0.reshaped(channels) } ?? normal
        return beta.map { scaled + $0.reshaped(channels) } ?? scaled
    }
}
