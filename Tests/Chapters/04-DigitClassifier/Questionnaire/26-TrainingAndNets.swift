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
    /// - Shown by: `miniBatches` in Chapters/04-DigitClassifier/12-MiniBatches.swift
    @Test func `4.26 zip makes a dataset`() {
        let pairs = Array(zip([1, 2, 3, 4], "abcd"))
        #expect(pairs.map { "\($0)\($1)" } == ["1a", "2b", "3c", "4d"])
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
        #expect(image.matmul(weights).item == 0)
        #expect(linear1(image, [weights, Tensor([0.75])]).item == 0.75)
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
        #expect(w.grad!.item == 2 * 16 * 5 && b.grad!.item == 2 * 16)
        #expect(x.grad == nil && w.item == 3)
    }

    /// 4.31 · Why does a training loop clear the gradients after each step?
    ///
    /// Because `backward` adds to what is there. Without clearing, a step follows its own batch and all batches before
    /// it, and gets longer each time.
    ///
    /// - Shown by: `gradientsPileUp` in Chapters/04-DigitClassifier/13-TrainingLoop.swift
    @Test func `4.31 gradients pile up until they are cleared`() {
        let x = Tensor(3).requiringGrad()
        let piled = (0..<3).map { _ in
            parabola(x).backward()
            return x.grad!.item
        }
        x.grad = nil
        parabola(x).backward()
        #expect(piled == [6, 12, 18] && x.grad!.item == 6)
    }

    /// 4.32 · What does a `Learner` need before it can train?
    ///
    /// The data loaders (for training and for validation), the model, the loss, and a function that makes its
    /// optimizer. Metrics may be added; they are only for the table.
    ///
    /// - Shown by: `optimizerAndLearner` in Chapters/04-DigitClassifier/14-Optimizer.swift
    /// - Shown by: `Learner` in Sources/Engine/Training/Learner.swift
    @Test func `4.32 loaders, model, loss, optimizer, metrics`() throws {
        let batches = DataLoader(madeUpDigits(40, seed: 432), batchSize: 8)
        let model = linearModel(weight: [Array(repeating: 0, count: 784)], bias: [0])
        let learner = Learner(
            DataLoaders(batches, batches), model, loss: mnistLoss, optimizer: SGD.init,
            metrics: [Metric("batch_accuracy", batchAccuracy)])
        try EpochReporting.silently { try learner.fit(2, learningRate: 0.1) }
        #expect(learner.recorder.columns == ["train_loss", "valid_loss", "batch_accuracy"])
        #expect(learner.recorder["batch_accuracy"].count == 2)
    }

    /// 4.33 · Write the training loop itself, in code or pseudocode.
    ///
    /// A loop over epochs; in it a loop over batches that predicts, computes the loss, goes backward, steps and clears;
    /// after each epoch, a look at the validation set.
    ///
    /// - Shown by: `trainModel` in Chapters/04-DigitClassifier/14-Optimizer.swift
    @Test func `4.33 epochs of batches, and a look at the validation set`() {
        let (batches, valid) = (
            DataLoader(madeUpDigits(400, seed: 1), batchSize: 20),
            DataLoader(madeUpDigits(100, seed: 2), batchSize: 20)
        )
        let model = linearModel(weight: [Array(repeating: 0, count: 784)], bias: [0])
        let optimizer = SGD(model.parameters, learningRate: 0.05)
        let accuracies = trainModel(batches, valid: valid, model, optimizer, epochs: 20)
        #expect(accuracies.count == 20 && accuracies.last! > 0.8)
    }

    /// 4.34 · What does ReLU do to a number, and what does its graph look like between -2 and 2?
    ///
    /// It is max(x, 0): negative numbers become 0, the others stay. The graph is flat along the axis from -2 to 0 and
    /// then rises as a straight line to 2.
    ///
    /// - Shown by: `nonlinearity` in Chapters/04-DigitClassifier/15-Nonlinearity.swift
    /// - Shown by: `relu` in Sources/Engine/Tensors/Activations/Activations.swift
    @Test func `4.34 flat, then straight up`() throws {
        let x = Tensor.linspace(-2, 2, 9)
        #expect(x.relu().scalars == [0, 0, 0, 0, 0, 0.5, 1, 1.5, 2])
        let chart = Chart("ReLU") { Line(x, x.relu()) }
        #expect(chart.svg.contains("<svg"))
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
    /// - Shown by: `trainTheNet` in Chapters/04-DigitClassifier/15-Nonlinearity.swift
    /// - Shown by: `ReLU` in Sources/Engine/Layers/Activations.swift
    @Test func `4.36 the function and the module agree`() {
        let x = Tensor([-2, -0.5, 0, 3])
        #expect(ReLU()(x).scalars == x.relu().scalars)
        #expect(Sequential(ReLU(), ReLU())(x).scalars == x.relu().scalars)
        #expect(ReLU().parameters.isEmpty)
    }

    /// 4.37 · One nonlinearity is enough to approximate any function. Why do nets have many?
    ///
    /// It is enough in theory, but the one layer would have to be very wide. Several narrow layers get as far with
    /// smaller matrices: fewer parameters, less memory, faster training.
    ///
    /// - Shown by: `goingDeeper` in Chapters/04-DigitClassifier/16-GoingDeeper.swift
    @Test func `4.37 three narrow layers have a quarter of the parameters of a wide one`() {
        func parameters(_ widths: [Int]) -> Int {
            zip(widths, widths.dropFirst()).map { inputs, outputs in (inputs + 1) * outputs }.reduce(0, +)
        }
        #expect(parameters([784, 200, 1]) == 157_201)
        #expect(parameters([784, 50, 30, 20, 1]) == 41_421)
    }
}
