// # A classifier on top of an encoder
//
// The encoder reads a text from its first token to its last. What it makes of all tokens is pooled in three ways: the
// last one, by then it has read everything; the largest of each number; and the mean. Padding does not count in any
// of them.

import Layers
import Tensors
import Training

/// The last of each text, the largest and the mean over its steps, side by side: x [n, steps, w] → [n, 3w].
///
/// - Parameter steps: of each text, those that count. (The book's library calls this masked concat pooling.)
public func concatPooled(_ x: Tensor, steps: [Range<Int>]) -> Tensor {
    require(
        x.rank == 3 && steps.count == x.shape[0]
            && steps.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= x.shape[1] },
        "concatPooled of \(x.shape) with \(steps.count) ranges of steps",
        "every text has to have some steps, all within x",
        try: "x [n, steps, w], and n ranges")
    let (n, length, width) = (x.shape[0], x.shape[1], x.shape[2])
    let rows = IntTensor(steps.enumerated().map { $0 * length + $1.upperBound - 1 })
    let last = x.reshaped(n * length, width).embedded(rows)
    let counts = BoolTensor(shape: [n, length, 1], steps.flatMap { steps in (0..<length).map(steps.contains) })
    let largest = Tensor.where(counts, x, Tensor(-Float.infinity)).max(axis: 1).values
    let sizes = Tensor(shape: [n, 1], steps.map { Float($0.count) })
    let mean = Tensor.where(counts, x, Tensor(0)).sum(axis: 1) / sizes
    return .cat([last, largest, mean], axis: 1)
}

/// Padded texts → scores [n, classes]. (fastai's `SentenceEncoder` with its `PoolingLinearClassifier`.)
public final class TextClassifierNet: Module, Layer, GroupedNet, CarriesState, KeepsActivations {
    public let encoder: AWDLSTM
    public let head: Sequential
    /// So many tokens are read at a time; gradients do not go back farther (truncated backpropagation through time,
    /// BPTT). So many at the end of a text are pooled.
    public let steps: Int, mostSteps: Int
    public private(set) var activations: RecurrentActivations?

    /// - Parameters:
    ///   - steps: after so many tokens, gradients are cut off. (The book's `seq_len`.)
    ///   - mostSteps: the end of a text that counts; what comes before is read, but not pooled, and not traced back.
    ///     (The book's `max_len`.)
    public init(
        _ plan: AWDPlan, classes: Int, dropouts: AWDDropouts = .classifier, hidden: Int = 50, steps: Int = 72,
        mostSteps: Int = 72 * 20, using random: inout some RandomNumberGenerator
    ) {
        require(
            steps > 0 && mostSteps > 0 && classes > 0, "a TextClassifierNet of \(classes) classes, \(steps) steps",
            "both have to be above 0")
        encoder = AWDLSTM(plan, dropouts: dropouts, using: &random)
        head = Sequential(
            BatchNorm1d(3 * plan.embedding), Dropout(dropouts.output, using: &random),
            Linear(3 * plan.embedding, hidden, using: &random), ReLU(),
            BatchNorm1d(hidden), Dropout(0.1, using: &random), Linear(hidden, classes, using: &random))
        (self.steps, self.mostSteps) = (steps, mostSteps)
    }

    public func forward(_ texts: PaddedTexts) -> Tensor {
        let pooled = texts.lengths.map { max(0, $0 - mostSteps)..<max($0, 1) }
        let first = (pooled.map(\.lowerBound).min() ?? 0) / steps * steps
        encoder.reset()
        var outputs: [Tensor] = []
        for start in stride(from: 0, to: texts.ids.shape[1], by: steps) {
            let chunk = texts.ids[0..., start..<min(start + steps, texts.ids.shape[1])]
            if start < first { noGrad { _ = encoder(chunk) } } else { outputs.append(encoder(chunk)) }
        }
        encoder.reset()
        activations = outputs.last.map { RecurrentActivations(raw: $0, dropped: $0) }
        let all = Tensor.cat(outputs, axis: 1)
        return head(concatPooled(all, steps: pooled.map { $0.lowerBound - first..<$0.upperBound - first }))
    }

    public func reset() { encoder.reset() }

    /// The embedding, each layer, and the head.
    public var groups: [[Module]] { [[encoder.embedding]] + encoder.layers.map { [$0] } + [[head]] }
}
