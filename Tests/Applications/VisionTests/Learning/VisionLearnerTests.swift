import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

@Suite(.serialized) struct `Transfer learning` {
    @Test func `draws the weights of the head alone`() throws {
        var random = SplitMix64(seed: 1)
        let data = try block().loaders(of: samples(48), batchSize: 12, using: &random)
        let body = tinyBody(&random)
        let before = numbers(body.layers)
        let learner = VisionLearner(data, body: body, using: &random)
        #expect(numbers(learner.net.body) == before && learner.net.body === body.layers)
        #expect(learner.groupCount == 3 && learner.net.head[-1] is Linear)
    }

    @Test func `freezes a pretrained body, but for its norms`() throws {
        let learner = try tinyLearner()
        func learning() -> [String] {
            learner.net.namedParameters.filter { $0.parameter.requiresGrad }.map(\.name)
        }
        let norms = [1, 3].flatMap { ["body.layers.\($0).gamma", "body.layers.\($0).beta"] }
        #expect(learning().filter { $0.hasPrefix("body") } == norms && learner.firstLearningGroup == 2)
        learner.freezeTo(-2)
        #expect(
            learning().filter { $0.hasPrefix("body") } == Array(norms[..<2]) + ["body.layers.2.weight"] + norms[2...])
        learner.unfreeze()
        #expect(learning().count == learner.net.namedParameters.count)
        #expect(try tinyLearner(isPretrained: false).firstLearningGroup == 0)
    }

    @Test func `goes on with other data, and keeps what it has learned`() throws {
        let learner = try tinyLearner(isPretrained: false)
        try EpochReporting.silently { try learner.fitOneCycle(1, 1e-2) }
        let before = numbers(learner.net)
        var random = SplitMix64(seed: 9)
        var larger = block()
        larger.pipeline = PhotoPipeline(item: Resize(26), batch: [RandomCrop(24, minScale: 0.8)])
        learner.data = try larger.loaders(of: samples(60), batchSize: 12, using: &random)
        #expect(numbers(learner.net) == before)
        #expect(try learner.data.oneBatch().0.shape == [12, 3, 24, 24])
        #expect(learner.learner.loaders.train.itemCount == 45)
        // The pictures that a later training sees are the new ones, and its epochs follow the old ones.
        try EpochReporting.silently { try learner.fitOneCycle(2, 1e-2) }
        #expect(learner.learner.recorder.rows.count == 3 && numbers(learner.net) != before)
        #expect(learner.model.pipeline.size == 24)
    }

    @Test func `changes nothing that is frozen`() throws {
        let learner = try tinyLearner()
        let before = numbers(learner.net)
        try EpochReporting.silently { try learner.fitOneCycle(1, 1e-2) }
        let different = changed(before, numbers(learner.net))
        // Norms learn, and measure, also in a frozen body.
        #expect(
            different.filter { $0.hasPrefix("body") }
                == [1, 3].flatMap { layer in
                    ["beta", "gamma", "runningMean", "runningVariance"].map { "body.layers.\(layer).\($0)" }
                })
        #expect(different.contains("head.layers.4.weight"))
    }

    @Test func `can leave a frozen body as it is in every respect`() throws {
        let learner = try tinyLearner(normsLearn: false)
        let before = numbers(learner.net)
        try EpochReporting.silently { try learner.fit(1, 1e-2) }
        #expect(changed(before, numbers(learner.net)).allSatisfy { $0.hasPrefix("head") })
        learner.unfreeze()
        try EpochReporting.silently { try learner.fit(1, 1e-2) }
        let after = changed(before, numbers(learner.net))
        #expect(after.contains("body.layers.0.weight") && after.contains("body.layers.1.runningMean"))
    }

    @Test func `gives each group its own rate`() throws {
        var random = SplitMix64(seed: 1)
        let net = TransferNet(tinyBody(&random), head: HeadPlan(hidden: []).layers(8, outputs: 2, using: &random))
        let before = numbers(net)
        let groups = net.parameterGroups(rates: LearningRates.slice(0.01, 1).shares(3))
        #expect(groups.count == 6 && groups.map { $0.weightDecay } == [nil, 0, nil, 0, nil, 0])
        #expect(groups.flatMap(\.parameters).count == net.parameters.count)
        for parameter in net.parameters { parameter.grad = .ones(parameter.shape) }
        SGD(groups: groups, learningRate: 1).step()
        for (name, share) in [("body.layers.0.weight", 0.01), ("body.layers.3.beta", 0.1), ("head.layers.2.beta", 1)] {
            expectNear(before[name]![0] - numbers(net)[name]![0], Float(share), absolute: 1e-5)
        }
    }

    @Test func `fine-tunes in two rounds, and learns`() throws {
        let learner = try tinyLearner()
        try EpochReporting.silently { try learner.fineTune(12, rate: 2e-2) }
        let recorder = learner.learner.recorder
        #expect(recorder.rows.map(\.epoch) == [0] + Array(0..<12))
        // 3 batches of the first round: up from 2e-2 / 25; then a fifth of the half, up and down again.
        #expect(recorder.learningRates.count == 39)
        expectNear(recorder.learningRates[0], 2e-2 / 25, absolute: 1e-8)
        expectNear(recorder.learningRates[3], 1e-2 / 5, absolute: 1e-8)
        #expect(recorder.learningRates.max()! <= 2e-2 && recorder.learningRates.last! < 1e-3)
        #expect(learner.firstLearningGroup == 0)
        #expect(recorder["error_rate"].last! == 0)
        let green = try learner.predict(samples(9, seed: 77)[0].photo)
        #expect(green.text == "green" && green.value == "green" && green.outputs.shape == [3])
        expectNear(green.outputs.sum().item, 1, absolute: 1e-5)
    }

    @Test func `has the same bits for the same seed`() throws {
        func trained() throws -> [String: [Float]] {
            let learner = try tinyLearner(seed: 9)
            try EpochReporting.silently { try learner.fineTune(1) }
            return numbers(learner.net)
        }
        #expect(try trained() == trained())
    }

    @Test func `finds rates, and puts everything back`() throws {
        let learner = try tinyLearner()
        let before = numbers(learner.net)
        let curve = try learner.findLearningRate(steps: 12)
        #expect(curve.rates.count > 3 && numbers(learner.net) == before)
        #expect(learner.learner.recorder.rows.isEmpty)
        try EpochReporting.silently { try learner.fitFlatCosine(1, .slice(1e-3)) }
        #expect(learner.learner.recorder.rows.count == 1)
    }

    @Test func `predicts whole sets in their order`() throws {
        let learner = try tinyLearner()
        let predictions = try learner.getPreds()
        let set = learner.data.datasets.valid
        #expect(predictions.outputs.shape == [12, 3] && predictions.targets.scalars == set.labels)
        for (place, photo) in set.photos.enumerated() {
            let single = try learner.predict(photo).outputs.scalars
            for (a, b) in zip(single, predictions.outputs[place].scalars) { expectNear(a, b, absolute: 1e-5) }
        }
        // The loss is that of the targets' kind: here -log of the probability of the right class.
        let right = set.labels.enumerated().map { -log(predictions.outputs[$0, $1].item) }
        for (loss, expected) in zip(predictions.losses.scalars, right) { expectNear(loss, expected, absolute: 1e-4) }
        let batch = try learner.data.oneBatch()
        #expect(learner.getPreds([batch]).targets.scalars == batch.1.scalars)
        #expect(try learner.getPreds(.train).outputs.shape == [36, 3])
    }

    @Test func `shows what was right and what was not`() throws {
        let learner = try tinyLearner()
        let grid = try learner.showResults(count: 6, columns: 3)
        #expect(grid.images.count == 6 && grid.images[0].width == 16)
        let right = try learner.getPreds()
        let names = learner.data.target.vocabulary.classes
        for (place, title) in grid.titles.enumerated() {
            let (actual, said) = (names[right.targets[place].item], names[right.outputs[place].argmax(axis: 0).item])
            #expect(title == (actual == said ? actual : "\(actual) (taken for \(said))"))
        }
    }
}

@Suite struct `The loss by the kind of target` {
    @Test func `is cross-entropy for one class`() throws {
        let target = try CategoryBlock().prepared(for: ["b", "a", "b"])
        let scores = Tensor([[1, 2], [0, 0]])
        #expect(target.outputs == 2 && target.vocabulary.classes == ["a", "b"])
        expectNear(
            target.loss(scores, IntTensor([1, 0])).item, crossEntropy(scores, IntTensor([1, 0])).item, absolute: 1e-6)
        expectNear(target.activated(scores)[1, 0].item, 0.5, absolute: 1e-6)
    }

    @Test func `is binary cross-entropy for several`() throws {
        let target = try MultiCategoryBlock().prepared(for: [["car"], [], ["person", "car"]])
        #expect(try target.label(of: ["person"]).scalars == [0, 1])
        let (scores, targets) = (Tensor([[1, -2], [0, 3]]), Tensor([[1, 0], [0, 1]]))
        expectNear(
            target.loss(scores, targets).item, binaryCrossEntropyWithLogits(scores, targets).item, absolute: 1e-6)
        #expect(target.value(of: Tensor([0.9, 0.4])) == ["car"] && target.text(of: []) == "nothing")
        #expect(throws: TargetProblem.self) { try target.label(of: ["tree"]) }
    }

    @Test func `is the mean squared error for numbers and points`() throws {
        let numbers = RegressionBlock(2)
        #expect(numbers.loss(Tensor([[1, 2]]), Tensor([[0, 4]])).item == 2.5)
        #expect(throws: TargetProblem.self) { try numbers.label(of: [1]) }
        let points = PointBlock()
        let middle = try points.label(of: KeyPoints([Point(5, 10)], in: Size2D(20, 10)))
        let batch = KeyPoints.collate([middle])
        #expect(batch.scalars == [0, 0] && points.loss(Tensor([[1, 0]]), batch).item == 0.5)
        #expect(points.text(of: middle) == "(0.00, 0.00)" && points.outputs == 2)
    }

    @Test func `is cross-entropy over pixels for masks`() throws {
        let target = MaskBlock(codes: ["sky", "car"])
        let mask = Mask(height: 1, width: 3, codes: [0, 1, 1])
        let (scores, batch) = (Tensor(shape: [1, 2, 1, 3], [2, 0, 1, 0, 0, 5]), Mask.collate([mask]))
        expectNear(
            target.loss(scores, batch).item, crossEntropy(scores, batch, axis: 1).item, absolute: 1e-6)
        expectNear(target.losses(scores, batch).item, target.loss(scores, batch).item, absolute: 1e-6)
        #expect(target.value(of: scores[0]).codes == [0, 0, 1] && target.value(in: batch, at: 0) == mask)
        #expect(target.text(of: mask) == "67 % car, 33 % sky")
        #expect(throws: TargetProblem.self) { try target.label(of: Mask(height: 1, width: 1, codes: [2])) }
    }
}
