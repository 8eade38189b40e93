// Questions 12.31 to 12.39: dropout, activation regularization, tied weights.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing
import Training

/// A small model that keeps its activations, and a batch for it.
private func model(dropout p: Float = 0.5, tied: Bool = true) -> (RegularizedModel, x: IntTensor, next: IntTensor) {
    var random = SplitMix64(seed: 1231)
    let model = RegularizedModel(vocabulary: 6, hidden: 8, dropout: p, tied: tied, using: &random)
    return (model, IntTensor([[0, 1, 2, 3], [4, 5, 0, 1]]), IntTensor([[1, 2, 3, 4], [5, 0, 1, 2]]))
}

extension `12 Questionnaire` {
    /// 12.31 · Which three regularization techniques make an AWD-LSTM?
    ///
    /// Dropout, activation regularization (AR) and temporal activation regularization (TAR). Dropout is inside the
    /// model, in five places; the two others are terms of the loss.
    ///
    /// - Shown by: `AWDLSTMModel` in Chapters/12-LanguageModel/15b-AWDLSTM.swift
    /// - Shown by: `RNNRegularizer` in Chapters/12-LanguageModel/13b-RNNRegularizer.swift
    @Test func `12.31 dropout in the model, and AR and TAR in the loss`() throws {
        let (net, x, next) = model()
        let loaders = TokenBatches(
            DataLoader(TensorDataset(x, next), batchSize: 2), DataLoader(TensorDataset(x, next), batchSize: 2))
        final class Watch: Callback {
            var expected: Float = 0, dropped: Float = 0
            func after<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
                guard phase == .predict, learner.isTraining,
                    let kept = (learner.model as? any KeepsActivations)?.activations
                else { return }
                let jumps = kept.raw[0..., 1...] - kept.raw[0..., ..<(-1)]
                let entropy = flattenedCrossEntropy(learner.predictions, learner.targets as! IntTensor)
                expected = (entropy + 3 * (kept.dropped * kept.dropped).mean() + 5 * (jumps * jumps).mean()).item
                dropped = Tensor(kept.dropped .== 0).mean().item
            }
        }
        let watch = Watch()
        let learner = textLearner(loaders, net, alpha: 3, beta: 5, callbacks: [watch])
        try EpochReporting.silently { try learner.fit(1, learningRate: 0) }
        #expect(abs(learner.recorder.batchLosses[0] - watch.expected) < 1e-5)
        #expect(watch.dropped > 0.2 && watch.dropped < 0.8)
    }

    /// 12.32 · What is dropout?
    ///
    /// While the model learns, each activation of a layer is set to zero with a probability p, by chance, anew in every
    /// batch. So no unit can rely on another one's being there, and what the model learns has to hold with noise.
    ///
    /// - Shown by: `DropoutLayer` in Chapters/12-LanguageModel/12-Dropout.swift
    /// - Shown by: `Dropout` in Sources/Engine/Layers/Dropout.swift
    @Test func `12.32 random zeros, other ones in every call`() {
        var random = SplitMix64(seed: 1232)
        let layers: [any Layer<Tensor, Tensor>] = [DropoutLayer(0.3, using: &random), Dropout(0.3, using: &random)]
        for layer in layers {
            let (a, b) = (layer(.ones(100, 100)), layer(.ones(100, 100)))
            #expect(abs(Tensor(a .== 0).mean().item - 0.3) < 0.02)
            // Two independent masks agree where both keep or both drop: 0.7² + 0.3².
            #expect(abs(Tensor(Tensor(a .== 0) .== Tensor(b .== 0)).mean().item - 0.58) < 0.02)
        }
    }

    /// 12.33 · Why are activations scaled with dropout? Is it done in training, in inference, or in both?
    ///
    /// With a share p of its inputs gone, a layer would get only a share 1 - p of the sum that it gets in use. Dividing
    /// what is left by 1 - p keeps the sum the same on average. Here, and in all libraries of today, that is done in
    /// training only; in use nothing is dropped and nothing scaled. (The first papers left training alone and
    /// multiplied the weights by 1 - p in use.)
    ///
    /// - Shown by: `whyTheRestGrows` in Chapters/12-LanguageModel/12-Dropout.swift
    @Test func `12.33 the mean stays, by a factor in training alone`() {
        var random = SplitMix64(seed: 1233)
        let layer = DropoutLayer(0.8, using: &random)
        let x = Tensor.full(3, [400, 500])
        let trained = layer(x)
        #expect(abs(trained.mean().item - 3) < 0.05)
        #expect(Set(trained.scalars.map { rounded($0) }) == [0, 15])  // 3 / (1 - 0.8)
        layer.eval()
        #expect(layer(x).scalars == x.scalars)
    }

    /// 12.34 · In `Dropout`, what is the line for that returns x when the layer is not training?
    ///
    /// In use nothing may be dropped: the answer should come from the whole net, and be the same each time. So x goes
    /// through as it is, and no random numbers are drawn.
    ///
    /// - Shown by: `DropoutLayer` in Chapters/12-LanguageModel/12-Dropout.swift
    /// - Shown by: `twoModes` in Chapters/12-LanguageModel/12b-TrainingAndUse.swift
    @Test func `12.34 in use, x comes out untouched, and chance is left alone`() {
        var random = SplitMix64(seed: 1234)
        let layer = DropoutLayer(0.5, using: &random)
        let (x, stream) = (Tensor.arange(50), layer.namedRandomStreams[0].stream)
        layer.eval()
        let before = stream.state
        #expect(layer(x).scalars == x.scalars && stream.state == before)
        layer.train()
        #expect(layer(x).scalars != x.scalars && stream.state != before)
    }

    /// 12.35 · Try out `bernoulli_`. How does it work?
    ///
    /// It fills a tensor with ones and zeros: each place becomes 1 with the probability p that it is given, else 0,
    /// independently of all others. The mean of many is close to p; with p = 0 all are 0, with p = 1 all are 1. Here it
    /// is a function that makes a new tensor: `bernoulli(p, shape, using: &random)`.
    ///
    /// - Shown by: `bernoulli` in Chapters/12-LanguageModel/12-Dropout.swift
    @Test(arguments: [0, 0.1, 0.5, 0.9, 1] as [Float])
    func `12.35 ones with probability p, else zeros`(_ p: Float) {
        var random = SplitMix64(seed: 1235)
        let draws = bernoulli(p, [200, 300], using: &random)
        #expect(draws.shape == [200, 300] && Set(draws.scalars).isSubset(of: [0, 1]))
        #expect(abs(draws.mean().item - p) < (p == 0 || p == 1 ? 1e-7 : 0.01))
        // Neighbours do not know of one another: both are 1 with probability p².
        let both = (draws[0..., 1...] * draws[0..., ..<(-1)]).mean().item
        #expect(abs(both - p * p) < 0.01)
    }

    /// 12.36 · How do you switch a model to training, and to evaluation?
    ///
    /// With the methods `train()` and `eval()`. They switch the model and all modules inside, which then have
    /// `isTraining` true or false. A `Learner` does it by itself before each part of an epoch.
    ///
    /// - Shown by: `twoModes` in Chapters/12-LanguageModel/12b-TrainingAndUse.swift
    @Test func `12.36 train and eval, down to the last part`() throws {
        var random = SplitMix64(seed: 1236)
        let inner = Sequential(Linear(2, 2, using: &random), Dropout(0.5, using: &random))
        let net = Sequential(inner, ReLU())
        func modes() -> [Bool] { net.namedModules.map(\.module.isTraining) }
        #expect(modes() == [true, true, true, true, true])
        net.eval()
        #expect(modes() == [false, false, false, false, false])
        net.train()
        #expect(modes() == [true, true, true, true, true])
    }

    /// 12.37 · Write the equation of activation regularization. How does it differ from weight decay?
    ///
    /// loss += alpha · mean(activations²). Weight decay makes weights small, whatever they are used for. AR makes small
    /// what a layer gives, so it depends on the inputs too: a weight that nothing goes through is left alone.
    ///
    /// - Shown by: `activationRegularization` in Chapters/12-LanguageModel/13-ActivationRegularization.swift
    /// - Shown by: `notWeightDecay` in Chapters/12-LanguageModel/13-ActivationRegularization.swift
    @Test func `12.37 the mean of squares, of activations and not of weights`() {
        let numbers: [Float] = [1, -2, 3, 0, 5, -6]
        let found = activationRegularization(Tensor(shape: [1, 3, 2], numbers)).item
        #expect(abs(found - 75 / 6) < 1e-5)
        // Weights of 2 and 3; only the first has an input.
        let weight = Parameter(Tensor([[2, 3]]))
        activationRegularization(Tensor([[[1, 0]]]).matmul(weight.value.T)).backward()
        #expect(weight.grad?.scalars == [4, 0])  // 2 · (2 · 1) · 1; decay would pull at both
    }

    /// 12.38 · Write the equation of temporal activation regularization. Why is it not used for images?
    ///
    /// loss += beta · mean((activations at t + 1 - activations at t)²). It asks neighbouring steps of a sequence to
    /// have similar activations. The images of a batch have no such order: which of them is next to which is chance,
    /// and there is no time inside one either.
    ///
    /// - Shown by: `temporalActivationRegularization` in Chapters/12-LanguageModel/13-ActivationRegularization.swift
    @Test func `12.38 the order of steps counts, that of the batch does not`() {
        #expect(temporalActivationRegularization(Tensor([[[1, 2], [3, 2], [3, 4]]])).item == 2)
        var random = SplitMix64(seed: 1238)
        let x = Tensor.randn(5, 8, 3, using: &random).cumsum(axis: 1)
        let penalty = temporalActivationRegularization(x).item
        let batch = temporalActivationRegularization(x.entries([3, 1, 4, 0, 2], axis: 0)).item
        let steps = temporalActivationRegularization(x.entries([5, 0, 3, 7, 2, 6, 1, 4], axis: 1)).item
        #expect(abs(batch - penalty) < 1e-5 * penalty && steps > 1.5 * penalty)
        let shuffled = x.entries([5, 0, 3, 7, 2, 6, 1, 4], axis: 1)
        #expect(abs(activationRegularization(shuffled).item - activationRegularization(x).item) < 1e-4)
    }

    /// 12.39 · What is weight tying in a language model?
    ///
    /// The embedding and the output layer use one and the same matrix, with a row for each word: it says what a word
    /// means where it is read, and what is needed where it is to be predicted. Gradients of both uses add up, and the
    /// optimizer has the matrix once. The output keeps a bias of its own.
    ///
    /// - Shown by: `RegularizedModel` in Chapters/12-LanguageModel/14-WeightTying.swift
    /// - Shown by: `Linear` in Sources/Engine/Layers/Linear.swift
    @Test func `12.39 one matrix for words that come in and words that go out`() {
        let (tied, x, _) = model(dropout: 0)
        let (untied, _, _) = model(dropout: 0, tied: false)
        #expect(untied.parameterCount - tied.parameterCount == 6 * 8)
        #expect(tied.namedParameters.filter { $0.parameter.shape == [6, 8] }.map(\.name) == ["embedding.weight"])
        // Change the row of a word: both what it gives when it is read, and its score, are others.
        let table = tied.namedParameters.first { $0.name == "embedding.weight" }!.parameter
        let before = tied(x)
        var rows = table.value.detached()
        rows[5] = rows[5] + 1
        table.assign(rows)
        tied.reset()
        let after = tied(x)
        let moved = Tensor((after - before).abs() .> 1e-6)
        #expect(moved[0, 0].scalars == [0, 0, 0, 0, 0, 1])  // word 0 was read: only the score of word 5 has changed
        #expect(moved[1, 1].scalars == [1, 1, 1, 1, 1, 1])  // word 5 was read
        tied.reset()
        tied(IntTensor([[0]])).sum().backward()
        #expect(table.grad![3].abs().max().item > 0)  // not read, but scored
    }
}
