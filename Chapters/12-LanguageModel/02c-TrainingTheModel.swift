// # Training it, and a baseline
//
// Section 12.2 · After this page you can train a language model, and say what its accuracy is worth.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// What is kept of a training is a `TrainingHistory`:

/// What is kept of one training.
public struct TrainingHistory: Sendable {
    /// After each epoch: training loss (smoothed), validation loss, accuracy.
    public let epochs: [[Float]]
    /// The loss of every training batch.
    public let batchLosses: [Float]

    /// After the last epoch.
    public var trainLoss: Float { epochs.last![0] }
    public var validLoss: Float { epochs.last![1] }
    public var accuracy: Float { epochs.last![2] }
    /// Of all epochs.
    public var bestAccuracy: Float { epochs.map { $0[2] }.max()! }
}

// All models of this chapter are trained in the same way. The loop is the `Learner` of section 4.14, which `learner`
// sets up as the book's library does:
//
// - The optimizer is Adam, whose steps adapt to each weight (chapter 16), with the weight decay of section 8.4: every
//   step also makes each weight smaller by a fixed small share. Biases are left alone.
// - The loss is cross-entropy (section 5.4): -ln of the probability that the model gives to the right word, on average
//   over the batch. Later models predict after every word, and `flattenedCrossEntropy`, which is the default, averages
//   over all of these; it is built in section 12.6.
// - *Callbacks* are objects that the loop tells what it is about to do and has done, so that they can do something of
//   their own. No model needs one yet. The first one comes in section 12.5, and chapter 16 builds the mechanism.

/// A learner for a language model: Adam with decoupled weight decay, as in the book's library.
///
/// - Parameters:
///   - decay: the weight decay of everything but the biases of layers.
///   - loss: from scores and the right words; by default over all words of all samples (section 12.6).
public func learner(
    _ batches: TokenBatches, _ model: some WordModel, decay: Float = 0.01,
    loss: @escaping (Tensor, IntTensor) -> Tensor = flattenedCrossEntropy, callbacks: [any Callback] = []
) -> Learner<IntTensor, IntTensor> {
    let named = model.namedParameters
    let isBias = named.map { $0.name.split(separator: ".").last == "bias" }
    let groups = [false, true].map { wanted in
        ParameterGroup(zip(named, isBias).filter { $1 == wanted }.map(\.0.parameter), weightDecay: wanted ? 0 : decay)
    }
    return Learner(
        batches, model, loss: loss, optimizer: { AdamW(groups: groups, learningRate: $1) }, metrics: [.accuracy],
        callbacks: callbacks)
}

// `train` makes such a learner and lets it learn. The learning rate goes up and down in one cycle (chapter 13 shows why
// that is good). What changes from model to model is the number of epochs, the highest rate, and sometimes the loss and
// the callbacks:

/// Trains a language model with one cycle of the learning rate, as the book does.
///
/// - Parameter rate: the highest learning rate of the cycle. The others are those of
///   ``learner(_:_:decay:loss:callbacks:)``.
@discardableResult
public func train(
    _ model: some WordModel, on batches: TokenBatches, epochs: Int, rate: Float, decay: Float = 0.01,
    loss: @escaping (Tensor, IntTensor) -> Tensor = flattenedCrossEntropy, callbacks: [any Callback] = []
) throws -> TrainingHistory {
    try learner(batches, model, decay: decay, loss: loss, callbacks: callbacks).trained(epochs, rate: rate)
}

extension Learner {
    /// One cycle of the learning rate, without a line for each epoch on the terminal.
    func trained(_ epochs: Int, rate: Float) throws -> TrainingHistory {
        try EpochReporting.silently { try fitOneCycle(epochs, learningRate: rate) }
        return TrainingHistory(epochs: recorder.values, batchLosses: recorder.batchLosses)
    }
}

// Chance decides with which weights a model starts, so one training says little. `trainings` trains a model from five
// seeds, several at once. (A step of so small a model is over before two cores could share it, so each core has a seed
// of its own.) `threeWordRuns` are the first of them:

extension LanguageModel {
    /// One training for each of several seeds.
    func trainings<Model: WordModel>(
        seeds: Int = 5, on batches: @autoclosure @Sendable () throws -> TokenBatches, epochs: Int, rate: Float,
        decay: Float = 0.01, loss: @escaping @Sendable (Tensor, IntTensor) -> Tensor = flattenedCrossEntropy,
        callbacks: @Sendable () -> [any Callback] = { [] }, _ model: @Sendable (_ random: inout SplitMix64) -> Model
    ) throws -> [TrainingHistory] {
        try run.overSeedsAtOnce(run.size(quick: 1, usual: seeds, full: 10)) { random in
            try train(
                model(&random), on: batches(), epochs: run.size(quick: 1, usual: epochs), rate: rate, decay: decay,
                loss: loss, callbacks: callbacks())
        }
    }

    /// The first model, four epochs up to a rate of 0.001.
    var threeWordRuns: [TrainingHistory] {
        get throws {
            try run.once {
                try trainings(
                    on: threeWordBatches, epochs: 4, rate: 1e-3, loss: { crossEntropy($0, $1) }
                ) { ThreeWordModel(vocabulary: 30, hidden: hidden, using: &$0) }
            }
        }
    }

    func trainingTheFirst() throws {
        let runs = try threeWordRuns
        show(besideTheBook(runs, BookNumbers.threeWordModel), "the first model, beside the book's single run")
        record("three-words/accuracy", over: runs.map(\.accuracy), book: 0.494414, differs: otherStart)
        record("three-words/valid-loss", over: runs.map(\.validLoss), book: 1.650849, differs: otherStart)
        record("three-words/train-loss", over: runs.map(\.trainLoss), book: 1.376440, differs: otherStart)
        show(
            fixed(log(30.0), 4), "loss of a model that gives every word the same probability, ln 30",
            predict: .number("Of 30 words each has the same probability. What is the loss, −ln of 1/30?", log(30.0)))
    }

    func baseline() throws {
        // Nearly half of the words are right. Is that much? To know, compare with a rule that learns nothing: always
        // say the most frequent word. Which one would that be? You may think of the full stop, since there is one
        // between any two numbers. (So did the author of the book, as he confesses.)
        let samples = threeWordSamples(try stream)
        let next = samples[(samples.count * 4 / 5)...].map(\.next)
        let counts = Dictionary(grouping: next, by: { $0 }).mapValues(\.count).sorted { $0.value > $1.value }
        var table = TextTable(["word", "number", "times it comes next", "share"], decimals: 4)
        for (word, count) in counts.prefix(4) {
            table.add(vocabulary.words[word], "\(word)", count, Double(count) / Double(next.count))
        }
        show(
            table, "What comes next in the \(next.count) validation samples",
            predict: .choice(
                "Which word comes next most often in the validation samples, which begin at 8,084?",
                [".", "thousand", "hundred", "eight"], answer: "thousand"))
        record(
            "baseline/thousand", Double(counts[0].value) / Double(next.count), book: 0.151652)

        // By a single sample, "thousand" is ahead of the full stop. Large numbers consist of many words, and each of
        // these numbers has a "thousand" in it; so look at the data, even if they seem to be obvious.
        //
        // Strictly speaking, a rule may not be chosen by the validation data. What is the most frequent word among the
        // training samples, and how often is it right in validation?
        let learned = samples[..<(samples.count * 4 / 5)].map(\.next)
        let most = Dictionary(grouping: learned, by: { $0 }).mapValues(\.count).max { $0.value < $1.value }!
        show("“\(vocabulary.words[most.key])”, \(most.value) times", "most frequent next word in training")
        record(
            "baseline/chosen-on-training-samples", Double(next.count { $0 == most.key }) / Double(next.count))
    }
}
