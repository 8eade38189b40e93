// Questions 13.29 to 13.37: batch size, one cycle, and the picture of a training.

import Figures
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Chapter13

/// What the optimizer had in each batch of a training with one cycle up to 0.06: 40 batches of 10 digits.
private func recordedCycle() throws -> Recorder {
    let learner = smallLearner(seededCNN(), batchSize: 10)
    try EpochReporting.silently { try learner.fitOneCycle(4, learningRate: 0.06) }
    return learner.recorder
}

/// Neighbours that are alike become one.
private func withoutRepeats(_ colours: [Colour]) -> [Colour] {
    colours.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
}

extension `13 Questionnaire` {
    /// 13.29 · What speaks for a larger batch, and what against it?
    ///
    /// Its gradient is more accurate, because it is a mean over more items; the error falls with the root of their
    /// number. But there are fewer batches in an epoch, and so fewer steps in which the weights can change.
    ///
    /// - Shown by: `betterGradients` in Chapters/13-ConvolutionalNets/11-BatchSize.swift
    @Test func `13.29 sixteen times as many items: a quarter of the error, and a sixteenth of the steps`() {
        var random = SplitMix64(seed: 1329)
        let x = Tensor.randn(20_000, using: &random) + 0.5
        // The gradient of the mean of (w − x)² / 2 at w = 0 is the mean of −x.
        func error(_ size: Int) -> Double {
            let gradients = (0..<400).map { _ in
                -x.rows(Array(random.permutation(20_000).prefix(size))).mean().item
            }
            let whole = Double(-x.mean().item)
            return (gradients.reduce(0) { $0 + pow(Double($1) - whole, 2) } / 400).squareRoot()
        }
        #expect((3.3...4.7).contains(error(16) / error(256)))
        let images = Array(repeating: Float(0), count: 60_000)
        #expect([64, 512].map { DataLoader(images, batchSize: $0).count } == [938, 118])
    }

    /// 13.30 · Why should a training not begin with a high learning rate?
    ///
    /// The weights at the start are random and do not suit the task. There the gradients are large and change quickly,
    /// so long steps lead far away, and the training is likely to diverge at once.
    ///
    /// - Shown by: `trainingWithOneCycle` in Chapters/13-ConvolutionalNets/12b-TrainingWithOneCycle.swift
    @Test func `13.30 the rate that diverges at the start does well after a warm-up`() {
        func walk(_ rate: (Double) -> Double) -> Double {
            var x = 5.0  // the loss is x⁴: steep where we begin, flat where we want to go
            for step in 0..<200 { x -= rate(Double(step) / 200) * 4 * x * x * x }
            return abs(x)
        }
        #expect(!walk { _ in 0.06 }.isFinite)
        #expect(walk(OneCycle(peak: 0.06).rate) < 0.3)
    }

    /// 13.31 · What is 1cycle training?
    ///
    /// A training with a schedule for the learning rate: it rises from a low value to a maximum (warm-up), and then
    /// falls to a very low one (annealing). In the library the rise takes a quarter of the batches, from 1/25 of the
    /// maximum; the end is 1/100,000 of it, and both ways are half waves of a cosine.
    ///
    /// - Shown by: `OneCycle` in Chapters/13-ConvolutionalNets/12-OneCycle.swift
    /// - Shown by: `fitOneCycle` in Sources/Engine/Training/Learner+Schedules.swift
    @Test func `13.31 up for a quarter of the batches, then down to almost nothing`() throws {
        let (rates, cycle) = (try recordedCycle().learningRates, OneCycle(peak: 0.06))
        #expect(rates.count == 40)
        expectClose(Tensor(rates), Tensor((0..<40).map { Float(cycle.rate(Double($0) / 40)) }))
        let top = rates.firstIndex(of: rates.max()!)!
        #expect(
            top == 10 && rates[...top] == rates[...top].sorted()[...]
                && rates[top...] == ArraySlice(rates[top...].sorted(by: >)))
        expectClose(
            Tensor([0, 0.25, 0.5, 1].map { Float(cycle.rate($0)) }), Tensor([0.0024, 0.06, 0.045, 6e-7]), absolute: 1e-6
        )
    }

    /// 13.32 · What are the benefits of high learning rates?
    ///
    /// Training is faster (super-convergence). And there is less overfitting, because long steps do not stay in sharp
    /// minima; they end in a smooth region, where the loss changes little if the input changes a little. That is what a
    /// model that generalizes looks like.
    ///
    /// - Shown by: `sharpMinima` in Chapters/13-ConvolutionalNets/12b-TrainingWithOneCycle.swift
    @Test func `13.32 faster, and past the sharp minimum into the wide one, where a shift costs less`() {
        func walk(from start: Double, _ rate: Double, _ steps: Int) -> Double {
            var x = start
            for _ in 0..<steps { x -= rate * (sharpAndWide(x + 1e-5) - sharpAndWide(x - 1e-5)) / 2e-5 }
            return x
        }
        #expect(abs(walk(from: -2.05, 0.01, 300) + 2) < 0.01 && abs(walk(from: -2.05, 0.2, 300) - 2) < 0.01)
        #expect(sharpAndWide(-2 - 0.2) - sharpAndWide(-2) > 10 * (sharpAndWide(2 - 0.2) - sharpAndWide(2)))
        #expect(abs(walk(from: 1, 0.2, 20) - 2) < 0.05 && abs(walk(from: 1, 0.01, 20) - 2) > 0.5)
    }

    /// 13.33 · Why should the learning rate be low at the end?
    ///
    /// So that training settles in the best part of the smooth region that it has found. With long steps it would jump
    /// over the minimum again and again.
    ///
    /// - Shown by: `lowAtTheEnd` in Chapters/13-ConvolutionalNets/12b-TrainingWithOneCycle.swift
    @Test func `13.33 short steps settle, long ones jump over the minimum`() {
        func distance(_ rate: (Double) -> Double) -> Float {
            var random = SplitMix64(seed: 1333)
            var x = Tensor.full(5, [2000])
            for step in 0..<200 {
                let gradient = 2 * x + 2 * Tensor.randn(2000, using: &random)
                x = x - gradient * Float(rate(Double(step) / 200))
            }
            return x.abs().mean().item
        }
        #expect(distance(OneCycle(peak: 0.3).rate) < distance { _ in 0.3 } / 2)
    }

    /// 13.34 · What is cyclical momentum?
    ///
    /// Momentum that varies in the opposite direction to the learning rate: it falls (from 0.95 to 0.85) while the rate
    /// rises, and rises to 0.95 again while the rate falls. So it is low where the rate is high.
    ///
    /// - Shown by: `plotSched` in Chapters/13-ConvolutionalNets/12-OneCycle.swift
    @Test func `13.34 down where the rate goes up, and up where it goes down`() throws {
        let recorder = try recordedCycle()
        let (rates, momenta) = (recorder.learningRates, recorder.momenta)
        #expect(
            zip(zip(rates, rates.dropFirst()), zip(momenta, momenta.dropFirst())).allSatisfy { rate, momentum in
                (rate.1 > rate.0) == (momentum.1 < momentum.0)
            })
        #expect(momenta[0] == 0.95 && abs(momenta.min()! - 0.85) < 1e-6)
        #expect(momenta.firstIndex(of: momenta.min()!) == rates.firstIndex(of: rates.max()!))
        let cycle = OneCycle(peak: 0.06)
        expectClose(
            Tensor([0, 0.25, 0.5, 1].map { Float(cycle.momentum($0)) }), Tensor([0.95, 0.85, 0.875, 0.95]))
    }

    /// 13.35 · Which callback keeps track of hyperparameters, and of other data, during training?
    ///
    /// The `Recorder`: learning rate and momentum of every batch, its loss, and for every epoch the losses, the metrics
    /// and the time. `plot_sched` draws what it has.
    ///
    /// - Shown by: `plotSched` in Chapters/13-ConvolutionalNets/12-OneCycle.swift
    /// - Shown by: `Recorder` in Sources/Engine/Training/Recorder.swift
    @Test func `13.35 the recorder has rates, momenta and losses of all batches`() throws {
        let recorder = try recordedCycle()
        #expect([recorder.learningRates, recorder.momenta, recorder.batchLosses].map(\.count) == [40, 40, 40])
        #expect(
            recorder.columns == ["train_loss", "valid_loss", "accuracy"] && recorder.rows.map(\.epoch) == [0, 1, 2, 3])
        let drawn = try plotSched(recorder).charts.map { try $0.fileData() }
        let expected = [
            Chart("Learning rate", x: "batch", y: "rate") { Line(recorder.learningRates) },
            Chart("Momentum", x: "batch", y: "momentum") { Line(recorder.momenta, colour: .orange) },
        ]
        #expect(try drawn == expected.map { try $0.fileData() })
    }

    /// 13.36 · What is one column of pixels in `color_dim`?
    ///
    /// The histogram of a layer's activations in one batch. Activation 0 is at the bottom, and the colour of a pixel is
    /// the logarithm of how many activations (plus one) fall into its bin.
    ///
    /// - Shown by: `colorDim` in Chapters/13-ConvolutionalNets/12c-ColorDim.swift
    @Test func `13.36 a column has the colours of one batch's histogram, and the columns are in the batches' order`()
        throws
    {
        // One image at a time.
        let all = fewDigits(2)
        let digits = TensorDataset(all.inputs.rows([0, 5, 10, 15]), all.targets.rows([0, 5, 10, 15]))
        let (net, stats) = (seededCNN(), ActivationStats(withHistogram: true))
        let loader = DataLoader(digits, batchSize: 1)
        let learner = Learner(DataLoaders(loader, loader), net, loss: { crossEntropy($0, $1) }, callbacks: [stats])
        try EpochReporting.silently { try learner.fit(1, learningRate: 0) }
        let (picture, counts) = (stats.colorDim(0), stats.layers[0].map(\.histogram))
        let largest = counts.flatMap { $0 }.map { log1p(Float($0)) }.max()!
        // From the bottom to the top: a colour for each bin, by the logarithm of 1 + count.
        func hasColours(_ x: Int, of batch: [Int]) -> Bool {
            let expected = batch.map { strips(Double(log1p(Float($0)) / largest)) }
            let found = (0..<picture.height).reversed().map { picture[x, $0] }
            return withoutRepeats(found.filter(Set(expected).contains)) == withoutRepeats(expected)
        }
        let places = counts.map { batch in (0..<picture.width).filter { hasColours($0, of: batch) } }
        #expect(Set(counts).count == 4 && places.allSatisfy { $0.count == 40 })  // pixels
        #expect(places.flatMap { $0 } == Array(places[0][0]..<places[0][0] + 160))
    }

    /// 13.37 · What does bad training look like in `color_dim`, and why?
    ///
    /// Nearly all activations are near zero at first: dark, with a light line at the bottom. Then the number of others
    /// grows exponentially, goes too far and collapses; it begins again at the bottom, several times perhaps. Each
    /// crash leaves many activations near zero, and the training almost starts over.
    ///
    /// - Shown by: `readingTheColours` in Chapters/13-ConvolutionalNets/12c-ColorDim.swift
    @Test func `13.37 growth, a crash, and zeros`() throws {
        let (net, stats) = (seededCNN(), ActivationStats(withHistogram: true))
        // A rate that is far too high.
        try EpochReporting.silently { try smallLearner(net, callbacks: [stats]).fit(10, learningRate: 0.5) }
        let entries = stats.entries(of: -2)
        let deviations = entries.map(\.deviation)
        let peak = deviations.firstIndex(of: deviations.max()!)!
        #expect(deviations[peak] > 10 * deviations[0])
        #expect(deviations[peak...].min()! < deviations[peak] / 2)
        #expect(entries.last!.nearZero > 0.9)
        // In the picture: nearly all that is left of the last column lies in its lowest bin, or below the picture.
        #expect(entries.last!.histogram.dropFirst().reduce(0, +) < entries.last!.histogram.count * 4)
    }
}
