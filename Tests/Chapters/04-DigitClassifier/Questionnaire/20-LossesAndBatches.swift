// Questions 4.20 to 4.25: losses, metrics and batches.

import Chapter04
import Figures
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `4 Questionnaire` {
    /// 4.20 · What is wrong with accuracy as a loss?
    ///
    /// It only changes when an item changes sides. Between such jumps it is flat: its slope is 0 almost everywhere, a
    /// step along a slope of 0 goes nowhere, and so nothing would be learned. At the jump itself there is no slope
    /// either: the smaller the nudge, the steeper it seems, without limit. A loss has to answer to every small change.
    ///
    /// - Shown by: `slopeOfAccuracy` in Chapters/04-DigitClassifier/10b-AccuracyIsNoLoss.swift
    @Test func `4.20 accuracy is flat, but for a jump without a slope`() {
        func slope(_ measure: (Tensor, Tensor) -> Float, at score: Float, nudge: Float = 0.01) -> Float {
            let (before, after) = (measure(Tensor([score]), Tensor([1])), measure(Tensor([score + nudge]), Tensor([1])))
            return (after - before) / nudge
        }
        #expect([-3, -0.5, 0.5, 3].map { slope(thresholdAccuracy, at: $0) } == [0, 0, 0, 0])
        #expect([0.1, 0.01, 0.001].map { slope(thresholdAccuracy, at: 0, nudge: $0).rounded() } == [10, 100, 1000])
        #expect([-3, -0.5, 0, 0.5, 3].allSatisfy { slope({ mnistLoss($0, $1).item }, at: $0) < -0.01 })
    }

    /// 4.21 · Draw a sigmoid. What is so useful about its shape?
    ///
    /// It is a stretched S that rises from 0, passes 0.5 at x = 0, and approaches 1. Any number becomes one between 0
    /// and 1, which can be read as a probability. It is smooth and rises everywhere, so there is a slope to follow:
    /// 0.25 in the middle, and less and less towards the ends. (A `Float` has only so many digits. From about 17 on,
    /// the sigmoid y is exactly 1, and its slope y · (1 - y) is exactly 0: such a score learns nothing any more.)
    ///
    /// - Shown by: `sigmoid` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    /// - Shown by: `sigmoidFunction` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    @Test func `4.21 the sigmoid rises from 0 to 1, most steeply in the middle`() {
        let y = sigmoid(Tensor.linspace(-8, 8, 161)).scalars
        #expect(y.allSatisfy { $0 > 0 && $0 < 1 } && zip(y, y.dropFirst()).allSatisfy(<))
        #expect(sigmoid(Tensor(16)).item < 1 && sigmoid(Tensor(17)).item == 1)  // in Float
        let x = Tensor([-10, -4, 0, 4, 10, 17]).requiringGrad()
        x.sigmoid().sum().backward()
        expectClose(x.grad!, Tensor([4.54e-5, 0.01766, 0.25, 0.01766, 4.54e-5, 0]), absolute: 0, relative: 3e-3)
        let chart = Chart("Sigmoid") { Line.function(-8...8, samples: 9) { sigmoid($0) } }
        let heights = Tensor([0, 0.002, 0.018, 0.119, 0.5, 0.881, 0.982, 0.998, 1])
        expectClose(drawnHeights(chart), heights, absolute: 0.002)
    }

    /// 4.22 · Loss and metric both judge a model. What sets them apart?
    ///
    /// The loss is for the machine: it must have a slope that training can follow. The metric is for people: it says
    /// what they care about, and needs no slope. Models are chosen by the metric and trained by the loss.
    ///
    /// - Shown by: `slopeOfTheLoss` in Chapters/04-DigitClassifier/11b-LossOrMetric.swift
    /// - Shown by: `batchAccuracy` in Chapters/04-DigitClassifier/13b-Epochs.swift
    @Test func `4.22 the model with the better loss has the worse accuracy`() {
        let targets = Tensor([[1], [0], [1]])
        let (timid, bold) = (Tensor([[0.1], [-0.1], [0.1]]).requiringGrad(), Tensor([[9], [-9], [-0.1]]))
        #expect(batchAccuracy(timid, targets) == 1 && batchAccuracy(bold, targets) < 0.7)
        #expect(mnistLoss(timid, targets).item > mnistLoss(bold, targets).item)
        mnistLoss(timid, targets).backward()
        #expect(timid.grad!.abs().min().item > 0.08)  // every score, right or wrong, is told to go further
    }

    /// 4.23 · Which part of training computes the new weights from the gradients and the learning rate?
    ///
    /// The optimizer, in its `step`: from every parameter it subtracts the gradient times the learning rate.
    ///
    /// - Shown by: `BasicOptimizer` in Chapters/04-DigitClassifier/14-Optimizer.swift
    /// - Shown by: `SGD` in Sources/Engine/Training/SGD.swift
    @Test func `4.23 an optimizer's step`() {
        for make in [BasicOptimizer.init, SGD.init] as [([Parameter], Float) -> any Optimizer] {
            let w = Parameter(Tensor([2, 5]))
            (w.value * Tensor([3, -1])).sum().backward()
            make([w], 0.5).step()
            #expect(w.value.scalars == [0.5, 5.5])  // 2 - 0.5 · 3 and 5 + 0.5 · 1
        }
    }

    /// 4.24 · What is a `DataLoader` for?
    ///
    /// It makes mini-batches out of any collection: each pass hands out every item once, a batch at a time, in a new
    /// random order if you like. The items of a batch are combined into tensors, one of inputs and one of targets.
    ///
    /// - Shown by: `miniBatches` in Chapters/04-DigitClassifier/12-MiniBatches.swift
    /// - Shown by: `DataLoader` in Sources/Engine/Training/DataLoader.swift
    @Test func `4.24 fifteen pairs, six at a time`() {
        var random = SplitMix64(seed: 424)
        let pairs = (0..<15).map { ($0, Float($0 * $0)) }
        let loader = DataLoader(pairs, batchSize: 6, shuffledUsing: &random)
        let (epoch, next) = (Array(loader), Array(loader))
        #expect(epoch.map { $0.0.shape } == [[6], [6], [3]])
        #expect(epoch.flatMap { $0.0.scalars }.sorted() == Array(0..<15))
        #expect(epoch.map { $0.0.scalars } != next.map { $0.0.scalars })
        for (numbers, squares) in epoch { #expect(squares.scalars == Tensor(numbers).squared().scalars) }
    }

    /// 4.25 · Write down, in pseudocode, what an epoch of SGD does.
    ///
    /// For each batch x, y: predict from x; compute the loss against y; go backward; subtract gradient times learning
    /// rate from every parameter; clear the gradients.
    ///
    /// - Shown by: `trainEpoch` in Chapters/04-DigitClassifier/13-TrainingLoop.swift
    @Test func `4.25 the pseudocode is trainEpoch`() {
        let batches = DataLoader(madeUpDigits(40, seed: 425), batchSize: 16)
        var (mine, theirs) = (fewWeights(), fewWeights())
        for (x, y) in batches {
            mnistLoss(linear1(x, mine), y).backward()
            for k in mine.indices { mine[k] = (mine[k].detached() - 0.1 * mine[k].grad!).requiringGrad() }  // no grad
        }
        trainEpoch(batches, linear1, &theirs, learningRate: 0.1)
        for (a, b) in zip(mine, theirs) { expectClose(a, b) }
    }
}

/// How high the points of a chart's curve are in the picture, from 0 for the lowest to 1 for the highest.
func drawnHeights(_ chart: Chart) -> Tensor {
    let path = chart.svg.firstMatch(of: /<path d="M([^"]+)"/)?.1 ?? ""
    let down = Tensor(path.split(separator: "L").map { Float($0.split(separator: " ")[1])! })  // y grows downwards
    return (down.max() - down) / (down.max() - down.min())
}
