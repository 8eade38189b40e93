// # A new head
//
// Section 5.6 · After this page you can cut off the head of a net and put a new one on, and say why the body has to be
// frozen then.

import Common
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
        // A new head gives random answers. If nothing is frozen, its errors go back into the body as gradients like any
        // others. But what do they say about the body? Take two new heads, with the same photos and the same labels,
        // and ask each how it would change the body. The cosine of the angle between the two gradients compares them: 1
        // is the same direction, and 0 is a right angle, as between directions that have nothing to do with each other.
        var (one, two) = (run.random, SplitMix64(seed: run.seed &+ 1))
        let first = try bodyGradient(practiceLearner(using: &one)),
            second = try bodyGradient(practiceLearner(using: &two))
        let cosine = (first * second).sum().item / (length(first) * length(second))
        record(
            "new-head/cosine-of-two-new-heads", cosine,
            predict: .yesNo(
                "Two new heads on one body, the same photos: do their gradients push it in about the same direction (cosine above ½)?",
                cosine > 0.5))

        // The square of the cosine is the share of one push (of its squared length) that lies in the direction of the
        // other. The rest comes from the random numbers in the head, and says nothing about the body:
        show(fixed(cosine * cosine, 4), "share of the push that two new heads have in common")

        // And how hard is the push, compared with that of a head that has learned something?
        var random = run.random
        let learner = try practiceLearner(using: &random)
        try learner.net.load(try headTrained.state)
        let (atFirst, afterwards) = (length(first), length(try bodyGradient(learner)))
        record("new-head/body-gradient-at-first", atFirst)
        record(
            "new-head/body-gradient-with-a-trained-head", afterwards,
            predict: .change(
                "The head is trained for some epochs, the body is not. What happens to the length of the body's gradient?",
                from: atFirst, to: afterwards, margin: atFirst * 0.02))
        show(
            afterwards < 0.8 * atFirst
                ? "The new head pushes \(fixed(Double(atFirst / afterwards), 1)) times as hard as the trained one."
                : "The new head pushes no harder than the trained one; its push is just as random as it was.")

        // What a body knows can be lost in a few steps: that is why the head is trained first, alone.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// The gradient of all the body's weights in one row, for the first batches of the training photos.
    private func bodyGradient(_ learner: VisionLearner<CategoryBlock>) throws -> Tensor {
        learner.unfreeze()
        defer { learner.freeze() }
        learner.net.eval()
        let loader = learner.data.quiet(.train)
        for (x, y) in loader.prefix(run.size(quick: 2, usual: 3)) { crossEntropy(learner.net(x), y).backward() }
        let gradients = learner.net.body.parameters.compactMap(\.grad)
        learner.net.zeroGrad()
        return .cat(gradients.map { $0.flattened() })
    }

    private func length(_ x: Tensor) -> Float { x.squared().sum().item.squareRoot() }
}
