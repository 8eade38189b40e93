// # The whole AWD-LSTM
//
// Section 12.15 · After this page you have built the model that chapter 10 fine-tunes, and can find each
// part of it in fastai.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Five dropouts have five probabilities. They are seldom chosen one by one. fastai has a set of them that is known to
// be good, and one factor for all five, `drop_mult`: more for little data, less for much. Here is that set:

/// The probabilities of the five dropouts. (fastai's, for a language model: `awd_lstm_lm_config`.)
public struct AWDDropouts: Sendable {
    /// Of words, of the embedding's numbers, of weights between states, of what a layer gives the next, of the last
    /// one's.
    public var words: Float = 0.02, input: Float = 0.25, weights: Float = 0.2, hidden: Float = 0.15, output: Float = 0.1

    public init() {}

    /// All of them times a factor. (fastai's `drop_mult`.)
    public static func * (factor: Float, dropouts: AWDDropouts) -> AWDDropouts {
        var scaled = dropouts
        for path in [\AWDDropouts.words, \.input, \.weights, \.hidden, \.output] { scaled[keyPath: path] *= factor }
        return scaled
    }
}

// The model is the one of section 12.14, with a dropout at each of the five places. Its LSTM layers are apart from one
// another, since something happens between them, and so are their states:

/// tokens [n, steps] → scores [n, steps, words]. (fastai's `AWD_LSTM` with its `LinearDecoder`.)
public final class AWDLSTMModel: Module, WordModel, CarriesState, KeepsActivations {
    let words: EmbeddingDropout
    let input, between, last: LockedDropout
    let layers: [WeightDroppedLSTM]
    let output: Linear
    private var states: [LSTMState?]
    public private(set) var activations: RecurrentActivations?

    public init(
        vocabulary: Int, hidden: Int, layers count: Int = 2, _ dropouts: AWDDropouts,
        using random: inout some RandomNumberGenerator
    ) {
        let embedding = Embedding(vocabulary, hidden, using: &random)
        var layers: [WeightDroppedLSTM] = []
        for _ in 0..<count {
            layers.append(WeightDroppedLSTM(hidden, hidden, weightDropout: dropouts.weights, using: &random))
        }
        words = EmbeddingDropout(embedding, dropouts.words, using: &random)
        input = LockedDropout(dropouts.input, using: &random)
        between = LockedDropout(dropouts.hidden, using: &random)
        last = LockedDropout(dropouts.output, using: &random)
        output = Linear(tiedTo: embedding.weight, using: &random)
        (self.layers, states) = (layers, Array(repeating: nil, count: count))
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        var x = input(words(tokens))
        for (number, layer) in layers.enumerated() {
            if number > 0 { x = between(x) }
            let (y, state) = layer(x, states[number])
            (x, states[number]) = (y, state.detached())
        }
        let dropped = last(x)
        activations = RecurrentActivations(raw: x, dropped: dropped)
        return output(dropped)
    }

    public func reset() { states = states.map { _ in nil } }
}

extension LanguageModel {
    func nothingDropped() throws {
        // Without any dropout it must be the model of section 12.14 without dropout. Give both the same numbers, and
        // let them read two batches, one after the other, since both remember:
        var random = run.random
        let plain = RegularizedModel(vocabulary: 30, hidden: 64, dropout: 0, using: &random)
        let awd = AWDLSTMModel(vocabulary: 30, hidden: 64, 0 * AWDDropouts(), using: &random)
        let pairs = zip(
            [awd.words.embedding.weight, awd.output.bias!] + awd.layers.flatMap(\.lstm.parameters),
            [plain.embedding.weight, plain.output.bias!] + plain.lstm.parameters)
        for (mine, its) in pairs { mine.assign(its.value) }
        show(awd.parameterCount == plain.parameterCount, "they have the same number of parameters")
        var table = TextTable(["batch", "the same bits"])
        for (number, batch) in try sequences().train.prefix(2).enumerated() {
            table.add(number + 1, awd(batch.0).scalars == plain(batch.0).scalars)
        }
        show(table, "scores of both models in training")
    }

    func trainingTheWholeModel() throws {
        // Now train it as before, with the usual dropouts and with none at all. With none it is `RegularizedModel` with
        // p = 0; tied matrix, penalties and weight decay are the same in all three lines:
        func accuracies(_ factor: Float) throws -> [Float] {
            try run.overSeedsAtOnce(run.size(quick: 1, usual: 3, full: 10)) { random in
                let model = AWDLSTMModel(vocabulary: 30, hidden: hidden, factor * AWDDropouts(), using: &random)
                return try textLearner(sequences(), model, decay: 0.1)
                    .trained(run.size(quick: 1, usual: 15), rate: 1e-2).accuracy
            }
        }
        let (none, all) = (try accuracies(0), try accuracies(1))
        var table = TextTable(["model", "accuracy", "seeds"], decimals: 3)
        for (name, accuracies) in [
            ("no dropout", none), ("output dropout of 0.4, section 12.14", try regularizedTrainings.map(\.accuracy)),
            ("five dropouts, AWD-LSTM", all),
        ] {
            table.add(name, Spread(accuracies), accuracies.count)
        }
        show(
            table, "accuracy after the last epoch",
            predict: .change(
                "Is the model with all five dropouts better or worse than the one with none?", from: Spread(none).mean,
                to: Spread(all).mean))
        record("awd/accuracy", over: all)
        record("awd/accuracy-without-dropout", over: none)

        // Differences of a few hundredths between a few seeds are no more than a hint. If you want to know, ask for
        // more seeds: `--seeds 10 --section 15`.
    }

    func whereItIsInFastai() {
        // The book sends you to fastai's source, to find each idea of this chapter in it. This is the map:
        var table = TextTable(["in fastai", "what it is", "here"])
        for row in [
            ("EmbeddingDropout", "drops words", "EmbeddingDropout"),
            ("RNNDropout", "a mask for all steps", "LockedDropout"),
            ("WeightDropout", "an LSTM with thinned weights", "WeightDroppedLSTM"),
            ("AWD_LSTM", "from words to activations", "AWDLSTMModel, but for its output"),
            ("LinearDecoder", "output dropout, tied matrix, bias", "LockedDropout, Linear(tiedTo:)"),
            ("awd_lstm_lm_config", "the five probabilities", "AWDDropouts"),
            ("drop_mult", "a factor for all five", "factor * AWDDropouts()"),
            ("ModelResetter", "when to forget", "ModelReset"),
            ("RNNRegularizer", "AR and TAR", "RNNRegularizer"),
            ("TextLearner", "a learner with both callbacks", "textLearner"),
        ] {
            table.add(row.0, row.1, row.2)
        }
        show(table, "AWD-LSTM, line by line")

        // Where fastai's differs: its hidden layers may be wider than the embedding (1,152 and 400; the last layer is
        // as wide as the embedding again, for the tied matrix), it has three of them, and its embedding starts with
        // numbers from -0.1 to 0.1. (Exercise 12.25 asks for such a model with GRUs.)
    }
}
