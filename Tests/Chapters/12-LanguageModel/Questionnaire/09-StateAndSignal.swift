// Questions 12.9 to 12.17: a state that goes on, backpropagation through time, and a prediction after every word.

import Chapter12
import Datasets
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// A small model with a state, always with the same weights.
private func stateful(detaching: Bool = true) -> StatefulModel {
    var random = SplitMix64(seed: 12_09)
    let model = StatefulModel(vocabulary: 8, hidden: 6, using: &random)
    model.detaches = detaching
    return model
}

extension `12 Questionnaire` {
    /// 12.9 · To keep the state in a recurrent net, why must the text come in order?
    ///
    /// The state of a row is about what this row has read. It makes sense only if the row of the next batch goes on
    /// with the same text. If another text comes, the model takes it for a continuation of something that it is not.
    ///
    /// - Shown by: `rowsThatContinue` in Chapters/12-LanguageModel/05c-GroupedText.swift
    @Test func `12.9 a state makes sense only for the text that follows`() {
        let (first, second) = (IntTensor([[0, 3, 1], [5, 2, 7]]), IntTensor([[4, 4, 2], [6, 0, 1]]))
        let model = stateful()
        let whole = model(.cat([first, second], axis: 1))
        model.reset()
        _ = model(first)
        #expect(model(second).scalars == whole.scalars)
        model.reset()
        _ = model(first.rows([1, 0]))  // the rows have changed places
        #expect(model(second).scalars != whole.scalars)
    }

    /// 12.10 · What is the unrolled representation of a recurrent net?
    ///
    /// The net as it looks without its loop: one layer for every step, all with the same weights.
    ///
    /// - Shown by: `unrolledPicture` in Chapters/12-LanguageModel/04-Unrolled.swift
    @Test func `12.10 a layer for every step`() {
        var random = SplitMix64(seed: 1210)
        let looped = LoopedModel(vocabulary: 8, hidden: 6, using: &random)
        let unrolled = ThreeWordModel(vocabulary: 8, hidden: 6, using: &random)
        for (own, other) in zip(unrolled.parameters, looped.parameters) { own.assign(other.value) }
        let x = IntTensor([[0, 3, 1], [5, 2, 7]])
        #expect(looped(x).scalars == unrolled(x).scalars)
        // Lookup, sum, linear layer and ReLU: the graph gets four nodes deeper with every word.
        let sizes = (1...6).map { looped(IntTensor([(0..<$0).map { $0 }])).graphSize }
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $1 - $0 == 4 })
    }

    /// 12.11 · Why can keeping the state of a recurrent net cost much memory and time, and what do we do about it?
    ///
    /// With the state, its history is kept. The unrolled net becomes as deep as all the text that was ever read,
    /// everything on the way is kept for the gradient, and each backward pass goes through all of it. So we detach the
    /// state after each batch: the numbers stay, the history is forgotten. That is truncated backpropagation through
    /// time.
    ///
    /// - Shown by: `growingGraph` in Chapters/12-LanguageModel/05b-GrowingGraph.swift
    /// - Shown by: `StatefulModel` in Chapters/12-LanguageModel/05-State.swift
    @Test func `12.11 the graph grows until the state is detached`() {
        func sizes(_ model: StatefulModel) -> [Int] { (1...5).map { model(IntTensor([[$0, 0, 7]])).graphSize } }
        let (with, without) = (sizes(stateful()), sizes(stateful(detaching: false)))
        #expect(Set(with).count == 1)
        #expect(zip(without, without.dropFirst()).allSatisfy { $1 - $0 == 3 * 4 })
        // The numbers are the same.
        let (detached, kept) = (stateful(), stateful(detaching: false))
        for word in 0..<5 {
            #expect(detached(IntTensor([[word]])).scalars == kept(IntTensor([[word]])).scalars)
        }
    }

    /// 12.12 · What is backpropagation through time?
    ///
    /// A recurrent net is treated as one deep net with a layer per step, and the gradient goes back through all of
    /// these steps. The gradients that the shared weights get at each step are added up. It is *truncated* if the
    /// history is cut off every few steps, so that the gradient goes back only that far.
    ///
    /// - Shown by: `backThroughTime` in Chapters/12-LanguageModel/04b-ThroughTime.swift
    /// - Shown by: `howFarBack` in Chapters/12-LanguageModel/05-State.swift
    @Test func `12.12 back through the unrolled steps, and no further than the cut`() {
        /// Which words get a gradient from the loss of the second of two batches.
        func reached(detaching: Bool) -> [Int] {
            let model = stateful(detaching: detaching)
            _ = model(IntTensor([[1, 2, 3]]))
            model(IntTensor([[4, 5, 6]])).squared().sum().backward()
            let norms = model.inputToHidden.weight.grad!.norm(axis: 1).scalars
            return norms.indices.filter { norms[$0] > 0 }
        }
        #expect(reached(detaching: true) == [4, 5, 6] && reached(detaching: false) == [1, 2, 3, 4, 5, 6])

        let layer = stateful().hiddenToHidden
        let (w, b) = (layer.weight.value.detached().requiringGrad(), layer.bias!.value.detached().requiringGrad())
        let inputs = [noise(12, seed: 1), noise(12, seed: 2), noise(12, seed: 3)].map { Tensor(shape: [2, 6], $0) }
        let tracked = inputs.map { $0.requiringGrad() }
        let last = tracked.reduce(Tensor(0)) { h, e in (h + e).linear(w, b).relu() }
        last.squared().sum().backward()
        let (byHand, found) = backThroughTime(inputs, weight: w.detached(), bias: b.detached()) { 2 * $0 }
        expectClose(byHand, last.detached())
        expectClose(found.weight, w.grad!)
        expectClose(found.bias, b.grad!)
        for (own, x) in zip(found.inputs, tracked) { expectClose(own, x.grad!) }
    }

    /// 12.13 · Print the first few batches of the validation data, with the numbers turned back into words, as was done
    /// in chapter 10 for the film reviews.
    ///
    /// Take the batches one by one, pick some rows of each, and look every number up in the vocabulary. The rows go on
    /// from batch to batch.
    ///
    /// - Shown by: `rowsThatContinue` in Chapters/12-LanguageModel/05c-GroupedText.swift
    /// - Shown by: `readRows` in HintsAndSolutions/12-LanguageModel/12.07-ReadRows.swift
    @Test func `12.13 every number is looked up in the vocabulary`() throws {
        let vocabulary = WordVocabulary(HumanNumbers.tokens)
        let stream = try vocabulary.numericalized(HumanNumbers.tokens)
        let batches = groupedBatches(threeWordSamples(stream)).valid.prefix(3)
        func row(_ row: Int) -> [String] {
            batches.map { vocabulary.words(of: $0.0[row].scalars).joined(separator: " ") }
        }
        #expect(row(0) == [". eight thousand", "eighty five .", "eight thousand eighty"])
        // Row 1 begins 65 samples further down the text, and goes on, too.
        let start = (16_824 + 65) * 3
        #expect(row(1).joined(separator: " ") == HumanNumbers.tokens[start..<start + 9].joined(separator: " "))
    }

    /// 12.14 · What does `ModelResetter` do, and why is it needed?
    ///
    /// It calls the model's `reset` before each epoch's training and before its validation (and at the very end). There
    /// the text begins anew. Otherwise the model would begin with a state that belongs to the end of another text.
    ///
    /// - Shown by: `ModelReset` in Chapters/12-LanguageModel/05d-ModelReset.swift
    @Test func `12.14 it empties the memory before training and before validation`() throws {
        final class Diary: WordLayers, WordModel {
            var lines = ""
            func forward(_ x: IntTensor) -> Tensor {
                lines += isTraining ? "t" : "v"
                return hiddenToOutput(inputToHidden(x[0..., 0]))
            }
            func reset() { lines += "R" }
        }
        var random = SplitMix64(seed: 1214)
        let batches = groupedBatches(threeWordSamples((0..<3 * 20 + 4).map { $0 % 8 }), batchSize: 4)
        func lines(_ callbacks: [any Callback]) throws -> String {
            let model = Diary(vocabulary: 8, hidden: 4, using: &random)
            try train(
                model, on: batches, epochs: 2, rate: 0.01, loss: { crossEntropy($0, $1) }, callbacks: callbacks)
            return model.lines
        }
        #expect(try lines([ModelReset()]) == "RttttRvRttttRvR" && lines([]) == "ttttvttttv")
    }

    /// 12.15 · What is the drawback of predicting just one word for every three that are read?
    ///
    /// Two thirds of what could be learned from are not used. A prediction after every word gives three times as many
    /// targets from the same text: more signal for every update of the weights.
    ///
    /// - Shown by: `moreSignal` in Chapters/12-LanguageModel/06-EveryToken.swift
    @Test func `12.15 too little signal`() {
        let stream = Array(0..<63_095)
        let (three, every) = (threeWordSamples(stream), sequenceSamples(stream, length: 16))
        #expect(three.count == 21_031 && every.count * 16 == 63_088)
        #expect(Set(three.map(\.next)).count == 21_031 && Set(every.flatMap(\.next)).count == 63_088)
    }

    /// 12.16 · Why does `LMModel4` need a loss function of its own?
    ///
    /// It gives scores [batch, words, vocabulary], and the targets are [batch, words]. Cross-entropy expects one row of
    /// scores per target, so both have to be flattened first: [batch · words, vocabulary] and [batch · words].
    ///
    /// - Shown by: `flattenedCrossEntropy` in Chapters/12-LanguageModel/06b-LossOverAllWords.swift
    @Test func `12.16 scores and targets have to be flattened`() async {
        let scores = Tensor(shape: [2, 3, 4], noise(24))
        let next = IntTensor([[1, 0, 3], [2, 2, 1]])
        let each = (0..<2).flatMap { row in
            (0..<3).map { crossEntropy(scores[row, $0].unsqueezed(0), next[row, $0].reshaped(1)).item }
        }
        #expect(abs(flattenedCrossEntropy(scores, next).item - each.reduce(0, +) / 6) < 1e-6)
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = crossEntropy(Tensor.zeros(2, 3, 4), IntTensor([[1, 0, 3], [2, 2, 1]]))
        }
        #expect(message(of: result).contains("crossEntropy of [2, 3, 4], labels [2, 3]: one label per row is needed"))
    }

    /// 12.17 · Why is the training of `LMModel4` unstable?
    ///
    /// It is in effect a very deep net, with a layer for each of the 16 words, all with the same weights. A gradient
    /// that goes back through all of them is multiplied by the same matrix again and again, and can become very large
    /// or very small; so a step of the optimizer can do too much, or nothing. (That results differ from run to run has
    /// more than this one reason: it is so with a net, too, whose gradients go back through four words only.)
    ///
    /// - Shown by: `unstable` in Chapters/12-LanguageModel/06c-TrainingEveryToken.swift
    @Test(arguments: [(Float(0.5), Float(0)...1e-3), (1, 0.01...100), (2, 1e3...1e9)])
    func `12.17 sixteen times the same weights`(_ scale: Float, _ expected: ClosedRange<Float>) {
        // A net whose weights scale everything by a factor, and one layer per word.
        let model = stateful()
        model.hiddenToHidden.weight.assign(.eye(6) * scale)
        model.hiddenToHidden.bias!.assign(.ones(6))
        model.inputToHidden.weight.assign(.ones(8, 6))
        let start = Tensor.zeros(1, 6).requiringGrad()
        var h = start * 1
        for _ in 0..<16 { h = model.hiddenToHidden(h + model.inputToHidden(IntTensor([0]))).relu() }
        h.sum().backward()
        #expect(expected.contains(start.grad!.norm().item))
    }
}
