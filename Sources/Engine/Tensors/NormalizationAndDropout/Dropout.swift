// # Dropout: learning with a part of the net gone
//
// Each number is set to zero with probability p. The others grow by 1 / (1 - p), so that a sum over
// many of them stays what it was on average.

import Kernels

extension Tensor {
    /// y = x / (1 - p) where kept, 0 where dropped   ⇒   dx = dy / (1 - p) where kept, else 0
    ///
    /// - Parameters:
    ///   - p: probability of being dropped, 0...1.
    ///   - random: one number is drawn from it, unless p is 0 or 1; it decides what is dropped.
    public func dropout(_ p: Float, using random: inout some RandomNumberGenerator) -> Tensor {
        require(
            p >= 0 && p <= 1, "dropout of \(shape)", "\(p) is not a probability", try: "a number from 0 to 1")
        if p == 0 { return self }
        let seed = p < 1 ? random.next() : 0
        return thinned(p, seed).recorded("dropout", self) { dy in dy.thinned(p, seed) }
    }

    /// y = x / (1 - p) in the channels that are kept, 0 in those that are dropped   ⇒   the same of dy
    ///
    /// Neighbouring pixels know much of one another, so dropping some of them teaches little; a whole channel is
    /// gone. (J. Tompson et al., "Efficient Object Localization Using Convolutional Networks", 2015.)
    ///
    /// x [n, c, ...] → y of the same shape
    ///
    /// - Parameters:
    ///   - p: probability of a channel of an item to be dropped, 0...1.
    ///   - random: one number is drawn from it, unless p is 0 or 1; it decides what is dropped.
    public func channelDropout(_ p: Float, using random: inout some RandomNumberGenerator) -> Tensor {
        let name = "channelDropout of \(shape)"
        require(rank >= 2, name, "there is no axis of channels", try: "an input [n, channels, ...]")
        require(p >= 0 && p <= 1, name, "\(p) is not a probability", try: "a number from 0 to 1")
        if p == 0 { return self }
        let seed = p < 1 ? random.next() : 0
        return withThinnedChannels(p, seed).recorded("channelDropout", self) { dy in dy.withThinnedChannels(p, seed) }
    }

    /// Not recorded. The same seed drops the same places.
    private func thinned(_ p: Float, _ seed: UInt64) -> Tensor {
        if p == 1 { return .zeros(shape) }
        let (x, y) = (array.contiguous(), NDArray<Float>(uninitialized: shape))
        Kernels.dropout(
            y.memory.base, x.base, count: count, dropped: Double(p), scale: Float(1 / (1 - Double(p))), seed: seed)
        return Tensor(array: y)
    }

    /// The same for whole channels.
    private func withThinnedChannels(_ p: Float, _ seed: UInt64) -> Tensor {
        let factors = Tensor.ones(shape[..<2] + shape[2...].map { _ in 1 }).thinned(p, seed)
        return Tensor.combine(.gate, "channelDropout", self, factors) * factors  // 0 even where x is NaN
    }
}
