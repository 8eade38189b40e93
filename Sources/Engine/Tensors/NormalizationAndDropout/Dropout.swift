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

    /// Not recorded. The same seed drops the same places.
    private func thinned(_ p: Float, _ seed: UInt64) -> Tensor {
        if p == 1 { return .zeros(shape) }
        let (x, y) = (array.contiguous(), NDArray<Float>(uninitialized: shape))
        Kernels.dropout(
            y.storage.base, x.base, count: count, dropped: Double(p), scale: Float(1 / (1 - Double(p))), seed: seed)
        return Tensor(array: y)
    }
}
