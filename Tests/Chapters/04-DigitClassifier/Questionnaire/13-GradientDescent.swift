// Questions 4.13 to 4.25: learning by steps.

import Chapter04
import Figures
import Layers
import Notebook
import Tensors
import TestSupport
import Testing
import Training

extension `4 Questionnaire` {
    /// 4.13 · A step could look at one item, or at all of them. Why does SGD take a mini-batch?
    ///
    /// All items give the exact gradient, but one step then costs a pass through all the data. A single item is quick,
    /// but its gradient jumps about. A mini-batch averages the jumps out, and still allows many steps per epoch; the
    /// processor is also more efficient with more work at once.
    ///
    /// - Shown by: `miniBatches` in Chapters/04-DigitClassifier/12-MiniBatches.swift
    @Test func `4.13 the mean of 64 gradients jumps less than each of them`() {
        var random = SplitMix64(seed: 413)
        let gradients = Tensor.randn(4096, using: &random) + 3
        func spread(_ batchSize: Int) -> Float { gradients.reshaped(-1, batchSize).mean(axis: 1).std().item }
        #expect(spread(1) > 0.9)
        #expect(spread(64) < 1.3 * spread(1) / 8)  // the root of 64 times less
    }

    /// 4.14 · What are the seven steps of learning by SGD?
    ///
    /// Initialise the parameters; predict; compute the loss; compute its gradient for every parameter; step against
    /// the gradient; repeat from the prediction; stop when the model is good enough or time is up.
    ///
    /// - Shown by: `gradientDescent` in Chapters/04-DigitClassifier/05-GradientDescent.swift
    /// - Shown by: `applyStep` in Chapters/04-DigitClassifier/08-RollerCoaster.swift
    @Test func `4.14 seven steps down a parabola`() {
        var x = Tensor(-1.5).requiringGrad()  // 1 initialise
        for _ in 0..<25 {  // 6 repeat; 7 stop, after 25
            let loss = parabola(x)  // 2 predict, 3 loss
            loss.backward()  // 4 gradient
            noGrad { x -= x.grad! * 0.1 }  // 5 step
            x.grad = nil
        }
        #expect(abs(x.item) < 0.01)
    }

    /// 4.15 · The weights need values before the first step. Which values do we give them?
    ///
    /// Random ones, from a normal distribution around 0 (with a standard deviation of our choice). Random is good
    /// enough, because training will improve them. Here the generator is an argument, so a run can be repeated.
    ///
    /// - Shown by: `initParams` in Chapters/04-DigitClassifier/10-Loss.swift
    @Test func `4.15 random, tracked, and the same for the same seed`() {
        var (random, again) = (SplitMix64(seed: 415), SplitMix64(seed: 415))
        let weights = initParams(784, 1, using: &random)
        #expect(weights.shape == [784, 1] && weights.requiresGrad)
        #expect(abs(weights.mean().item) < 0.15 && abs(weights.std().item - 1) < 0.1)
        #expect(weights.scalars == initParams(784, 1, using: &again).scalars)
        #expect(initParams(1000, std: 0.1, using: &random).std().item < 0.12)
    }

    /// 4.16 · What does the loss tell you?
    ///
    /// How wrong the predictions are, in one number: the smaller, the better. A prediction that gets a little better
    /// must make it a little smaller, or learning would not know which way to go.
    ///
    /// - Shown by: `mnistLoss` in Chapters/04-DigitClassifier/11b-LossOrMetric.swift
    @Test func `4.16 a better prediction has a smaller loss`() {
        let losses = [-1, 0, 0.01, 1, 5].map { mnistLoss(Tensor([[$0]]), Tensor([[1]])).item }
        #expect(zip(losses, losses.dropFirst()).allSatisfy(>))
    }

    /// 4.17 · A high learning rate would get there in fewer steps. Why not always take one?
    ///
    /// Because the slope only holds near the point where it was measured. A step that is too long lands on the other
    /// side of the valley: the loss bounces back and forth, or even grows with every step until nothing is left of
    /// the model.
    ///
    /// - Shown by: `learningRate` in Chapters/04-DigitClassifier/07-LearningRate.swift
    /// - Shown by: `descend` in Chapters/04-DigitClassifier/05-GradientDescent.swift
    @Test func `4.17 steps that are too long climb out of the valley`() {
        func distances(_ rate: Float) -> [Float] { descend(from: -1.5, learningRate: rate, steps: 9).map { abs($0) } }
        #expect(distances(0.1).last! < 0.3)  // slow and safe
        #expect(zip(distances(1.1), distances(1.1).dropFirst()).allSatisfy(<))  // further away every time
        #expect(distances(1) == Array(repeating: 1.5, count: 10))  // back and forth forever
    }

    /// 4.18 · What is a gradient?
    ///
    /// For each parameter, how fast the loss changes when that parameter grows and the others stay the same: a slope,
    /// rise over run. In deep learning the word means these numbers at the current point, not a formula.
    ///
    /// - Shown by: `gradients` in Chapters/04-DigitClassifier/06-Gradients.swift
    @Test func `4.18 a gradient is what a nudge changes`() {
        let x = Tensor([3, 4, 10]).requiringGrad()
        parabola(x).sum().backward()
        let nudged = [[3.01, 4, 10], [3, 4.01, 10], [3, 4, 10.01]].map { parabola(Tensor($0)).sum().item }
        let slopes = nudged.map { ($0 - 125) / 0.01 }
        expectClose(Tensor(slopes), x.grad!, absolute: 0.02)
    }

    /// 4.19 · Do you need to work out gradients by hand?
    ///
    /// No. Each operation of the engine knows its own derivative and notes that it was used; `backward` goes through
    /// the notes and chains the derivatives. (You are invited to write such an engine in chapter 17.)
    ///
    /// - Shown by: `gradients` in Chapters/04-DigitClassifier/06-Gradients.swift
    /// - Shown by: `backward` in Sources/Engine/Tensors/Autograd/Autograd.swift
    @Test func `4.19 the engine finds the derivative of a sigmoid put together by hand`() {
        let x = Tensor.linspace(-4, 4, 9).requiringGrad()
        let y = sigmoid(x)
        y.sum().backward()
        #expect(y.gradFn != nil)
        expectClose(x.grad!, (y * (1 - y)).detached())
    }

    /// 4.20 · What is wrong with accuracy as a loss?
    ///
    /// It only changes when an item changes sides. Between such jumps it is flat: its slope is 0 almost everywhere, a
    /// step along a slope of 0 goes nowhere, and so nothing would be learned.
    ///
    /// - Shown by: `slopeOfAccuracy` in Chapters/04-DigitClassifier/10b-AccuracyIsNoLoss.swift
    @Test func `4.20 accuracy ignores a small improvement, the loss sees it`() {
        let (scores, better, targets) = (Tensor([[-0.5], [2]]), Tensor([[-0.4], [2]]), Tensor([[1], [1]]))
        #expect(thresholdAccuracy(scores, targets) == thresholdAccuracy(better, targets))
        #expect(mnistLoss(scores, targets).item > mnistLoss(better, targets).item)
    }

    /// 4.21 · Draw a sigmoid. What is so useful about its shape?
    ///
    /// It is a stretched S that rises from 0, passes 0.5 at x = 0, and approaches 1. Any number becomes one between 0
    /// and 1, which can be read as a probability. It is smooth and rises everywhere, so there is always a slope to
    /// follow.
    ///
    /// - Shown by: `sigmoid` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    /// - Shown by: `sigmoidFunction` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    @Test func `4.21 the sigmoid rises from 0 to 1, and the chapter draws it`() throws {
        let y = sigmoid(Tensor.linspace(-8, 8, 161)).scalars
        #expect(y.allSatisfy { $0 > 0 && $0 < 1 } && y[80] == 0.5)
        #expect(zip(y, y.dropFirst()).allSatisfy(<))
        expectClose(Tensor(y), 1 - Tensor(y.reversed()))
        let page = try Run.capture(DigitClassifier.self, sections: [11])
        #expect(page.outputs.contains { $0.kind == .figure && $0.caption == "The sigmoid" })
    }

    /// 4.22 · Loss and metric both judge a model. What sets them apart?
    ///
    /// The loss is for the machine: it must have a slope that training can follow. The metric is for people: it says
    /// what they care about, and needs no slope. Models are chosen by the metric and trained by the loss.
    ///
    /// - Shown by: `slopeOfTheLoss` in Chapters/04-DigitClassifier/11b-LossOrMetric.swift
    /// - Shown by: `batchAccuracy` in Chapters/04-DigitClassifier/13-TrainingLoop.swift
    @Test func `4.22 two models with one accuracy and two losses`() {
        let (timid, sure, targets) = (Tensor([[1], [-1]]), Tensor([[9], [-9]]), Tensor([[1], [0]]))
        #expect(batchAccuracy(timid, targets) == 1 && batchAccuracy(sure, targets) == 1)
        #expect(mnistLoss(timid, targets).item > mnistLoss(sure, targets).item)
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
    @Test func `4.24 fifteen numbers, five at a time`() {
        var random = SplitMix64(seed: 424)
        let loader = DataLoader(Array(0..<15), batchSize: 5, shuffledUsing: &random)
        let (first, second) = (loader.map(\.scalars), loader.map(\.scalars))
        #expect(first.map(\.count) == [5, 5, 5])
        #expect(first.joined().sorted() == Array(0..<15))
        #expect(first != second)
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
            for k in mine.indices { mine[k] = (mine[k].detached() - mine[k].grad! * 0.1).requiringGrad() }
        }
        trainEpoch(batches, linear1, &theirs, learningRate: 0.1)
        for (a, b) in zip(mine, theirs) { expectClose(a, b) }
    }

    private func fewWeights() -> [Tensor] {
        var random = SplitMix64(seed: 4)
        return [initParams(784, 1, std: 0.1, using: &random), initParams(1, using: &random)]
    }
}
