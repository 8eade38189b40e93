// # AWD-LSTM: the encoder
//
// An embedding and LSTM layers on top of one another, with dropout at five places (S. Merity, N. Keskar and R.
// Socher, “Regularizing and Optimizing LSTM Language Models”, 2017). Chapter 12 builds it from its parts; here they
// are put together so that a language model and a classifier can share them: what both have is the encoder, and each
// has a last layer of its own.

import Layers
import Tensors
import Training

/// The probabilities of the five dropouts.
public struct AWDDropouts: Sendable, Equatable {
    /// Of words, of the embedding's numbers, of weights between states, of what a layer gives the next, and of the
    /// last one's.
    public var words: Float, input: Float, weights: Float, hidden: Float, output: Float

    public init(words: Float, input: Float, weights: Float, hidden: Float, output: Float) {
        (self.words, self.input, self.weights, self.hidden, self.output) = (words, input, weights, hidden, output)
    }

    /// (fastai's `awd_lstm_lm_config`.)
    public static let languageModel = AWDDropouts(words: 0.02, input: 0.25, weights: 0.2, hidden: 0.15, output: 0.1)
    /// (fastai's `awd_lstm_clas_config`.)
    public static let classifier = AWDDropouts(words: 0.05, input: 0.4, weights: 0.5, hidden: 0.3, output: 0.4)

    /// All of them times a factor. (The book's `drop_mult`.)
    public static func * (factor: Float, dropouts: AWDDropouts) -> AWDDropouts {
        AWDDropouts(
            words: factor * dropouts.words, input: factor * dropouts.input, weights: factor * dropouts.weights,
            hidden: factor * dropouts.hidden, output: factor * dropouts.output)
    }
}

/// The sizes of an encoder. The defaults are the book's; two cores do better with less.
public struct AWDPlan: Sendable, Equatable, Codable {
    public var vocabulary: Int, embedding: Int, hidden: Int, layers: Int

    public init(vocabulary: Int, embedding: Int = 400, hidden: Int = 1152, layers: Int = 3) {
        require(
            vocabulary > SpecialToken.padding.id && embedding > 0 && hidden > 0 && layers > 0,
            "an AWDPlan of \(vocabulary) tokens, \(embedding), \(hidden) and \(layers) layers",
            "it has to have some of each")
        (self.vocabulary, self.embedding, self.hidden, self.layers) = (vocabulary, embedding, hidden, layers)
    }
}

/// tokens [n, steps] → what the last layer makes of each and of all before it [n, steps, embedding]. It remembers
/// from call to call. (fastai's `AWD_LSTM`.)
public final class AWDLSTM: Module, Layer, CarriesState {
    public let plan: AWDPlan
    public let embedding: EmbeddingDropout
    let input, between: LockedDropout
    public let layers: [WeightDroppedLSTM]
    private var states: [LSTMState?]

    /// The embedding starts with numbers from -0.1 to 0.1, the last layer is as wide as the embedding.
    public init(_ plan: AWDPlan, dropouts: AWDDropouts, using random: inout some RandomNumberGenerator) {
        let table = Tensor.rand(plan.vocabulary, plan.embedding, low: -0.1, high: 0.1, using: &random)
        embedding = EmbeddingDropout(
            Embedding(table, padding: SpecialToken.padding.id), dropouts.words, using: &random)
        var layers: [WeightDroppedLSTM] = []
        for layer in 0..<plan.layers {
            let inputs = layer == 0 ? plan.embedding : plan.hidden
            let outputs = layer == plan.layers - 1 ? plan.embedding : plan.hidden
            layers.append(WeightDroppedLSTM(inputs, outputs, weightDropout: dropouts.weights, using: &random))
        }
        input = LockedDropout(dropouts.input, using: &random)
        between = LockedDropout(dropouts.hidden, using: &random)
        (self.plan, self.layers, states) = (plan, layers, Array(repeating: nil, count: plan.layers))
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        var x = input(embedding(tokens))
        for (number, layer) in layers.enumerated() {
            if number > 0 { x = between(x) }
            if let state = states[number], state.hidden.shape[1] != tokens.shape[0] { reset() }
            let (y, state) = layer(x, states[number])
            // The state goes on to the next call, its gradient does not: truncated backpropagation through time (BPTT).
            (x, states[number]) = (y, state.detached())
        }
        return x
    }

    public func reset() { states = states.map { _ in nil } }
}

/// tokens [n, steps] → scores of the next token [n, steps, vocabulary]. (fastai's `AWD_LSTM` with its `LinearDecoder`.)
public final class LanguageModelNet: Module, Layer, GroupedNet, CarriesState, KeepsActivations {
    public let encoder: AWDLSTM
    let last: LockedDropout
    public let output: Linear
    public private(set) var activations: RecurrentActivations?

    /// The output shares its weight with the embedding.
    public init(
        _ plan: AWDPlan, dropouts: AWDDropouts = .languageModel, using random: inout some RandomNumberGenerator
    ) {
        encoder = AWDLSTM(plan, dropouts: dropouts, using: &random)
        last = LockedDropout(dropouts.output, using: &random)
        output = Linear(tiedTo: encoder.embedding.embedding.weight, using: &random)
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        let raw = encoder(tokens)
        let dropped = last(raw)
        activations = RecurrentActivations(raw: raw, dropped: dropped)
        return output(dropped)
    }

    public func reset() { encoder.reset() }

    /// The layers, and then embedding and output, which have the only numbers that are new after a change of
    /// vocabulary.
    public var groups: [[Module]] { encoder.layers.map { [$0] } + [[encoder.embedding, output]] }
}
