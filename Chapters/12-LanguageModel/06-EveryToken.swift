// # Creating more signal
//
// Section 12.6 · After this page you can have a model predict after every word, and count what that is worth.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// The second flaw: of three words that are read, only the third is followed by a prediction. But whatever the model has
// read, there is a next word, and the loss could say how well it was guessed. More guesses are more *signal*: more that
// the weights can learn from. So we predict after every word. A sample is now a piece of the text, and what is to be
// predicted is the same piece, one word further on:

/// Some words, and for each of them the next.
public typealias SequenceSample = (words: [Int], next: [Int])

// `sequenceSamples` cuts the text into such pieces, one right after the other.

/// The text in pieces of the same length, each with the same piece one word further on.
public func sequenceSamples(_ stream: [Int], length: Int) -> [SequenceSample] {
    stride(from: 0, to: stream.count - length - 1, by: length).map {
        (Array(stream[$0..<$0 + length]), Array(stream[$0 + 1..<$0 + length + 1]))
    }
}

// And `sequences` are the batches, laid out for 64 readers as in section 12.5. The book takes 16 words:

extension LanguageModel {
    /// Batches of 64 sequences; row i of every batch continues row i of the batch before: 49 for training and 12
    /// for validation, where the length is 16.
    func sequences(length: Int = 16, batchSize: Int = 64) throws -> TokenBatches {
        let samples = sequenceSamples(try textOfModels, length: length)
        let cut = samples.count * 4 / 5
        func loader(_ part: ArraySlice<SequenceSample>) -> DataLoader<(IntTensor, IntTensor)> {
            let grouped = groupChunks(Array(part), batchSize: batchSize)
            let set = TensorDataset(IntTensor(grouped.map(\.words)), IntTensor(grouped.map(\.next)))
            return DataLoader(set, batchSize: batchSize, dropsLast: true)
        }
        return TokenBatches(loader(samples[..<cut]), loader(samples[cut...]))
    }

    func moreSignal() throws {
        let samples = sequenceSamples(try stream, length: 16)
        show(vocabulary.words(of: samples[0].words).joined(separator: " "), "the first sample")
        show(vocabulary.words(of: samples[0].next).joined(separator: " "), "what is to be predicted")
        record("samples/sequences", samples.count)

        // The text is as long as before, and so is the time for reading it. How many words are predicted?
        let before = threeWordSamples(try stream).count
        show(
            fixed(Double(16 * samples.count) / Double(before), 2), "times as many predictions",
            predict: .number(
                "One prediction for three words, or one for every word: how many times as many are there?", 3))
    }

    func outputAfterEveryWord() {
        // In the picture, there is a triangle above every circle:
        show(
            RecurrentDiagram.unrolled(
                "An output after every word", inputs: ["one", "“.”", "two", "“.”"],
                outputs: [0: "“.”", 1: "two", 2: "“.”", 3: "three"]), "More signal: the fourth model")
    }
}

// The model needs one change. The output layer moves into the loop, and what it gives is collected, one [batch,
// vocabulary] per word. `stack` puts them side by side along a new axis, number 1:

/// x [batch, words] → scores [batch, words, vocabulary], the state goes on. (The book's `LMModel4`.)
public final class EveryTokenModel: WordLayers, WordModel {
    /// [batch, hidden] after a batch, and a single 0 before the first.
    public private(set) var state = Tensor(0)

    public func forward(_ x: IntTensor) -> Tensor {
        var outputs: [Tensor] = []
        for i in 0..<x.shape[1] {
            state = hiddenToHidden(state + inputToHidden(x[0..., i])).relu()
            outputs.append(hiddenToOutput(state))
        }
        state = state.detached()
        return .stack(outputs, axis: 1)
    }

    public func reset() { state = Tensor(0) }
}

extension LanguageModel {
    func theFourthModel() throws {
        var random = run.random
        let model = EveryTokenModel(vocabulary: 30, hidden: 64, using: &random)
        let (x, y) = try sequences().train.first!
        let scores = model(x)
        show(
            scores.shape, "scores",
            ask: "64 sequences of 16 words, and after each word a score for 30 words. What is the shape of the scores?")
        show(y.shape, "what is to be predicted")

        // The last of the sixteen predictions is what the third model says, if it has the same weights:
        let third = StatefulModel(vocabulary: 30, hidden: 64, using: &random)
        for (own, other) in zip(third.parameters, model.parameters) { own.assign(other.value) }
        show(third(x).scalars == scores[0..., -1].scalars, "the third model's scores are those after the last word")

        // The engine has recurrent nets ready-made. Its `RNN` computes relu(x·wᵢᵀ + bᵢ + h·wₕᵀ + bₕ), with weights of
        // its own for the input. Ours multiplies h + x by one matrix, so it is an `RNN` in which wᵢ and wₕ happen to be
        // the same:
        let layer = model.hiddenToHidden
        let engines = RNN(64, 64, activation: .relu, using: &random)
        for (parameter, value) in zip(
            engines.parameters,
            [layer.weight.value, layer.weight.value, layer.bias!.value, Tensor.zeros(64)])
        {
            parameter.assign(value)
        }
        let states = engines(model.inputToHidden(x), nil).output
        show(
            (model.hiddenToOutput(states) - scores).abs().max().item < 1e-4,
            "the same scores as the engine's RNN gives",
            ask: "An RNN of the engine gets our matrix both for its inputs and for its state. Does it give our scores?")
    }
}
