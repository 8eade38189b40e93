// # A new head
//
// Section 5.6 · After this page you can cut off the head of a net and put a new one on, and say why the body has to be
// frozen then.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The pretrained net has a last layer that fits its old task, ImageNet's thousand classes for example. For ours it is
// useless, and has the wrong number of outputs. It is deleted. What is left is the *body*. A *head* is put behind it
// that gives as many numbers as we have classes, 37 in the book:

/// Everything before the layer that pools, and behind it a new linear layer of `classes` outputs, whose weights are
/// random. (The book's `cnn_learner` does this.)
public func withNewHead(
    _ net: Sequential, channels: Int, classes: Int, using random: inout some RandomNumberGenerator
) -> Sequential {
    let cut = net.layers.lastIndex { $0 is AdaptiveAveragePool2d } ?? net.layers.count
    let head: [any Layer<Tensor, Tensor>] = [
        AdaptiveAveragePool2d(1), Flatten(), Linear(channels, classes, using: &random),
    ]
    return Sequential(Array(net.layers[..<cut]) + head)
}

extension ImageClassification {
    func cutAndReplace() throws {
        // A pretrained net for ten things becomes one for 37:
        var random = run.random
        let old = try body.body()
        let ten = withNewHead(old.layers, channels: old.channels, classes: 10, using: &random)
        let pets = withNewHead(ten, channels: old.channels, classes: 37, using: &random)
        let photos = Tensor.randn(2, 3, practiceSize, practiceSize, using: &random)
        show(noGrad { ten(photos) }.shape, "scores of two photos, before")
        show(
            noGrad { pets(photos) }.shape, "and with a new head",
            ask: "Two photos go into a net whose new head has 37 outputs. Which shape comes out?")
        show(
            ten.layers[0] === pets.layers[0] && ten.layers.last! !== pets.layers.last!,
            "the layers of the body are the same objects, the last layer is another one")

        // The learner's head is larger than one linear layer. It asks each map of the body how strong it is at its
        // strongest place and how strong on average, and has two linear layers, with norm and dropout before each:
        let learner = try practiceLearner(using: &random)
        show(learner.net.head.layers.map { "\(type(of: $0))" }.joined(separator: ", "), "the learner's head")
    }

    func whyFreezeFirst() throws {
        // A new head gives random answers. Its errors say nothing about what is wrong with the body, but if nothing is
        // frozen, they go back into the body as gradients like any others. How large are they, compared with those that
        // come when the head has learned something?
        var random = run.random
        let learner = try practiceLearner(using: &random)
        let atFirst = try bodyGradient(learner)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 2, usual: 3), 3e-3) }
        let afterwards = try bodyGradient(learner)
        record("new-head/body-gradient-at-first", atFirst)
        record(
            "new-head/body-gradient-with-a-trained-head", afterwards,
            predict: .change(
                "The head is trained for some epochs, the body is not. What happens to the length of the body's gradient?",
                from: atFirst, to: afterwards, margin: atFirst * 0.02))

        // What a body knows can be lost in a few steps: that is why the head is trained first, alone.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// The length of the gradient of all the body's weights, for the training photos in one batch.
    private func bodyGradient(_ learner: VisionLearner<CategoryBlock>) throws -> Float {
        learner.unfreeze()
        defer { learner.freeze() }
        learner.net.eval()
        let loader = learner.data.quiet(.train)
        for (x, y) in loader.prefix(run.size(quick: 2, usual: 3)) { crossEntropy(learner.net(x), y).backward() }
        let gradients = learner.net.body.parameters.compactMap(\.grad)
        learner.net.zeroGrad()
        return gradients.reduce(Float(0)) { $0 + $1.squared().sum().item }.squareRoot()
    }
}
