import Chapter18
import Layers
import Tensors
import TestSupport
import Testing
import Training

// MARK: Hooks and class activation maps: sections 18.1 and 18.2 of the book

extension `18 Questionnaire` {
    /// 18.1 · What is a hook?
    ///
    /// A function that is attached to a layer and called by it whenever the layer has been called. A forward hook gets
    /// what went in and what came out; a backward hook gets the gradient that comes back to what the layer returned. It
    /// can do anything with them, and be removed again. A callback puts code into the training loop; a hook puts it
    /// into the forward or backward pass itself.
    ///
    /// - Shown by: `ObservedLayer` in Chapters/18-WhereItLooks/01-Hooks.swift
    /// - Shown by: `onForward` in Sources/Engine/Layers/Hook.swift
    @Test func `18.1 a function that a layer calls, forward and backward, until it is removed`() {
        let layer = Lambda { 3 * $0 }
        var notes: [String] = []
        let hooks = [
            layer.onForward { input, output in notes.append("\(input.item) → \(output.item)") },
            layer.onBackward { gradient in notes.append("gradient \(gradient.item)") },
        ]
        (layer(Tensor(2).requiringGrad()) * 5).backward()
        #expect(notes == ["2.0 → 6.0", "gradient 5.0"])  // 5 for what the layer returned, not 15 for what it was given
        hooks.forEach { $0.remove() }
        (layer(Tensor(2).requiringGrad()) * 5).backward()
        #expect(notes.count == 2)
    }

    /// 18.2 · Which layer's outputs does CAM use?
    ///
    /// Those of the last convolutional layer, just before the average pooling. They have a channel for every input of
    /// the last linear layer, and still know where in the picture they were found.
    ///
    /// - Shown by: `lastActivations` in Chapters/18-WhereItLooks/02c-ActivationMaps.swift
    @Test func `18.2 the last maps before the mean, with as many channels as the linear layer has inputs`() {
        var random = SplitMix64(seed: 182)
        let net = MapNet(kinds: 3, using: &random)
        net.eval()
        let x = Tensor.randn(1, 3, 32, 32, using: &random)
        let last = lastActivations(of: net, on: x)
        #expect(last.shape == [1, 64, 4, 4] && net.head.weight.shape == [3, 64])
        // Averaged, they are what the head is given.
        expectClose(noGrad { net.head(last.mean(axes: 2, 3)) }, noGrad { net(x) })
        // Those of the group before do not fit.
        var inner: Tensor?
        _ = net.body[-2].onForward { _, y in inner = y.detached() }.during { noGrad { net(x) } }
        #expect(inner?.shape == [1, 32, 8, 8])
    }

    /// 18.3 · Why does CAM need a hook?
    ///
    /// It needs the activations inside the model, and calling the model returns its scores only. A hook catches them on
    /// the way, and the model does not have to be rewritten for it.
    ///
    /// - Shown by: `insideThePrediction` in Chapters/18-WhereItLooks/02c-ActivationMaps.swift
    @Test func `18.3 the scores alone do not determine the map`() {
        // Two pictures whose scores are the same, and whose maps are not.
        let net = blobNet()
        let picture = twoBlobPicture()
        let mirrored = picture.flipped(3)
        #expect(noGrad { net(picture) }.scalars == noGrad { net(mirrored) }.scalars)
        let (maps, others) = (lastActivations(of: net, on: picture), lastActivations(of: net, on: mirrored))
        #expect(maps.scalars != others.scalars)
        #expect(maps.flipped(3).scalars == others.scalars)
    }

    /// 18.4 · Look at the source of `ActivationStats`. How does it use hooks?
    ///
    /// It is a callback that attaches a forward hook to every layer before the training begins, and removes them when
    /// it is over. In every training batch each hook keeps, of what its layer put out, the mean, the standard
    /// deviation, the share of numbers near zero, and (in fastai) a histogram.
    ///
    /// - Shown by: `ActivationStats` in Chapters/18-WhereItLooks/01d-ActivationStats.swift
    /// - Shown by: `OutputHistograms` in HintsAndSolutions/18-WhereItLooks/18.02-OutputHistograms.swift
    @Test func `18.4 a hook at each layer, for training batches, which is removed in the end`() throws {
        var random = SplitMix64(seed: 184)
        let layers: [any Layer<Tensor, Tensor>] = [Lambda { 2 * $0 }, ReLU()]
        let stats = ActivationStats(layers)
        let (train, valid) = (Tensor([[1, -1]]), Tensor([[5, 5], [6, 6]]))
        func loader(_ x: Tensor) -> DataLoader<(Tensor, Tensor)> { DataLoader(TensorDataset(x, x), batchSize: 2) }
        let learner = Learner(
            DataLoaders(loader(train), loader(valid)), Sequential(layers + [Linear(2, 1, using: &random)]),
            loss: { predictions, _ in predictions.mean() }, callbacks: [stats])
        try EpochReporting.silently { try learner.fit(1, learningRate: 0) }
        _ = learner.model(Tensor([[7, 7]]))
        #expect(stats.entries.map(\.count) == [1, 1])  // neither validation nor what came after is in it
        let numbers = stats.entries.map { [$0[0].mean, $0[0].deviation, $0[0].nearZero] }
        #expect(numbers == [[0, 2, 0], [1, 1, 0.5]])
        #expect(layers.map { $0.numberOfHooks } == [0, 0])
    }

    /// 18.5 · Write a hook that stores the activations of a given layer (without peeking, if you can).
    ///
    /// A function that gets input and output and stores the output, detached from its history, in a variable or a
    /// property: `layer.onForward { _, output in stored = output.detached() }`. It is attached to the layer, and
    /// removed when it has done its work.
    ///
    /// - Shown by: `OutputStore` in Chapters/18-WhereItLooks/01-Hooks.swift
    /// - Shown by: `Hook` in Sources/Engine/Layers/Hook.swift
    @Test func `18.5 an output stored detached, by our hook and the engine's`() {
        var random = SplitMix64(seed: 185)
        let linear = Linear(3, 2, using: &random)
        let (observed, store) = (ObservedLayer(linear), OutputStore())
        let x = Tensor.randn(4, 3, using: &random)
        var engines: Tensor?
        let remove = observed.addHook(store.keep)
        let y = linear.onForward { _, output in engines = output.detached() }.during { observed(x) }
        remove()
        #expect(y.requiresGrad && store.stored?.requiresGrad == false && engines?.requiresGrad == false)
        #expect(store.stored?.scalars == y.scalars && engines?.scalars == y.scalars)
        _ = observed(2 * x)
        #expect(observed.hookCount == 0 && store.stored?.scalars == y.scalars && engines?.scalars == y.scalars)
    }

    /// 18.6 · Why is `eval` called before the activations are taken, and why is `no_grad` used?
    ///
    /// So that dropout and batch norm behave as when the model is used: in training mode dropout would leave out
    /// numbers, and batch norm would normalize by the batch at hand and move its running averages. And without
    /// recording, because no gradients are needed here: it saves time, and the memory of all that a backward pass would
    /// want.
    ///
    /// - Shown by: `usedAndNotTrained` in Chapters/18-WhereItLooks/02c-ActivationMaps.swift
    @Test func `18.6 training mode changes what comes out and the net itself, and recording keeps a history`() {
        var random = SplitMix64(seed: 186)
        let net = Sequential(
            Conv2d(1, 4, kernel: 3, using: &random), BatchNorm2d(4), Dropout(0.5, using: &random))
        let x = Tensor.randn(2, 1, 6, 6, using: &random)
        func averages() -> [Float] { net.namedBuffers.flatMap(\.buffer.value.scalars) }
        net.eval()
        let before = averages()
        let (once, again) = (noGrad { net(x) }, noGrad { net(x) })
        #expect(once.scalars == again.scalars && averages() == before)
        #expect(!once.requiresGrad && net(x).requiresGrad)
        net.train()
        let (first, second) = (noGrad { net(x) }, noGrad { net(x) })
        #expect(first.scalars != second.scalars && first.scalars != once.scalars)
        #expect(averages() != before)
    }

    /// 18.7 · Use einsum to compute the score of "dog" or "cat" at each place of the body's last activation.
    ///
    /// `einsum("ck,kij->cij", weight, activations)`, with the weight [2, k] of the last linear layer and the
    /// activations [k, h, w] of one picture: c is the class, k is summed over, i and j are the place. Row 0 is the map
    /// of the dog, row 1 that of the cat.
    ///
    /// - Shown by: `activationMaps` in Chapters/18-WhereItLooks/02c-ActivationMaps.swift
    @Test func `18.7 a dot product over channels, at every place and for both classes`() {
        var random = SplitMix64(seed: 187)
        let (weight, activations) = (Tensor.randn(2, 5, using: &random), Tensor.randn(5, 3, 4, using: &random))
        let maps = einsum("ck,kij->cij", weight, activations)
        #expect(maps.shape == [2, 3, 4])
        for (c, i, j) in [(0, 0, 0), (1, 2, 3), (1, 0, 2)] {
            let dot = (0..<5).reduce(Float(0)) { $0 + weight[c, $1].item * activations[$1, i, j].item }
            #expect(abs(maps[c, i, j].item - dot) < 1e-5)
        }
        #expect(maps.scalars == activationMaps(weight, activations).scalars)
    }
}
