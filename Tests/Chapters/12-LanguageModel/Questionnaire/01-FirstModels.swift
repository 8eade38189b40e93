// Questions 12.1 to 12.8: the data, the first model, and the loop.

import Chapter12
import Datasets
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `12 Questionnaire` {
    /// 12.1 · The data of your project are so large and complicated that every try takes long. What should you do?
    ///
    /// Find or make the simplest data set on which ideas can be tried out quickly and results are easy to understand,
    /// and build the prototype with that. When it works, take it to the real data. Here these are the numbers in words:
    /// thirty different words, and anybody can say what comes next.
    ///
    /// - Shown by: `lines` in Chapters/12-LanguageModel/01-Data.swift
    @Test func `12.1 begin with a small data set whose truth is known`() {
        let tokens = HumanNumbers.tokens
        #expect(tokens.count < 100_000 && Set(tokens).count == 30)
        // Whoever can count knows the next line.
        let lines = HumanNumbers.training
        #expect(lines.indices.allSatisfy { lines[$0] == HumanNumbers.words($0 + 1).joined(separator: " ") + " \n" })
    }

    /// 12.2 · Why do we put all documents together before we make a language model?
    ///
    /// Documents differ in length, and a model is trained on batches of pieces of the same length. One long stream can
    /// be cut into equal pieces without a gap, and then each row of a batch can go on where it ended in the batch
    /// before: so the state can be kept.
    ///
    /// - Shown by: `oneStream` in Chapters/12-LanguageModel/01-Data.swift
    /// - Shown by: `groupChunks` in Chapters/12-LanguageModel/05c-GroupedText.swift
    @Test func `12.2 one stream can be cut into equal pieces that continue each other`() {
        let documents = HumanNumbers.training.map { $0.split(separator: " ").count - 1 }
        #expect(Set(documents).count > 1, "documents of different lengths cannot be stacked")
        let stream = Array(0..<3 * 40 + 2)
        let batches = groupedBatches(threeWordSamples(stream), batchSize: 4)
        let x = Array(batches.train).map(\.0)
        #expect(x.count == 8 && x.allSatisfy { $0.shape == [4, 3] })
        for row in 0..<4 {
            let read = x.flatMap { $0[row].scalars }
            #expect(read == Array(row * 24..<row * 24 + 24))
        }
    }

    /// 12.3 · Which two changes turn an ordinary fully connected net into one that predicts the fourth word from three?
    ///
    /// The first layer gets only the first word's embedding; the second layer gets the second word's together with the
    /// first layer's activations, the third layer the third word's together with the second layer's. So each word is
    /// read in the context of those before it. And all three layers use the same weight matrix, because what a word
    /// does should not depend on its position.
    ///
    /// - Shown by: `ThreeWordModel` in Chapters/12-LanguageModel/02b-FirstModel.swift
    @Test func `12.3 a word for each layer, and one matrix for all of them`() {
        var random = SplitMix64(seed: 123)
        let model = ThreeWordModel(vocabulary: 5, hidden: 4, using: &random)
        var (words, inputs): ([[Int]], [Tensor]) = ([], [])
        let hooks = [
            model.inputToHidden.onForward { ids, _ in words.append(ids.scalars) },
            model.hiddenToHidden.onForward { x, _ in inputs.append(x) },
        ]
        hooks.during { _ = model(IntTensor([[3, 0, 2]])) }
        #expect(words == [[3], [0], [2]] && inputs.count == 3)
        let (w, b, e) = (
            model.hiddenToHidden.weight.value, model.hiddenToHidden.bias!.value, model.inputToHidden.weight.value
        )
        #expect(inputs[0].scalars == e[3].scalars)  // nothing but the first word
        for (step, word) in [(1, 0), (2, 2)] {
            expectClose(inputs[step].detached()[0], (inputs[step - 1].linear(w, b).relu()[0] + e[word]).detached())
        }
        #expect(model.parameterCount == 5 * 4 + (4 * 4 + 4) + (4 * 5 + 5))  // one matrix, not three
    }

    /// 12.4 · How do several layers share a weight matrix in PyTorch?
    ///
    /// Make the layer once, and call it several times. (In Swift it is the same.) It is one parameter then, listed and
    /// stepped once, and its gradient is the sum over all its uses.
    ///
    /// - Shown by: `WordLayers` in Chapters/12-LanguageModel/02b-FirstModel.swift
    /// - Shown by: `oneCopyPerStep` in Chapters/12-LanguageModel/04-Unrolled.swift
    @Test func `12.4 one layer, called several times`() {
        final class Twice: Module, Layer {
            let layer: Linear
            init(using random: inout SplitMix64) { layer = Linear(3, 3, using: &random) }
            func forward(_ x: Tensor) -> Tensor { layer(layer(x)) }
        }
        var random = SplitMix64(seed: 124)
        let (model, copy) = (Twice(using: &random), Linear(3, 3, using: &random))
        for (own, other) in zip(copy.parameters, model.layer.parameters) { own.assign(other.value) }
        let x = Tensor([[1, -2, 0.5]])
        #expect(model.namedParameters.map(\.name) == ["layer.weight", "layer.bias"])
        model(x).squared().sum().backward()
        let shared = model.layer.weight.grad!
        model.zeroGrad()
        copy(model.layer(x)).squared().sum().backward()
        expectClose(shared, model.layer.weight.grad! + copy.weight.grad!)
    }

    /// 12.5 · Write a module that predicts the third word of a sentence from its first two, without looking.
    ///
    /// An embedding, one linear layer that is used for both words, and an output layer. In between, the second word's
    /// embedding is added to what was made of the first.
    ///
    /// - Shown by: `ThreeWordModel` in Chapters/12-LanguageModel/02b-FirstModel.swift
    /// - Shown by: `thirdWordScores` in HintsAndSolutions/12-LanguageModel/12.05-ThirdWord.swift
    @Test func `12.5 two words, three layers`() {
        final class FromMemory: WordLayers, WordModel {
            func forward(_ x: IntTensor) -> Tensor {
                var h = hiddenToHidden(inputToHidden(x[0..., 0])).relu()
                h = hiddenToHidden(h + inputToHidden(x[0..., 1])).relu()
                return hiddenToOutput(h)
            }
        }
        var random = SplitMix64(seed: 125)
        let model = FromMemory(vocabulary: 6, hidden: 4, using: &random)
        let (x, looped) = (IntTensor([[0, 5], [3, 3]]), LoopedModel(vocabulary: 6, hidden: 4, using: &random))
        for (own, other) in zip(looped.parameters, model.parameters) { own.assign(other.value) }
        #expect(model(x).shape == [2, 6] && model(x).scalars == looped(x).scalars)
        #expect(model(x)[0].scalars != model(IntTensor([[5, 0]]))[0].scalars)  // the order counts
    }

    /// 12.6 · What is a recurrent neural network?
    ///
    /// A net that is defined by a loop. For each element of a sequence it applies the same layers to that element and
    /// to what it has made of those before. It is nothing new, only another way to write a deep net whose layers share
    /// their weights.
    ///
    /// - Shown by: `LoopedModel` in Chapters/12-LanguageModel/03-FirstRecurrentNet.swift
    @Test(arguments: [1, 2, 3, 9])
    func `12.6 a loop over the words, with the same layers for each`(_ length: Int) {
        var random = SplitMix64(seed: 126)
        let model = LoopedModel(vocabulary: 5, hidden: 4, using: &random)
        let x = IntTensor([(0..<length).map { $0 * 7 % 5 }])
        var h = Tensor.zeros(1, 4)
        for word in x.scalars {
            h = model.hiddenToHidden(h + model.inputToHidden(IntTensor([word]))).relu()
        }
        expectClose(model(x).detached(), model.hiddenToOutput(h).detached())
        #expect(model.parameterCount == 20 + 20 + 25)  // whatever the length
    }

    /// 12.7 · What is hidden state?
    ///
    /// The activations of a recurrent net that are updated at every step.
    ///
    /// - Shown by: `state` in Chapters/12-LanguageModel/05-State.swift
    @Test func `12.7 activations that every step updates`() {
        var random = SplitMix64(seed: 127)
        let model = StatefulModel(vocabulary: 5, hidden: 16, using: &random)
        var states = [model.state.scalars]
        for word in [3, 1, 3] {
            let before = model.state
            _ = model(IntTensor([[word]]))
            let step = model.hiddenToHidden(before + model.inputToHidden(IntTensor([word]))).relu()
            #expect(model.state.scalars == step.scalars)
            states.append(model.state.scalars)
        }
        #expect(states[0] == [0] && Set(states).count == 4)  // the same word again, another state
    }

    /// 12.8 · What is its counterpart in the first model, `LMModel1`?
    ///
    /// The variable `h`: what goes from one layer to the next, and gets the next word's embedding added to it.
    ///
    /// - Shown by: `ThreeWordModel` in Chapters/12-LanguageModel/02b-FirstModel.swift
    @Test func `12.8 the variable h`() {
        var random = SplitMix64(seed: 128)
        let first = ThreeWordModel(vocabulary: 5, hidden: 4, using: &random)
        let stateful = StatefulModel(vocabulary: 5, hidden: 4, using: &random)
        for (own, other) in zip(stateful.parameters, first.parameters) { own.assign(other.value) }
        var h = Tensor(0)
        let x = IntTensor([[3, 0, 2], [1, 1, 4]])
        first.hiddenToOutput.onForward { input, _ in h = input }.during { _ = first(x) }
        _ = stateful(x)
        #expect(h.shape == [2, 4] && h.scalars == stateful.state.scalars)
    }
}
