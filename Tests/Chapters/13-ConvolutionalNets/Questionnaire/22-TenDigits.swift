// Questions 13.22 to 13.28: the data, the net for ten digits, and what its layers give.

import Figures
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Chapter13

extension `13 Questionnaire` {
    /// 13.22 · Which method shows what is inside `DataLoaders`?
    ///
    /// `show_batch`, `showBatch` here: it draws the first images of a batch, each with its label, as pictures that
    /// people can look at, so normalizing is undone. Looking starts no epoch.
    ///
    /// - Shown by: `showBatch` in Chapters/13-ConvolutionalNets/10-TenDigits.swift
    @Test func `13.22 showBatch draws a batch with its labels`() {
        var random = SplitMix64(seed: 1322)
        let digits = fewDigits(3)
        let train = DataLoader(digits, batchSize: 12, shuffledUsing: &random)
        let normalize = Normalize(measuredOn: digits.inputs)
        let batches = DigitBatches(loaders: DataLoaders(train, train), normalize: normalize)
        let grid = batches.showBatch()
        let (x, y) = train.first!
        #expect(grid.titles == y.scalars.prefix(9).map { "\($0)" } && grid.images.count == 9 && grid.columns == 3)
        #expect(grid.images[4] == Raster(normalize.undone(x[4, 0]), colours: .ink))
        #expect(batches.showBatch().images == grid.images)
        #expect(batches.showBatch(50).images.count == 12)
    }

    /// 13.23 · Why are there twice as many filters after each convolution of stride 2?
    ///
    /// Because there are four times fewer places. With as many channels as before, a layer would have to get by with a
    /// quarter of the numbers; with twice as many it is half, and the work for each layer stays about the same. Deeper
    /// layers need more features anyway, since they tell more kinds of things apart.
    ///
    /// - Shown by: `digitCNN` in Chapters/13-ConvolutionalNets/10b-MoreFilters.swift
    @Test func `13.23 half of the numbers, and about the same work`() {
        let rows = seededCNN().summary(of: .zeros(1, 1, 28, 28)).rows.filter { $0.type == "Conv2d" }
        let outputs = rows.map { $0.output!.reduce(1, *) }
        #expect(outputs == [1568, 784, 512, 256, 10])  // halved but for rounding: 7 becomes 4, not 3.5
        #expect(rows.map { 8 * $0.output![2] * $0.output![3] } == [1568, 392, 128, 32, 8])  // always 8
        let work = rows.map { ($0.parameters - $0.output![1]) * $0.output![2] * $0.output![3] }
        #expect(work == [39200, 56448, 73728, 73728, 5760])
    }

    /// 13.24 · Why has the first convolution of `simple_cnn` a larger kernel than the others?
    ///
    /// It makes eight numbers of each window. With a kernel of 3 × 3 a window has nine, so a layer could keep nearly
    /// everything without learning anything; with 5 × 5 there are 25 numbers for eight filters, and they have to choose
    /// what is worth keeping. Useful features arise only where far fewer numbers come out than go in.
    ///
    /// - Shown by: `whatAWindowKeeps` in Chapters/13-ConvolutionalNets/10b-MoreFilters.swift
    @Test(arguments: [(3, 8.0 / 9), (5, 8.0 / 25)])
    func `13.24 random filters keep 8 of 9 numbers, but not 8 of 25`(_ window: Int, _ expected: Double) {
        #expect(seededCNN().parameters[0].shape == [8, 1, 5, 5])
        var random = SplitMix64(seed: 1324)
        let images = Tensor.randn(100, 1, 28, 28, using: &random)
        let kept = shareKept(images, by: orthonormalFilters(8, window: window, using: &random))
        #expect(abs(Double(kept) - expected) < 0.02)
    }

    /// 13.25 · What does `ActivationStats` store for each layer?
    ///
    /// For each trainable layer and each training batch: the mean and the standard deviation of what the layer gives,
    /// the share of these numbers that is near zero (0.05 or less), and, if wanted, a histogram of 40 bins from 0 to
    /// 10. Nothing of the validation batches.
    ///
    /// - Shown by: `ActivationStats` in Chapters/13-ConvolutionalNets/10c-ActivationStats.swift
    @Test func `13.25 mean, deviation, near zero and histogram, layer by layer and batch by batch`() throws {
        let (net, stats) = (seededCNN(), ActivationStats(withHistogram: true))
        var outputs: [Tensor] = []
        let first = (net[0] as! Sequential)[0]
        let hook = first.onForward { _, y in outputs.append(y.detached()) }
        // With a rate of 0 the net stays as it is.
        try EpochReporting.silently { try smallLearner(net, callbacks: [stats]).fit(1, learningRate: 0) }
        hook.remove()
        #expect(stats.layers.map(\.count) == [4, 4, 4, 4, 4] && outputs.count == 6)
        for (entry, y) in zip(stats.layers[0], outputs) {
            expectClose(
                Tensor([entry.mean, entry.deviation]), Tensor([y.mean().item, y.std().item]), absolute: 1e-5)
            let (all, counted) = (y.scalars, y.scalars.filter { $0 >= 0 && $0 <= 10 })
            #expect(entry.nearZero == Float(all.count { $0 <= 0.05 }) / Float(all.count))
            #expect(entry.histogram.count == 40 && entry.histogram.reduce(0, +) == counted.count)
            #expect(
                entry.histogram[0] == counted.count { $0 < 0.25 }
                    && entry.histogram[2] == counted.count { 0.5..<0.75 ~= $0 })
        }
    }

    /// 13.26 · How do you get at a learner's callback after training?
    ///
    /// In fastai as a property of the learner, named like the class in snake case: `learn.activation_stats` is the
    /// callback of class `ActivationStats`, as `learn.recorder` is the `Recorder`. Here by its type,
    /// `learner.callback(ActivationStats.self)`, or by that name.
    ///
    /// - Shown by: `callbacksByName` in Chapters/13-ConvolutionalNets/10c-ActivationStats.swift
    @Test func `13.26 by its type, or by its name in snake case`() {
        let stats = ActivationStats()
        let (learner, without) = (smallLearner(seededCNN(), callbacks: [stats]), smallLearner(seededCNN()))
        #expect(learner.callback(ActivationStats.self) === stats && without.callback(ActivationStats.self) == nil)
        #expect(learner[callback: "activation_stats"] === stats && learner[callback: "activationStats"] == nil)
        #expect(
            learner[callback: "recorder"] === learner.recorder && learner.callback(Recorder.self) === learner.recorder)
        #expect(
            ["ActivationStats", "Recorder", "LRFinder"].map(snakeCase) == [
                "activation_stats", "recorder", "l_r_finder",
            ])
    }

    /// 13.27 · Which three statistics does `plot_layer_stats` draw, and what is on the x axis?
    ///
    /// Mean, standard deviation, and the share of activations near zero. The x axis is the number of the training
    /// batch.
    ///
    /// - Shown by: `plotLayerStats` in Chapters/13-ConvolutionalNets/10e-WhereItDied.swift
    @Test func `13.27 mean, deviation and near zero, against the batch`() throws {
        let stats = ActivationStats()
        try EpochReporting.silently {
            try smallLearner(seededCNN(), callbacks: [stats]).fit(2, learningRate: 0.01)
        }
        let entries = stats.layers[3]
        #expect(entries.count == 8)
        let grid = stats.plotLayerStats(-2)
        #expect(grid.charts.map(\.xLabel) == ["batch", "batch", "batch"])
        for (chart, values) in zip(
            grid.charts, [entries.map(\.mean), entries.map(\.deviation), entries.map(\.nearZero)])
        {
            var expected = chart
            expected.series = [Line(0..<8, values, colour: chart.series[0].colour).series]
            #expect(try chart.fileData() == expected.fileData())
        }
        #expect(grid.charts.map(\.title) == ["Mean", "Standard deviation", "Near zero or below"])
    }

    /// 13.28 · Why are activations near zero a problem?
    ///
    /// They compute nothing: whatever a 0 is multiplied by gives 0, and the weights that it is multiplied by get no
    /// gradient. The next layer gets less to work with, so zeros beget zeros in later layers. If a whole layer is zero,
    /// the net gives the same for every image.
    ///
    /// - Shown by: `whereItDied` in Chapters/13-ConvolutionalNets/10e-WhereItDied.swift
    @Test func `13.28 a layer of zeros says the same to every image, and learns nothing`() {
        let (net, digits) = (seededCNN(), fewDigits(2))
        func spread() -> Float { noGrad { net(digits.inputs).std(axes: [0]).max().item } }
        #expect(spread() > 0)
        let third = (net[2] as! Sequential)[0] as! Conv2d
        third.bias!.assign(.full(-1000, [32]))
        #expect(spread() == 0 && favourite(net, digits.inputs) == 1)
        crossEntropy(net(digits.inputs), digits.targets).backward()
        let learning = net.parameters.map { $0.grad!.abs().max().item > 0 }
        // Weight and bias of five layers. Behind the zeros learning begins with a bias; before them nothing learns.
        #expect(learning == [false, false, false, false, false, false, false, true, true, true])
    }
}
