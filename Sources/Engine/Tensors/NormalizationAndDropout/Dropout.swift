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
        let places = Array(shape[..<2]) + shape[2...].map { _ in 1 }
        return thinned(p, seed, by: places).recorded("channelDropout", self) { dy in dy.thinned(p, seed, by: places) }
    }

    /// y = x / (1 - p) where kept, 0 where dropped, decided once for all entries along an axis   ⇒   the same of dy
    ///
    /// Along the axis of steps, what is dropped at the first step of a sequence is dropped at all of them: the mask is
    /// *locked*. (Y. Gal and Z. Ghahramani, "A Theoretically Grounded Application of Dropout in Recurrent Neural
    /// Networks", 2016, who call it variational.)
    ///
    /// x [n, steps, ...] → y of the same shape
    ///
    /// - Parameters:
    ///   - p: probability of being dropped, 0...1.
    ///   - axis: the one along which all entries share a draw.
    ///   - random: one number is drawn from it, unless p is 0 or 1; it decides what is dropped.
    public func lockedDropout(_ p: Float, axis: Int = 1, using random: inout some RandomNumberGenerator) -> Tensor {
        let axis = axisIndex(axis, shape, "lockedDropout")
        require(
            p >= 0 && p <= 1, "lockedDropout of \(shape)", "\(p) is not a probability", try: "a number from 0 to 1")
        if p == 0 { return self }
        let seed = p < 1 ? random.next() : 0
        var places = shape
        places[axis] = 1
        return thinned(p, seed, by: places).recorded("lockedDropout", self) { [places] dy in
            dy.thinned(p, seed, by: places)
        }
    }

    /// Not recorded. The same seed drops the same places.
    private func thinned(_ p: Float, _ seed: UInt64) -> Tensor {
        if p == 1 { return .zeros(shape) }
        let (x, y) = (array.contiguous(), NDArray<Float>(uninitialized: shape))
        Kernels.dropout(
            y.memory.base, x.base, count: count, dropped: Double(p), scale: Float(1 / (1 - Double(p))), seed: seed)
        return Tensor(array: y)
    }

    /// The same with fewer draws: one for each place of a shape that broadcasts to this one.
    private func thinned(_ p: Float, _ seed: UInt64, by places: [Int]) -> Tensor {
        let factors = Tensor.ones(places).thinned(p, seed)
        return Tensor.combine(.gate, "dropout", self, factors) * factors  // 0 even where x is NaN
    }
}
