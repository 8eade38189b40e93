import Chapter18
import Datasets
import Figures
import Foundation
import Layers
import Tensors
import TestSupport
import Testing

// MARK: Categories, scopes and gradients: sections 18.2 to 18.4 of the book

private struct Interrupted: Error {}

extension `18 Questionnaire` {
    /// 18.8 · How do you find out in which order the categories are, so which index belongs to which of them?
    ///
    /// Look at the vocabulary, `dls.vocab`: the list of categories in the order of their indices. Categories are
    /// sorted, so with labels False and True, a dog is 0 and a cat is 1. (Here the list is the classes of the scenes,
    /// or the names of the folders, sorted.)
    ///
    /// - Shown by: `insideThePrediction` in Chapters/18-WhereItLooks/02c-ActivationMaps.swift
    /// - Shown by: `ImageFolder` in Sources/Data/Datasets/ImageFolder.swift
    @Test func `18.8 a label is a place in the list of categories`() throws {
        let scenes = try GeneratedScenes(count: 6, size: 32, classes: [.bird, .cat])
        #expect(scenes.names == ["bird", "cat"])
        for (label, objects) in zip(scenes.labels, scenes.objects) {
            #expect(scenes.names[label] == objects[0].kind.name)
        }
        try withFolder { folder in
            for name in ["dog", "cat"] {
                let place = folder.appending(path: name)
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try Raster(width: 2, height: 2, fill: .blue).writePNG(to: place.appending(path: "1.png"))
            }
            let images = try ImageFolder(folder)
            #expect(images.classes == ["cat", "dog"] && images.labels == [0, 1])  // sorted, not as they were made
        }
    }

    /// 18.9 · Why is `decode` used when the input picture is shown?
    ///
    /// The loader has normalized it: mean 0 and standard deviation 1 in each channel. Numbers below 0 and above 1 are
    /// no colours. `decode` undoes what the transforms did, so that the picture looks as it should.
    ///
    /// - Shown by: `ChannelScaling` in Chapters/18-WhereItLooks/02-Scenes.swift
    /// - Shown by: `decode` in Chapters/18-WhereItLooks/02d-Overlays.swift
    @Test func `18.9 the input of the net is no picture, and decoded it is the picture again`() {
        var random = SplitMix64(seed: 189)
        let images = Tensor.rand(6, 3, 4, 4, low: 0.2, high: 0.9, using: &random)
        let scaling = ChannelScaling(of: images)
        let x = scaling(images)
        expectClose(x.mean(axes: [0, 2, 3]), .zeros(3), absolute: 1e-5)
        expectClose(x.std(axes: [0, 2, 3], unbiased: false), .ones(3), absolute: 1e-5)
        #expect(x.min().item < 0 && x.max().item > 1)
        expectClose(scaling.decode(x[2]), images[2], absolute: 1e-6)
    }

    /// 18.10 · What is a context manager, and which special methods define one?
    ///
    /// An object for a `with` block: it does something when the block is entered and something when it is left, also if
    /// it is left by an error, such as closing a file or removing a hook. In Python its methods are `__enter__` and
    /// `__exit__`. In Swift it is a function that takes the block as a closure, with `defer` for what happens at the
    /// end.
    ///
    /// - Shown by: `withHook` in Chapters/18-WhereItLooks/01c-ScopesForHooks.swift
    /// - Shown by: `during` in Sources/Engine/Layers/Hook.swift
    @Test func `18.10 what is attached at the beginning is removed at the end, also after an error`() {
        let layer = ObservedLayer(ReLU())
        var calls = 0
        let inside = layer.withHook({ _, _ in calls += 1 }) {
            _ = layer(Tensor(1))
            return layer.hookCount
        }
        #expect(inside == 1 && layer.hookCount == 0 && calls == 1)
        #expect(throws: Interrupted.self) { try layer.withHook({ _, _ in calls += 1 }) { throw Interrupted() } }
        #expect(layer.hookCount == 0)
        // The engine's scope does the same.
        let relu = ReLU()
        #expect(throws: Interrupted.self) { try relu.onForward { _, _ in calls += 1 }.during { throw Interrupted() } }
        _ = relu(Tensor(1))
        #expect(calls == 1)
    }

    /// 18.11 · Why can plain CAM not be used for inner layers?
    ///
    /// It multiplies features with the weights of the last linear layer, and these say what the *last* features are
    /// worth. For those of an inner layer there is no such weight; even the number of channels usually differs.
    ///
    /// - Shown by: `whyNotInnerLayers` in Chapters/18-WhereItLooks/04-BackwardHooks.swift
    @Test func `18.11 at an inner layer, what a channel is worth is not the last layer's weight`() {
        // As many channels as at the end, so the product could be computed; but the gradients are others.
        var random = SplitMix64(seed: 1811)
        let inner = Conv2d(1, 4, kernel: 3, padding: 1, using: &random)
        let last = Conv2d(4, 4, kernel: 3, padding: 1, using: &random)
        let net = MapNet(body: Sequential(inner, ReLU(), last), head: Linear(4, 2, using: &random))
        let x = Tensor.randn(1, 1, 5, 5, using: &random)
        func worth(_ layer: any Layer<Tensor, Tensor>) -> Tensor {
            var caught: Tensor?
            layer.onBackward { caught = $0 }.during { net(x)[0, 1].backward() }
            return 25 * caught![0].mean(axes: 1, 2)
        }
        let weight = net.head.weight.value.detached()[1]
        expectClose(worth(last), weight, absolute: 1e-6)
        #expect((worth(inner) - weight).abs().max().item > 0.01)
    }

    /// 18.12 · Why must Grad-CAM register a hook on the backward pass?
    ///
    /// The backward pass computes the gradients of inner layers, but nobody keeps them: only leaves, the parameters
    /// above all, keep theirs. So they must be caught as they pass by.
    ///
    /// - Shown by: `Listening` in Chapters/18-WhereItLooks/04-BackwardHooks.swift
    /// - Shown by: `onBackward` in Sources/Engine/Layers/Hook.swift
    @Test func `18.12 an inner result keeps no gradient, a hook catches it, and a leaf keeps its own`() {
        var random = SplitMix64(seed: 1812)
        let (first, second) = (Linear(2, 3, using: &random), Linear(3, 1, using: &random))
        var caught: Tensor?
        let leaf = Tensor([[1, -2]]).requiringGrad()
        let hidden = first.onBackward { caught = $0 }.during {
            let hidden = first(leaf)
            second(hidden).sum().backward()
            return hidden
        }
        #expect(hidden.requiresGrad && hidden.grad == nil)
        #expect(leaf.grad != nil && first.weight.grad != nil)
        expectClose(caught!, second.weight.value.detached())  // what follows is linear: the gradient is its weight

        // The same with the page's own operation.
        var listened: Tensor?
        second(Listening { listened = $0 }(first(leaf))).sum().backward()
        #expect(listened?.scalars == caught?.scalars)
    }

    /// 18.13 · Why can `output.backward()` not be called on an output of rank 2, with a score for each picture and
    /// class?
    ///
    /// A gradient is defined for a single number. So choose one element: the score of one class for one picture,
    /// `output[0, class].backward()`. (The sum of all would be a number, too, but answers another question.)
    ///
    /// - Shown by: `oneNumberOnly` in Chapters/18-WhereItLooks/04-BackwardHooks.swift
    @Test func `18.13 a matrix of scores stops the program, one of them has a gradient`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            (Tensor([[1, 2]]).requiringGrad() * 2).backward()
        }
        #expect(message(of: result).contains("only a single number has a gradient"))
        let x = Tensor([[1, 2], [3, 4]]).requiringGrad()
        x.squared()[1, 0].backward()
        #expect(x.grad?.scalars == [0, 0, 6, 0])
    }
}
