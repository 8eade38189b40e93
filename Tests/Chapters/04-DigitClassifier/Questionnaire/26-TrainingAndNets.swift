// Questions 4.26 to 4.37: datasets, layers, the Learner, and a nonlinearity.

import Chapter04
import Figures
import Layers
import Tensors
import TestSupport
import Testing
import Training

extension `4 Questionnaire` {
    /// 4.26 · Turn the numbers 1 to 4 and the letters of "abcd" into the pairs (1, a), (2, b), (3, c), (4, d). What is
    /// a list of such pairs good for?
    ///
    /// `zip` pairs two collections, item by item, and `Array` makes a list of the pairs. An input with its target,
    /// looked up by an index: that is all a dataset has to give, so a `DataLoader` takes the list as it is.
    ///
    /// - Shown by: `lossFunction` in Chapters/04-DigitClassifier/10-Loss.swift
    @Test func `4.26 zip makes a dataset`() {
        let pairs = Array(zip([1, 2, 3, 4], "abcd"))
        #expect(pairs.map { "\($0)\($1)" } == ["1a", "2b", "3c", "4d"] && pairs[2] == (3, "c"))
        let (numbers, letters) = DataLoader(pairs, batchSize: 3).first!
        #expect(numbers.scalars == [1, 2, 3] && letters == ["a", "b", "c"])
    }

    /// 4.27 · PyTorch has `view`, and we have `reshaped`. What does it do?
    ///
    /// It gives a tensor another shape and leaves its numbers and their order alone. One axis may be -1: as long as it
    /// needs to be to hold all the numbers.
    ///
    /// - Shown by: `lossFunction` in Chapters/04-DigitClassifier/10-Loss.swift
    /// - Shown by: `reshaped` in Sources/Engine/Tensors/ShapesAndViews/NDArray+Shape.swift
    @Test func `4.27 images become rows of 784 numbers`() {
        let images = Tensor.arange(2 * 28 * 28).reshaped(2, 28, 28)
        let rows = images.reshaped(-1, 28 * 28)
        #expect(rows.shape == [2, 784])
        #expect(rows.scalars == images.scalars)
    }

    /// 4.28 · What are biases, and what could a model not do without them?
    ///
    /// Numbers that are added after the weights have done their part, and that are learned like them. Without them, an
    /// image of nothing but zeros would score 0 whatever the weights are; the bias is the score when all inputs are 0.
    ///
    /// - Shown by: `linear1` in Chapters/04-DigitClassifier/10-Loss.swift
    @Test func `4.28 without a bias, an empty image scores 0`() {
        var random = SplitMix64(seed: 428)
        let (image, weights) = (Tensor.zeros(1, 784), initParams(784, 1, using: &random))
        let bias = Tensor([0.75]).requiringGrad()
        #expect(image.matmul(weights).item == 0 && linear1(image, [weights, bias]).item == 0.75)
        calculateGradients(image, .ones(1, 1)) { linear1($0, [weights, bias]) }
        #expect(weights.grad!.abs().max().item == 0 && (bias.grad?.item ?? 0) < 0)  // only the bias learns from it
    }

    /// 4.29 · Python has `a @ b`. What does it compute, and how is it written here?
    ///
    /// The matrix product, `a.matmul(b)`: the number in row i and column k is row i of a times column k of b, element
    /// by element, summed. So a needs as many columns as b has rows.
    ///
    /// - Shown by: `linear1` in Chapters/04-DigitClassifier/10-Loss.swift
    /// - Shown by: `matmul` in Sources/Engine/Tensors/Products/Matmul.swift
    @Test func `4.29 rows times columns`() {
        let (a, b) = (Tensor([[1, 2], [3, 4]]), Tensor([[5, 6, 7], [8, 9, 10]]))
        let product = a.matmul(b)
        #expect(product.shape == [2, 3])
        #expect(product[1, 2].item == (a[1] * b[0..., 2]).sum().item)
        #expect(product.scalars == [21, 24, 27, 47, 54, 61])
    }

    /// 4.30 · What happens when you call `backward` on a loss?
    ///
    /// The engine goes back through everything that led to the loss and finds out how the loss would change with each
    /// tracked parameter. It adds that to the parameter's `grad`. The parameters themselves stay as they are.
    ///
    /// - Shown by: `gradients` in Chapters/04-DigitClassifier/06-Gradients.swift
    /// - Shown by: `backward` in Sources/Engine/Tensors/Autograd/Autograd.swift
    @Test func `4.30 backward leaves a gradient on every tracked number`() {
        let (w, b, x) = (Tensor(3).requiringGrad(), Tensor(1).requiringGrad(), Tensor(5))
        (w * x + b).squared().backward()
        #expect(w.grad!.item == 2 * 16 * 5 && b.grad!.item == 2 * 16 && x.grad == nil)
        (2 * b).backward()
        #expect(b.grad!.item == 2 * 16 + 2)  // added to what was there
        #expect(w.item == 3 && b.item == 1)
    }

    /// 4.31 · Why does a training loop clear the gradients after each step?
    ///
    /// Because `backward` adds to what is there. Without clearing, a step follows the sum of its own batch's gradient
    /// and all earlier ones, which belong to places that the parameters have long left. It overshoots.
    ///
    /// - Shown by: `gradientsPileUp` in Chapters/04-DigitClassifier/13-TrainingLoop.swift
    @Test func `4.31 gradients pile up until they are cleared`() {
        func walk(clearing: Bool) -> [Float] {
            var x = Tensor(-1.5).requiringGrad()
            return (0..<40).map { _ in
                parabola(x).backward()
                noGrad { x -= x.grad! * 0.1 }
                if clearing { x.grad = nil }
                return x.item
            }
        }
        let (cleared, piledUp) = (walk(clearing: true), walk(clearing: false))
        expectClose(Tensor(Array(piledUp[..<2])), Tensor([-1.2, -0.66]))  // 0.3 forward, then 0.3 and 0.24 more
        #expect(cleared.allSatisfy { $0 < 0 } && cleared.last! > -0.01)
        #expect(piledUp.suffix(20).max()! > 1)  // past the goal at 0, and still far from it
    }

    /// 4.32 · What does a `Learner` need before it can train?
    ///
    /// The data loaders (for training and for validation), the model, the loss, and a function that makes its
    /// optimizer. That function may be left out: the default is `SGD` here, and Adam in fastai, to which the book
    /// therefore passes `SGD`. Metrics may be added; they are only for the table.
    ///
    /// - Shown by: `learner` in Chapters/04-DigitClassifier/14b-Learner.swift
    /// - Shown by: `Learner` in Sources/Engine/Training/Learner.swift
    @Test func `4.32 loaders, model and loss; the optimizer is SGD unless it is given another`() throws {
        let batches = DataLoader(madeUpDigits(40, seed: 432), batchSize: 8)
        let (loaders, accuracy) = (DataLoaders(batches, batches), Metric("accuracy", batchAccuracy))
        func fit(_ learner: (Linear) -> Learner<Tensor, Tensor>) throws -> (weights: [Float], columns: [String]) {
            let model = linearModel(weight: [Array(repeating: 0, count: 784)], bias: [0])
            let learner = learner(model)
            try EpochReporting.silently { try learner.fit(2, learningRate: 0.1) }
            return (model.weight.value.scalars, learner.recorder.columns)
        }
        let least = try fit { Learner(loaders, $0, loss: mnistLoss) }
        let all = try fit { Learner(loaders, $0, loss: mnistLoss, optimizer: SGD.init, metrics: [accuracy]) }
        let other = try fit { Learner(loaders, $0, loss: mnistLoss, optimizer: { Adam($0, learningRate: $1) }) }
        #expect(least.weights == all.weights && least.weights != other.weights)
        #expect(least.columns == ["train_loss", "valid_loss"] && all.columns == least.columns + ["accuracy"])
    }

    /// 4.33 · Write the training loop itself, in code or pseudocode.
    ///
    /// A loop over epochs; in it a loop over batches that predicts, computes the loss, goes backward, steps and clears;
    /// after each epoch, a look at the validation set.
    ///
    /// - Shown by: `trainModel` in Chapters/04-DigitClassifier/14-Optimizer.swift
    @Test func `4.33 epochs of batches, and a look at the validation set`() {
        let batches = DataLoader(madeUpDigits(400, seed: 1), batchSize: 20)
        let valid = DataLoader(madeUpDigits(100, seed: 2), batchSize: 20)
        func model() -> Linear { linearModel(weight: [Array(repeating: 0, count: 784)], bias: [0]) }
        let (mine, theirs) = (model(), model())
        var accuracies: [Float] = []
        for _ in 0..<20 {
            for (x, y) in batches {
                mnistLoss(mine(x), y).backward()
                for parameter in mine.parameters {
                    parameter.update { value, grad in value -= grad * 0.05 }
                    parameter.grad = nil
                }
            }
            accuracies.append(validateEpoch(valid) { mine($0) })
        }
        let optimizer = SGD(theirs.parameters, learningRate: 0.05)
        #expect(accuracies == trainModel(batches, valid: valid, theirs, optimizer, epochs: 20))
        #expect(mine.weight.value.scalars == theirs.weight.value.scalars && accuracies.last! > 0.8)
    }

    /// 4.34 · What does ReLU do to a number, and what does its graph look like between -2 and 2?
    ///
    /// It is max(x, 0): negative numbers become 0, the others stay. The graph is flat along the axis from -2 to 0 and
    /// then rises as a straight line to 2.
    ///
    /// - Shown by: `nonlinearity` in Chapters/04-DigitClassifier/15-Nonlinearity.swift
    /// - Shown by: `relu` in Sources/Engine/Tensors/Activations/Activations.swift
    @Test func `4.34 flat, then straight up`() {
        let x = Tensor.linspace(-2, 2, 9)
        #expect(x.relu().scalars == [0, 0, 0, 0, 0, 0.5, 1, 1.5, 2])
        let chart = Chart("ReLU") { Line(x, x.relu()) }
        expectClose(drawnHeights(chart), Tensor([0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1]), absolute: 0.002)
    }

    /// 4.35 · What is the activation function between two linear layers?
    ///
    /// A function that is not linear, such as ReLU, and that is applied to every number separately. Without it the
    /// two layers could be replaced by a single linear one; with it they can do more than any such layer.
    ///
    /// - Shown by: `whyItIsNeeded` in Chapters/04-DigitClassifier/15-Nonlinearity.swift
    @Test func `4.35 with a ReLU in between, two layers make a corner`() {
        let x = Tensor([[-1], [0], [1]])
        let (up, sum) = (Tensor([[1, -1]]), Tensor([[1], [1]]))
        #expect(x.matmul(up).relu().matmul(sum).scalars == [1, 0, 1])  // |x|, which is not a straight line
        #expect(x.matmul(up).matmul(sum).scalars == x.matmul(up.matmul(sum)).scalars)
    }

    /// 4.36 · PyTorch has `F.relu` and `nn.ReLU`; we have `x.relu()` and `ReLU()`. Why two of them?
    ///
    /// Both compute the same thing. One is a plain function; the other is a module, an object that is made first and
    /// then called. `Sequential` is a list of modules, so it needs the second.
    ///
    /// - Shown by: `nonlinearity` in Chapters/04-DigitClassifier/15-Nonlinearity.swift
    /// - Shown by: `ReLU` in Sources/Engine/Layers/Activations.swift
    @Test func `4.36 the function and the module agree`() {
        let x = Tensor([-2, -0.5, 0, 3])
        #expect(ReLU()(x).scalars == x.relu().scalars)
        #expect(Sequential(ReLU(), ReLU())(x).scalars == x.relu().scalars)
        #expect(ReLU().parameters.isEmpty)
    }

    /// 4.37 · One nonlinearity is enough to come as close as you like to any continuous function on a bounded range.
    /// Why do nets have many?
    ///
    /// It is enough in theory, but that one layer may have to be very wide. Several narrow layers can do the same with
    /// smaller matrices: fewer parameters, less memory, faster training. (Each layer can fold what the layers before it
    /// have made, so bends multiply; in one layer they only add up.) To train a deep net well is the harder part.
    ///
    /// - Shown by: `wideOrDeep` in Chapters/04-DigitClassifier/16-GoingDeeper.swift
    /// - Shown by: `reluCurve` in Chapters/04-DigitClassifier/15-Nonlinearity.swift
    @Test func `4.37 eight layers of two units do what one layer needs 256 for`() {
        func fold(_ x: Tensor) -> Tensor { 2 * x.relu() - 4 * (x - 0.5).relu() }  // from 0 up to 1, and down again
        func deep(_ x: Tensor) -> Tensor { (0..<8).reduce(x) { y, _ in fold(y) } }
        let x = Tensor.linspace(0, 1, 1025)
        func error(_ units: Int) -> Float {
            (reluCurve(deep, pieces: units, over: 0...1, at: x) - deep(x)).abs().max().item
        }
        #expect(error(256) == 0 && error(255) > 0.5)
        #expect(parameterCount([1, 2, 2, 2, 2, 2, 2, 2, 2, 1]) == 49 && parameterCount([1, 256, 1]) == 769)
    }

    /// Of linear layers of these widths.
    private func parameterCount(_ widths: [Int]) -> Int {
        var random = SplitMix64(seed: 437)
        return zip(widths, widths.dropFirst()).map { Linear($0, $1, using: &random).parameterCount }.reduce(0, +)
    }
}
