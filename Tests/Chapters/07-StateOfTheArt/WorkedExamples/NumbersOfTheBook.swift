// The book's worked examples of sections 7.1 to 7.3, and what the chapter builds there.

import Chapter07
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Vision

@Suite struct `7.1 The net and the classes` {
    @Test func `the accuracies of the book are right answers of 2678`() {
        for (accuracy, count) in [(0.401792, 1076), (0.825243, 2210), (0.824496, 2208), (0.863331, 2312)] {
            #expect(countBehind(rate: accuracy, of: 2678) == count)
            #expect(countBehind(rate: accuracy, of: 3925) == nil)
        }
        #expect(countBehind(rate: 0.75, of: 4) == 3 && countBehind(rate: 0.7, of: 4) == nil)
    }

    @Test func `xresnet50 has the parameters of a ResNet-50 with a deep stem`() {
        var random = SplitMix64(seed: 1)
        let body = XResNetPlan.xResNet50.body(using: &random)
        #expect(body.channels == 2048)
        #expect(body.layers.parameterCount + 2048 * 1000 + 1000 == 25_576_264)
        let small = XResNetPlan.small.body(using: &random)
        #expect(small.channels == 64 && small.groups.count == 2)
    }

    @Test(arguments: [20, 28, 33, 48, 64]) func `the net takes photos of any size`(_ size: Int) {
        var random = SplitMix64(seed: 1)
        let body = XResNetPlan.small.body(using: &random)
        let quarter = (((size + 1) / 2) + 1) / 2
        let last = (((quarter + 1) / 2) + 1) / 2
        #expect(body.layers(.zeros(2, 3, size, size)).shape == [2, 64, last, last])
    }

    @Test(arguments: [true, false]) func `a block begins as its shortcut`(_ hasNorm: Bool) {
        var random = SplitMix64(seed: 1)
        let x = Tensor.randn(2, 8, 7, 7, using: &random)
        let same = XResBlock(8, 8, hasNorm: hasNorm, using: &random)
        #expect(same(x).scalars == x.relu().scalars)
        for expansion in [1, 4] {
            let other = XResBlock(8, 6, stride: 2, expansion: expansion, hasNorm: hasNorm, using: &random)
            #expect(other(x).shape == [2, 6 * expansion, 4, 4])
            #expect(other(x).scalars == other.shortcut(x).relu().scalars)
        }
    }

    @Test func `a model's file with such a net is read into a new one`() throws {
        let learner = try colourLearner(16)
        try withFolder { folder in
            let file = folder.appending(path: "model")
            try learner.export(to: file)
            let model = try PhotoModel<CategoryBlock>(file, architectures: [Architecture(tinyPlan)])
            let photo = learner.data.datasets.valid.photos[0]
            #expect(try model.predict(photo).outputs.scalars == learner.predict(photo).outputs.scalars)
            #expect(throws: ModelFileProblem.self) { try PhotoModel<CategoryBlock>(file) }
        }
    }
}

@Suite struct `7.2 Normalization` {
    @Test func `black and white with ImageNet's numbers`() {
        let after = Normalization.imageNet(Tensor(shape: [2, 3, 1, 1], [0, 0, 0, 1, 1, 1]))
        expectClose(after[0].flattened(), Tensor([-2.1179, -2.0357, -1.8044]), absolute: 1e-4)
        expectClose(after[1].flattened(), Tensor([2.2489, 2.4286, 2.6400]), absolute: 1e-4)
    }

    @Test func `the statistics are those of all pixels of a channel`() {
        let x = Tensor(shape: [2, 3, 1, 2], [0, 2, 5, 5, 1, 1, 4, 6, 5, 5, 1, 3])
        let (mean, deviation) = channelStatistics(x)
        expectClose(mean, Tensor([3, 5, 1.5]), absolute: 1e-6)
        let third: Float = 1.0 / 3  // divided by n - 1, as PyTorch does
        expectClose(deviation, Tensor([(20 * third).squareRoot(), 0, 1]), absolute: 1e-5)
    }

    @Test func `the nearest middle`() {
        let middles = Tensor([[0, 0], [10, 0], [0, 10]])
        #expect(nearest(Tensor([[1, 2], [6, 1], [4, 7], [10, 0]]), to: middles) == [0, 1, 2, 1])
    }
}

@Suite struct `7.3 Progressive resizing` {
    @Test func `measuring norms moves their averages and nothing else`() throws {
        let learner = try colourLearner(16)
        let before = learner.net.stateDictionary
        measureNorms(of: learner.net, try [learner.data.oneBatch().0])
        let after = learner.net.stateDictionary
        for (name, value) in before {
            let isAverage = name.contains("running")
            #expect((after[name]!.scalars != value.scalars) == isAverage, "\(name)")
        }
        #expect(!learner.net.isTraining)
    }

    @Test(arguments: [1, 2, 7]) func `sizes begin and end where they should`(_ epochs: Int) {
        let sizes = resizingSteps(from: 32, to: 96, epochs: epochs, multiple: 16)
        #expect(sizes.count == epochs && sizes.last == 96 && sizes == sizes.sorted())
        #expect(sizes.allSatisfy { $0 % 16 == 0 } && (epochs == 1 || sizes[0] == 32))
        #expect(resizingSteps(from: 5, to: 9, epochs: 2, multiple: 8) == [8, 8])
    }
}
