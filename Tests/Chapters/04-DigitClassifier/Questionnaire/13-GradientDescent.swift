// Questions 4.13 to 4.25: learning by steps.

import Chapter04
import Datasets
import Figures
import Layers
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
    /// - Shown by: `miniBatches` in Chapters/04-DigitClassifier/12-MiniBatches.swift
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
    /// Initialise the parameters; predict; compute the loss; compute its gradient for every parameter; step against
    /// the gradient; repeat from the prediction; stop when the model is good enough or time is up.
    ///
    /// - Shown by: `gradientDescent` in Chapters/04-DigitClassifier/05-GradientDescent.swift
    /// - Shown by: `applyStep` in Chapters/04-DigitClassifier/08-RollerCoaster.swift
    @Test func `4.14 seven steps to a good weight`() {
        var random = SplitMix64(seed: 414)
        let (x, y) = (Tensor([1, 2, 3]), Tensor([2, 4, 6]))
        var losses: [Float] = []
        var w = initParams(1, using: &random)  // 1 initialise
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
    /// enough, because training will improve them. And it is needed as soon as there is a hidden layer: units that start
    /// alike get the same gradients, stay alike, and learn one feature between them. Here the generator is an argument,
    /// so a run can be repeated.
    ///
    /// - Shown by: `initParams` in Chapters/04-DigitClassifier/10-Loss.swift
    @Test func `4.15 random, because units that start alike stay alike`() {
        var (random, again) = (SplitMix64(seed: 415), SplitMix64(seed: 415))
        let start = initParams(784, 5, std: 0.5, using: &random)
        #expect(abs(start.mean().item) < 0.03 && abs(start.std().item - 0.5) < 0.03)
        #expect(abs(Tensor(start.abs() .< 0.5).mean().item - 0.683) < 0.03)  // a normal distribution's share within one std
        #expect(start.requiresGrad && start.scalars == initParams(784, 5, std: 0.5, using: &again).scalars)
        #expect(features(start) == 5 && features(.full(0.5, [784, 5])) == 1 && features(.zeros(784, 5)) == 1)
    }

    /// How many different features a net has after an epoch, if its first weights are those [784, n].
    private func features(_ start: Tensor) -> Int {
        let units = start.shape[1]
        var parameters = [start, .zeros(units), .ones(units, 1), .zeros(1)].map { $0.detached().requiringGrad() }
        trainEpoch(DataLoader(madeUpDigits(64, seed: 4), batchSize: 16), simpleNet, &parameters, learningRate: 0.1)
        return Set((0..<units).map { parameters[0][0..., $0].scalars }).count
    }

    /// 4.16 · What does the loss tell you?
    ///
    /// How wrong the predictions are, in one number: the smaller, the better. A prediction that gets a little better
    /// must make it a little smaller, or learning would not know which way to go.
    ///
    /// - Shown by: `mnistLoss` in Chapters/04-DigitClassifier/11-Sigmoid.swift
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

    /// 4.20 · What is wrong with accuracy as a loss?
    ///
    /// It only changes when an item changes sides. Between such jumps it is flat: its slope is 0 almost everywhere, a
    /// step along a slope of 0 goes nowhere, and so nothing would be learned. At the jump itself there is no slope
    /// either: the smaller the nudge, the steeper it seems, without limit. A loss has to answer to every small change.
    ///
    /// - Shown by: `accuracyIsNoLoss` in Chapters/04-DigitClassifier/10-Loss.swift
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
    /// and 1, which can be read as a probability. It is smooth and rises everywhere, so there is a slope to follow: 0.25
    /// in the middle, and less and less towards the ends. (A `Float` has only so many digits. From about 17 on it holds
    /// exactly 1, and the slope is 0.)
    ///
    /// - Shown by: `sigmoid` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    /// - Shown by: `sigmoidFunction` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    @Test func `4.21 the sigmoid rises from 0 to 1, most steeply in the middle`() {
        let y = sigmoid(Tensor.linspace(-8, 8, 161)).scalars
        #expect(y.allSatisfy { $0 > 0 && $0 < 1 } && zip(y, y.dropFirst()).allSatisfy(<))
        let x = Tensor([-10, -4, 0, 4, 10, 17]).requiringGrad()
        sigmoid(x).sum().backward()
        expectClose(x.grad!, Tensor([4.54e-5, 0.01766, 0.25, 0.01766, 4.54e-5, 0]), absolute: 1e-6, relative: 1e-3)
        let chart = Chart("Sigmoid") { Line.function(-8...8, samples: 9) { sigmoid($0) } }
        let heights = Tensor([0, 0.002, 0.018, 0.119, 0.5, 0.881, 0.982, 0.998, 1])
        expectClose(drawnHeights(chart), heights, absolute: 0.002)
    }

    /// 4.22 · Loss and metric both judge a model. What sets them apart?
    ///
    /// The loss is for the machine: it must have a slope that training can follow. The metric is for people: it says
    /// what they care about, and needs no slope. Models are chosen by the metric and trained by the loss.
    ///
    /// - Shown by: `sigmoidFunction` in Chapters/04-DigitClassifier/11-Sigmoid.swift
    /// - Shown by: `batchAccuracy` in Chapters/04-DigitClassifier/13-TrainingLoop.swift
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

// MARK: Helpers

/// Generated threes and sevens, so many of each: x [2 · each, 784], and y [2 · each, 1] with 1 for a three.
private func generatedDigits(_ each: Int) -> TensorDataset<Tensor, Tensor> {
    let digits = DigitImages.generated(train: each, valid: 0).train
    let isThree = Tensor(BoolTensor(digits.labels.map { $0 == 3 }))
    return TensorDataset((Tensor(digits.images) / 255).reshaped(-1, 784), isThree.unsqueezed(1))
}

/// How high the points of a chart's curve are in the picture, from 0 for the lowest to 1 for the highest.
func drawnHeights(_ chart: Chart) -> Tensor {
    let path = chart.svg.firstMatch(of: /<path d="M([^"]+)"/)?.1 ?? ""
    let down = Tensor(path.split(separator: "L").map { Float($0.split(separator: " ")[1])! })  // y grows downwards
    return (down.max() - down) / (down.max() - down.min())
}
