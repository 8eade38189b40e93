// Questions 4.13 to 4.19: learning by steps.

import Chapter04
import Datasets
import Tensors
import TestSupport
import Testing
import Training

extension `4 Questionnaire` {
    /// 4.13 · A step could look at one item, or at all of them. Why does SGD take a mini-batch?
    ///
    /// All items give the exact gradient, but one step then costs a pass through all the data. A single item is quick,
    /// but its gradient jumps about, and so do the steps. A mini-batch averages the jumps out, and still allows many
    /// steps per epoch; the processor is also more efficient with more work at once, as long as it fits into memory.
    ///
    /// - Shown by: `sizeOfABatch` in Chapters/04-DigitClassifier/12b-WhatABatchKnows.swift
    @Test func `4.13 sixteen images give a gradient four times as steady, in a sixteenth of the steps`() {
        var random = SplitMix64(seed: 413)
        let digits = generatedDigits(256)
        let exact = gradient(digits.inputs, digits.targets)
        func epoch(_ batchSize: Int) -> (steps: Int, jumps: Float) {
            let gradients = DataLoader(digits, batchSize: batchSize, shuffledUsing: &random).map(gradient)
            let jumps = gradients.map { ($0 - exact).squared().sum() }  // how far off each of them is
            return (gradients.count, Tensor.stack(jumps).mean().sqrt().item)
        }
        let (one, some, all) = (epoch(1), epoch(16), epoch(512))
        #expect([one.steps, some.steps, all.steps] == [512, 32, 1])
        #expect((0.2...0.3).contains(some.jumps / one.jumps) && all.jumps < 1e-3 * one.jumps)
    }

    /// The gradient of the weights of a linear model, the same one every time.
    private func gradient(_ x: Tensor, _ y: Tensor) -> Tensor {
        let parameters = fewWeights()
        calculateGradients(x, y) { linear1($0, parameters) }
        return parameters[0].grad!
    }

    /// 4.14 · What are the seven steps of learning by SGD?
    ///
    /// Initialize the parameters; predict; compute the loss; compute its gradient for every parameter; step against
    /// the gradient; repeat from the prediction; stop when the model is good enough or time is up.
    ///
    /// - Shown by: `gradientDescent` in Chapters/04-DigitClassifier/05-GradientDescent.swift
    /// - Shown by: `applyStep` in Chapters/04-DigitClassifier/08-RollerCoaster.swift
    @Test func `4.14 seven steps to a good weight`() {
        var random = SplitMix64(seed: 414)
        let (x, y) = (Tensor([1, 2, 3]), Tensor([2, 4, 6]))
        var losses: [Float] = []
        var w = initParams(1, using: &random)  // 1 initialize
        repeat {
            let loss = mse(w * x, y)  // 2 predict, 3 loss
            losses.append(loss.item)
            loss.backward()  // 4 gradient
            noGrad { w -= w.grad! * 0.05 }  // 5 step
            w.grad = nil
        } while losses.last! > 1e-6 && losses.count < 100  // 6 repeat; 7 stop when it is good enough, or time is up
        #expect(losses.count > 1 && losses.count < 100 && zip(losses, losses.dropFirst()).allSatisfy(>))
        #expect(abs(w.item - 2) < 0.001)
    }

    /// 4.15 · The weights need values before the first step. Which values do we give them?
    ///
    /// Random ones, from a normal distribution around 0 (with a standard deviation of our choice). Random is good
    /// enough, because training will improve them. And with a hidden layer it is necessary: units that start alike get
    /// the same gradients, stay alike, and learn one feature between them. Here the generator is an argument, so a run
    /// can be repeated.
    ///
    /// - Shown by: `initParams` in Chapters/04-DigitClassifier/10-Loss.swift
    @Test func `4.15 random, because units that start alike stay alike`() {
        var (random, again) = (SplitMix64(seed: 415), SplitMix64(seed: 415))
        let start = initParams(784, 5, std: 0.5, using: &random)
        #expect(abs(start.mean().item) < 0.03 && abs(start.std().item - 0.5) < 0.03)
        #expect(abs(Tensor(start.abs() .< 0.5).mean().item - 0.683) < 0.03)  // normal: 68.3 % within one std
        #expect(start.requiresGrad && start.scalars == initParams(784, 5, std: 0.5, using: &again).scalars)
        func features(_ start: Tensor) -> Int {  // how many different ones a net has after an epoch
            var parameters = [start, .zeros(5), .ones(5, 1), .zeros(1)].map { $0.detached().requiringGrad() }
            trainEpoch(DataLoader(madeUpDigits(64, seed: 4), batchSize: 16), simpleNet, &parameters, learningRate: 0.1)
            return Set((0..<5).map { parameters[0][0..., $0].scalars }).count
        }
        #expect(features(start) == 5 && features(.full(0.5, [784, 5])) == 1 && features(.zeros(784, 5)) == 1)
    }

    /// 4.16 · What does the loss tell you?
    ///
    /// How wrong the predictions are, in one number: the smaller, the better. A prediction that gets a little better
    /// must make it a little smaller, or learning would not know which way to go.
    ///
    /// - Shown by: `mnistLoss` in Chapters/04-DigitClassifier/11b-LossOrMetric.swift
    @Test func `4.16 a better prediction has a smaller loss`() {
        let scores = Tensor.linspace(-5, 5, 101).reshaped(-1, 1)  // rising a little at a time
        func losses(_ target: Float) -> [Float] { (0..<101).map { mnistLoss(scores[$0], Tensor([target])).item } }
        #expect(zip(losses(1), losses(1).dropFirst()).allSatisfy(>) && losses(1)[100] < 0.01)
        #expect(zip(losses(0), losses(0).dropFirst()).allSatisfy(<) && losses(0)[100] > 0.99)
        #expect(mnistLoss(scores, .ones(101, 1)).shape == [])  // one number for all
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
        #expect(descend(from: -1.5, learningRate: 1, steps: 3) == [-1.5, 1.5, -1.5, 1.5])  // back and forth forever
        #expect(zip(distances(1.1), distances(1.1).dropFirst()).allSatisfy(<))  // further away every time
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

    /// Parameters of a linear model: weights [784, 1] and a bias [1], the same every time.
    func fewWeights() -> [Tensor] {
        var random = SplitMix64(seed: 4)
        return [initParams(784, 1, std: 0.1, using: &random), initParams(1, using: &random)]
    }
}

/// Generated threes and sevens, so many of each: x [2 · each, 784], and y [2 · each, 1] with 1 for a three.
private func generatedDigits(_ each: Int) -> TensorDataset<Tensor, Tensor> {
    let digits = DigitImages.generated(train: each, valid: 0).train
    let isThree = Tensor(BoolTensor(digits.labels.map { $0 == 3 }))
    return TensorDataset((Tensor(digits.images) / 255).reshaped(-1, 784), isThree.unsqueezed(1))
}
