// # Embedding as a layer

import Tensors

/// Looks up a row of numbers for every id: ids [...], each 0 ..< count → y [..., width]
///
/// An id outside the table stops the program.
public final class Embedding: Module, Layer {
    /// [count, width]
    public let weight: Parameter
    /// The id that stands for nothing, such as the end of a short text in a batch of longer ones. Its row gets no
    /// gradient from being looked up. nil if all ids mean something.
    public let padding: Int?

    /// - Parameters:
    ///   - count: number of rows, one for every id.
    ///   - width: numbers in a row.
    ///   - deviation: rows start as normal random numbers of this standard deviation.
    ///   - padding: an id whose row starts as zeros and stays so; a negative number counts from the end.
    ///   - random: where the initial values come from.
    public init(
        _ count: Int, _ width: Int, deviation: Float = 1, padding: Int? = nil,
        using random: inout some RandomNumberGenerator
    ) {
        self.padding = padding.map { row($0, of: count) }
        var start = Tensor.randn(count, width, using: &random)
        if deviation != 1 { start = deviation * start }
        if let padding = self.padding { start[padding] = .zeros(width) }
        weight = Parameter(start)
    }

    /// - Parameters:
    ///   - weight: the table to begin with, [count, width].
    ///   - padding: an id whose row stays as it is; a negative number counts from the end.
    public init(_ weight: Tensor, padding: Int? = nil) {
        require(weight.rank == 2, "Embedding(\(weight.shape))", "a table has rows and columns", try: "[count, width]")
        self.padding = padding.map { row($0, of: weight.shape[0]) }
        self.weight = Parameter(weight)
    }

    public func forward(_ ids: IntTensor) -> Tensor { weight.value.embedded(ids, padding: padding) }
}

/// A padding that may be counted from the end.
private func row(_ padding: Int, of count: Int) -> Int {
    require(
        count >= 0 && padding >= -count && padding < count, "an Embedding of \(count) rows with padding \(padding)",
        "there is no such row", try: count > 0 ? "a number from \(-count) to \(count - 1)" : nil)
    return padding < 0 ? padding + count : padding
}
