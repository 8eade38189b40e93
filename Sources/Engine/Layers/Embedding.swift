// # Embedding as a layer

import Tensors

/// Looks up a row of numbers for every id: ids [...], each 0 ..< count → y [..., width]
///
/// An id outside the table stops the program.
public final class Embedding: Module, Layer {
    /// [count, width]
    public let weight: Parameter

    /// - Parameters:
    ///   - count: number of rows, one for every id.
    ///   - width: numbers in a row.
    ///   - deviation: rows start as normal random numbers of this standard deviation.
    ///   - random: where the initial values come from.
    public init(_ count: Int, _ width: Int, deviation: Float = 1, using random: inout some RandomNumberGenerator) {
        let start = Tensor.randn(count, width, using: &random)
        weight = Parameter(deviation == 1 ? start : deviation * start)
    }

    /// - Parameter weight: the table to begin with, [count, width].
    public init(_ weight: Tensor) {
        require(weight.rank == 2, "Embedding(\(weight.shape))", "a table has rows and columns", try: "[count, width]")
        self.weight = Parameter(weight)
    }

    public func forward(_ ids: IntTensor) -> Tensor { weight.value.embedded(ids) }
}
