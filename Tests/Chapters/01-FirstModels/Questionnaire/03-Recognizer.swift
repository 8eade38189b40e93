// Questions 1.17, 1.18, 1.22 to 1.26, 1.28 and 1.31: how a recognizer of photos works, and the words for its parts.

import Chapter01
import ChapterSupport
import Foundation
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Training
import Vision

extension `1 Questionnaire` {
    /// 1.17 · Do we always have to use photos of 224 × 224 pixels with the recognizer of cats?
    ///
    /// No. That is the usual size for historical reasons. Any size works. With a larger one a model is often more
    /// accurate, since it sees more detail, at the price of speed and memory.
    ///
    /// - Shown by: `theSameNetOnManySizes` in Chapters/01-FirstModels/05b-SizesOfPhotos.swift
    @Test func `1.17 the same net takes photos of any size`() {
        var random = SplitMix64(seed: 17)
        let body = smallBody(width: 4, using: &random)
        let net = TransferNet(body, head: HeadPlan(hidden: []).layers(body.channels, outputs: 2, using: &random))
        net.eval()
        for size in [32, 64, 100, 224] {
            #expect(noGrad { net(Tensor.randn(1, 3, size, size, using: &random)) }.shape == [1, 2])
        }
        // Twice the side is four times the pixels, and so four times the numbers behind the first layer.
        let first = [64, 128].map { size in
            noGrad { body.layers[0](Tensor.randn(1, 3, size, size, using: &random)) }.count
        }
        #expect(first[1] == 4 * first[0])
    }

    /// 1.18 · What is the difference between classification and regression?
    ///
    /// A classifier predicts a class, one of several separate possibilities, such as cat or dog. Regression predicts
    /// one or several numbers, such as a temperature or a place.
    ///
    /// - Shown by: `whichKind` in Chapters/01-FirstModels/05c-ClassesAndNumbers.swift
    /// - Shown by: `theSamePhotosAndANumber` in Chapters/01-FirstModels/05c-ClassesAndNumbers.swift
    @Test func `1.18 classes have probabilities, numbers have distances`() throws {
        let (classes, numbers) = (CategoryBlock(Vocabulary(["cat", "dog"])), RegressionBlock(1))
        let scores = Tensor([[2, -1]] as [[Float]])
        #expect(abs(classes.activated(scores).sum().item - 1) < 1e-6 && classes.value(of: scores[0]) == "cat")
        #expect(
            numbers.value(of: Tensor([3.7])) == [3.7]
                && numbers.losses(Tensor([[3.7]]), Tensor([[4.7]])).scalars[0] > 0.99)
        // There is no class between two classes, but a number between two numbers.
        #expect(throws: (any Error).self) { try classes.label(of: "half a dog") }
        #expect(try numbers.label(of: [1.5]).scalars == [1.5])
    }

    /// 1.22 · What is overfitting? Give an example.
    ///
    /// A model overfits when it remembers peculiarities of the data that it has learned from, so that it is good on
    /// these and bad on data that it has not seen. Fit a curve of degree 10 to a dozen points near a parabola: it
    /// passes through nearly all of them, errors of measurement included, and is far off beyond them.
    ///
    /// - Shown by: `curvesThroughPoints` in Chapters/01-FirstModels/05e-Overfitting.swift
    /// - Shown by: `labelsByCoin` in Chapters/01-FirstModels/05f-NetsLearnByHeart.swift
    /// - Shown by: `leavesUntilAllIsKnown` in Chapters/01-FirstModels/05g-TablesByHeart.swift
    @Test func `1.22 the better fit is worse where there were no points`() {
        let xs = (0..<12).map { Double($0) / 5.5 - 1 }
        let ys = zip(xs, [0.1, -0.2, 0.1, 0.2, -0.1, -0.2, 0.2, 0, -0.1, 0.2, -0.2, 0.1]).map { $0 * $0 + $1 }
        func error(_ c: [Double], _ xs: [Double], _ ys: [Double]) -> Double {
            zip(xs, ys).reduce(0) { sum, point in
                let distance = polynomial(c, at: point.0) - point.1
                return sum + distance * distance
            }
        }
        let fits = [2, 10].map { fittedPolynomial(degree: $0, xs, ys) }
        let beyond = [-1.4, -1.2, 1.2, 1.4]
        #expect(error(fits[1], xs, ys) < 0.1 * error(fits[0], xs, ys))
        #expect(error(fits[1], beyond, beyond.map { $0 * $0 }) > 100 * error(fits[0], beyond, beyond.map { $0 * $0 }))
    }

    /// 1.23 · What is a metric, and how does it differ from a loss?
    ///
    /// A metric measures how good the predictions are on the validation set, in a way that people understand, such as
    /// the error rate. The loss is chosen for the training: a number that the optimizer can make smaller, so it has to
    /// change when parameters change a little. What is good for the one need not be good for the other.
    ///
    /// - Shown by: `turningTheParameters` in Chapters/01-FirstModels/05h-MetricAndLoss.swift
    /// - Shown by: `equallyOftenWrong` in Chapters/01-FirstModels/05h-MetricAndLoss.swift
    @Test func `1.23 a small change moves the loss and not the error rate`() {
        let y = IntTensor([0, 0, 1, 1])
        let scores = Tensor([[1, 0], [0.5, 0], [0, 2], [0.2, 0]] as [[Float]])
        let nudged = scores + Tensor([[0.01, 0], [0, 0], [0, 0], [0, 0]] as [[Float]])
        let errorRate = Metric<IntTensor>.errorRate
        #expect(errorRate.value(scores, y) == 0.25 && errorRate.value(nudged, y) == 0.25)
        #expect(crossEntropy(nudged, y).item < crossEntropy(scores, y).item)
        // Equally often wrong, and yet not equally good for the loss.
        #expect(
            errorRate.value(scores * 3, y) == 0.25 && crossEntropy(scores * 3, y).item != crossEntropy(scores, y).item)
        #expect(abs(Metric<IntTensor>.accuracy.value(scores, y) + errorRate.value(scores, y) - 1) < 1e-6)
    }

    /// 1.24 · How can pretrained models help?
    ///
    /// They have learned to find what is of use in many tasks: edges, shapes, patterns. So with a new end they become
    /// good at a new task with less data, less time and less money than a net that starts with random numbers.
    ///
    /// - Shown by: `pretrainedOrNot` in Chapters/01-FirstModels/05i-WhatPretrainingBrings.swift
    @Test func `1.24 a body that has learned something of use makes learning faster`() {
        // Which of two waves is it? A body that already measures both needs next to no training, a random one needs
        // more.
        var random = SplitMix64(seed: 24)
        let waves = [1.0, 2.0].map { pace in Tensor((0..<32).map { Float(sin(Double($0) * pace)) }) }
        let y = IntTensor((0..<64).map { $0 % 2 })
        let x = Tensor.stack((0..<64).map { waves[$0 % 2] + 3 * Tensor.randn(32, using: &random) })
        func loss(_ body: Tensor) -> Float {
            var random = SplitMix64(seed: 25)
            let head = Linear(2, 2, using: &random)
            let optimizer = SGD(head.parameters, learningRate: 0.05)
            for _ in 0..<10 {
                optimizer.zeroGrad()
                crossEntropy(head(x.matmul(body)), y).backward()
                optimizer.step()
            }
            return crossEntropy(head(x.matmul(body)), y).item
        }
        let learned = Tensor.stack(waves).transposed() / 4, fresh = Tensor.randn(32, 2, using: &random) / 4
        #expect(loss(learned) < 0.8 * loss(fresh))
    }

    /// 1.25 · What is the head of a model?
    ///
    /// The last part of a pretrained net was made for the task that it was trained for. When one uses the net for
    /// another task, this part is taken away, and one or several new layers take its place, with random numbers and
    /// with as many outputs as the new task needs. These are the head.
    ///
    /// - Shown by: `bodyAndHead` in Chapters/01-FirstModels/05i-WhatPretrainingBrings.swift
    @Test func `1.25 the head has the outputs of the new task, and the body stays`() {
        var random = SplitMix64(seed: 25)
        let body = smallBody(width: 4, using: &random)
        let x = Tensor.randn(2, 3, 32, 32, using: &random)
        let nets = [2, 37].map {
            TransferNet(body, head: HeadPlan().layers(body.channels, outputs: $0, using: &random))
        }
        #expect(nets[0].body === nets[1].body && nets.map { $0(x).shape } == [[2, 2], [2, 37]])
        nets[0].freeze(to: nets[0].groups.count - 1, normsLearn: false)
        let learning = nets[0].parameters.filter(\.requiresGrad)
        #expect(learning.count == nets[0].head.parameters.count)
    }

    /// 1.26 · What do the early layers of a CNN find, and what the later ones?
    ///
    /// Early layers find edges, gradients and colours. The next put them together: corners, repeated lines, circles.
    /// Later ones find parts of things, such as wheels, text and petals, and the last ones whole things, such as faces.
    ///
    /// - Shown by: `filtersOfTheFirstLayer` in Chapters/01-FirstModels/06-TheFirstLayer.swift
    /// - Shown by: `placesThatLayersLike` in Chapters/01-FirstModels/06b-WhatLaterLayersLike.swift
    @Test func `1.26 a late layer sees more of the photo than an early one`() {
        var random = SplitMix64(seed: 26)
        let body = smallBody(width: 4, using: &random).layers
        body.eval()
        let x = Tensor.randn(1, 3, 128, 128, using: &random)
        var scalars = x.scalars
        scalars[64 * 128 + 64] += 5
        let nudged = Tensor(scalars).reshaped(1, 3, 128, 128)
        // How far from each other are the places that one changed pixel reaches, in pixels of the photo?
        func reach(_ layer: Int) -> Int {
            let maps = [x, nudged].map { x in noGrad { body.layers[...layer].reduce(x) { $1($0) } } }
            let changed = (maps[1] - maps[0]).abs().sum(axes: 0, 1, 2).scalars.indices.filter {
                (maps[1] - maps[0]).abs().sum(axes: 0, 1, 2).scalars[$0] > 0
            }
            return (changed.last! - changed.first! + 1) * 128 / maps[0].shape[3]
        }
        #expect(reach(1) < 12 && reach(7) > 4 * reach(1))
    }

    /// 1.28 · What is an architecture?
    ///
    /// The template of the model, the form of its function: which layers there are and how they are connected. Data and
    /// parameters are put into it. One architecture with other parameters is another model.
    ///
    /// - Shown by: `familyOfResNets` in Chapters/01-FirstModels/05k-ChoosingAnArchitecture.swift
    @Test func `1.28 one architecture, two models`() {
        let nets = [UInt64(1), 2].map { seed in
            var random = SplitMix64(seed: seed)
            return smallBody(width: 4, using: &random).layers
        }
        #expect(nets[0].parameters.map(\.shape) == nets[1].parameters.map(\.shape))
        let x = Tensor.ones(1, 3, 32, 32)
        nets.forEach { $0.eval() }
        #expect(nets[0](x).scalars != nets[1](x).scalars)
        // Named by its layers: 3 + 4 + 6 + 3 blocks of two, and two more.
        #expect(
            ResNet.Plan.resNet34.blocks.reduce(0, +) * 2 + 2 == 34
                && ResNet.Plan.resNet50.blocks.reduce(0, +) * 3 + 2 == 50)
    }

    /// 1.31 · What are hyperparameters?
    ///
    /// Choices about how parameters are made and learned: the architecture, the learning rate, how many epochs, how
    /// photos are changed. They are parameters about parameters, and are set by people, not learned. Whoever tries many
    /// and keeps what does best on the validation set fits them to that set.
    ///
    /// - Shown by: `theTraining` in Chapters/01-FirstModels/03b-TheFirstClassifier.swift
    @Test func `1.31 training changes parameters, people choose the rest`() {
        func trained(rate: Float, steps: Int) -> (weights: [Float], rate: Float) {
            var random = SplitMix64(seed: 31)
            let net = Linear(2, 1, using: &random)
            let optimizer = SGD(net.parameters, learningRate: rate)
            for _ in 0..<steps {
                optimizer.zeroGrad()
                let distance = net(Tensor([[1, 2]])) - 3
                (distance * distance).sum().backward()
                optimizer.step()
            }
            return (net.weight.value.scalars, optimizer.learningRate)
        }
        let (before, slow, fast) = (
            trained(rate: 0.01, steps: 0), trained(rate: 0.01, steps: 5), trained(rate: 0.05, steps: 5)
        )
        // Learning has moved the weights and left the rate alone; another rate leads to other weights.
        #expect(slow.weights != before.weights && slow.rate == 0.01 && slow.weights != fast.weights)
    }
}
