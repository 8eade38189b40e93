// The questions of chapter 4, each with its answer, and with a test that is the answer in code. The module Questions
// reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.4.9 "`

import Chapter04
import Datasets
import Figures
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `4 Questionnaire` {}

// MARK: Pixels, tensors and a first rule: sections 4.1 to 4.4 of the book

extension `4 Questionnaire` {
    /// 4.1 · How does a computer store a grey picture, and how a coloured one?
    ///
    /// A grey picture is a table of numbers, a tensor of rank 2: one number for each pixel, usually a byte from 0 to
    /// 255. In MNIST 0 is the white paper and 255 the blackest ink. A coloured picture is three such tables, one each
    /// for red, green and blue, and so a tensor of rank 3.
    ///
    /// - Shown by: `pixels` in Chapters/04-DigitClassifier/01-Pixels.swift
    @Test func `4.1 a grey picture is one table of bytes, a coloured one is three`() throws {
        let digit = DigitImages.generated(train: 1, valid: 0).train.images[0]
        #expect(digit.shape == [28, 28])
        #expect(digit[0, 0].item == 0 && digit.scalars.max()! == 255)  // the corner is paper, the stroke is ink
        let folder = TemporaryFolder()
        let file = folder.url.appending(path: "orange.png")
        try Raster(width: 5, height: 4, fill: Colour(255, 128, 7)).writePNG(to: file)
        let orange = try readImages([file], channels: .rgb)[0]
        #expect(orange.shape == [4, 5, 3])
        for (table, byte) in ([255, 128, 7] as [UInt8]).enumerated() {
            #expect(orange[0..., 0..., table] == ByteTensor(repeating: byte, shape: [4, 5]))
        }
    }

    /// 4.2 · Which folders make up MNIST_SAMPLE, and what is this arrangement good for?
    ///
    /// The folders `train` and `valid` each hold a folder `3` and a folder `7`, and those hold the images. An image's
    /// label is the name of its folder, so no list of labels is needed. And the images that check the model are never
    /// mixed up with those that it learns from.
    ///
    /// - Shown by: `pixels` in Chapters/04-DigitClassifier/01-Pixels.swift
    /// - Shown by: `ImageFolder` in Sources/Data/Datasets/ImageFolder.swift
    @Test func `4.2 the folder is the label, and validation is kept apart`() throws {
        let folder = TemporaryFolder()
        let sample = folder.url.appending(path: "mnist_sample")
        try DigitImages.generated(train: 2, valid: 1).write(to: sample)
        func labels(_ part: String) throws -> [String] {
            let images = try ImageFolder(sample.appending(path: part))
            return images.labels.map { images.classes[$0] }
        }
        #expect(try labels("train") == ["3", "3", "7", "7"] && labels("valid") == ["3", "7"])
        let (three, seven) = (sample.appending(path: "train/3/1.png"), sample.appending(path: "train/7/2.png"))
        try FileManager.default.moveItem(at: three, to: seven)
        #expect(try labels("train") == ["3", "7", "7", "7"] && labels("valid") == ["3", "7"])
    }

    /// 4.3 · How does pixel similarity decide which digit an image shows?
    ///
    /// Average all training images of threes, and all of sevens: these are the two ideals. Measure how far the new
    /// image is from each, pixel by pixel. It is the digit whose ideal is nearer.
    ///
    /// - Shown by: `pixelSimilarity` in Chapters/04-DigitClassifier/02-PixelSimilarity.swift
    /// - Shown by: `mnistDistance` in Chapters/04-DigitClassifier/04-Broadcasting.swift
    @Test func `4.3 the nearer average wins`() {
        let threes = Tensor([[[0, 1], [0, 1]], [[0, 1], [0, 1]], [[0.75, 1], [0, 1]]])  // ink on the right
        let sevens = Tensor([[[1, 1], [0, 0]], [[1, 1], [0, 0]], [[1, 1], [0.75, 0]]])  // ink on top
        let (ideal3, ideal7) = (threes.mean(axis: 0), sevens.mean(axis: 0))
        #expect(ideal3.scalars == [0.25, 1, 0, 1] && ideal7.scalars == [1, 1, 0.25, 0])
        let images = Tensor([[[0.2, 0.9], [0.1, 0.6]], [[0.6, 0.9], [0.1, 0.2]]])
        let isThree = mnistDistance(images, ideal3) .< mnistDistance(images, ideal7)
        #expect(isThree.scalars == [true, false])
    }

    /// 4.4 · What is a list comprehension? Use one, or what Swift has instead, to take the odd numbers of a list and
    /// double them.
    ///
    /// It makes a list from another collection in one expression, which says where the elements come from, which of
    /// them to keep (if not all), and what to do with each: `[2 * x for x in range(10) if x % 2 == 1]` in Python. Swift
    /// has no syntax of its own for that; it chains `filter`, which chooses, and `map`, which transforms.
    ///
    /// - Shown by: `pixelSimilarity` in Chapters/04-DigitClassifier/02-PixelSimilarity.swift
    @Test func `4.4 odd numbers, doubled`() {
        #expect((0..<10).filter { $0 % 2 == 1 }.map { 2 * $0 } == [2, 6, 10, 14, 18])
    }

    /// 4.5 · What makes a tensor a rank-3 tensor?
    ///
    /// It has three axes, so it takes three numbers to point at one of its elements. A stack of grey images is one: the
    /// first number picks the image, the second its row, the third the column. How long the axes are does not matter.
    ///
    /// - Shown by: `pixelSimilarity` in Chapters/04-DigitClassifier/02-PixelSimilarity.swift
    /// - Shown by: `rank` in Sources/Engine/Tensors/Arrays/Tensor.swift
    @Test func `4.5 a stack of matrices has three axes`() {
        let images = Tensor.stack([Tensor([[1, 2], [3, 4]]), Tensor([[5, 6], [7, 8]])])
        #expect(images.shape == [2, 2, 2] && images.rank == 3)
        #expect(images[1, 0, 1].item == 6)  // image 1, row 0, column 1
        #expect(Tensor.zeros(1, 28, 9).rank == 3 && Tensor([1, 2, 3]).rank == 1)  // three axes, not three numbers
    }

    /// 4.6 · Rank and shape of a tensor: what does each tell you, and how does one follow from the other?
    ///
    /// The shape lists how long each axis is; the rank says how many axes there are. So the rank is the length of the
    /// shape. The shape does not follow from the rank: many shapes have the same rank.
    ///
    /// - Shown by: `arraysAndTensors` in Chapters/04-DigitClassifier/03-ArraysAndTensors.swift
    @Test func `4.6 the rank is the length of the shape`() {
        let tensors = [
            Tensor(7), Tensor([1, 2, 3]), Tensor([[1, 2, 3], [4, 5, 6]]), Tensor([[1, 2], [3, 4], [5, 6]]),
        ]
        #expect(tensors.map(\.shape) == [[], [3], [2, 3], [3, 2]])
        #expect(tensors.map(\.rank) == [0, 1, 2, 2])  // the last two differ in shape, not in rank
        #expect(tensors.map(\.shape.count) == tensors.map(\.rank))
    }

    /// 4.7 · RMSE and L1 norm are two ways to measure how far apart two images are. What does each of them compute?
    ///
    /// L1, as it is used here, is the mean of the absolute differences. RMSE, the root mean squared error (also called
    /// L2), squares the differences, takes their mean, and then the root of that. Squaring lets one large difference
    /// count for more than many small ones. In both, differences of opposite sign cannot cancel.
    ///
    /// - Shown by: `l1Distance` in Chapters/04-DigitClassifier/02-PixelSimilarity.swift
    /// - Shown by: `rmse` in Chapters/04-DigitClassifier/02-PixelSimilarity.swift
    @Test func `4.7 two distances`() {
        let (image, few, many) = (Tensor([0, 0, 0, 0]), Tensor([4, 0, 0, 0]), Tensor([1, -1, 1, -1]))
        #expect(l1Distance(image, few).item == 1 && l1Distance(image, many).item == 1)
        #expect(rmse(image, few).item == 2 && rmse(image, many).item == 1)
    }

    /// 4.8 · Thousands of numbers need the same calculation, and a Python loop would take ages. What do you write
    /// instead?
    ///
    /// One expression on whole tensors, `(images - other).abs()`: broadcasting fits the shapes together, and the loop
    /// runs inside the library, in compiled code that takes several numbers at once and uses all cores (PyTorch's also
    /// runs on a GPU). Swift's own loops are compiled too, so here the gain is smaller than the thousandfold of Python.
    /// It is large compared with taking single numbers out of a tensor.
    ///
    /// - Shown by: `loopsAgainstTensors` in Chapters/04-DigitClassifier/03-ArraysAndTensors.swift
    /// - Shown by: `mnistDistance` in Chapters/04-DigitClassifier/04-Broadcasting.swift
    @Test func `4.8 one expression does what a loop does`() {
        let (images, other) = (Tensor.arange(4000).reshaped(1000, 4), Tensor([3, 1, 4, 1]))
        let expression = (images - other).abs().sum(axis: 1)
        let loop = (0..<1000).map { i in (0..<4).map { k in abs(Float(4 * i + k) - [3, 1, 4, 1][k]) }.reduce(0, +) }
        #expect(expression.scalars == loop)
    }

    /// 4.9 · Make a 3×3 tensor that holds 1 to 9, double all of it, and cut out the four numbers at the bottom right.
    ///
    /// Nested lists make the tensor, `* 2` doubles every number in it, and a range for each axis cuts: `1...` is
    /// everything from row (or column) 1 on, counted from 0.
    ///
    /// - Shown by: `arraysAndTensors` in Chapters/04-DigitClassifier/03-ArraysAndTensors.swift
    @Test func `4.9 make, double and cut a 3×3 tensor`() {
        let doubled = IntTensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) * 2
        #expect(doubled[1..., 1...] == IntTensor([[10, 12], [16, 18]]))
    }

    /// 4.10 · What is broadcasting: what happens when two tensors of different rank meet in an operation?
    ///
    /// The shapes are aligned at the right. Where an axis is missing or has length 1, the tensor is treated as if it
    /// were repeated along it until both shapes agree; any other difference is an error. Then the operation goes
    /// element by element. Nothing is copied: an axis that is repeated has stride 0, so every step along it stays at
    /// the same number.
    ///
    /// - Shown by: `distancesToTheIdeal` in Chapters/04-DigitClassifier/04-Broadcasting.swift
    /// - Shown by: `broadcastShape` in Sources/Engine/Tensors/Broadcasting/Broadcasting.swift
    @Test func `4.10 the smaller one is repeated, with stride 0`() {
        let (square, row, column) = (Tensor([[1, 2], [3, 4]]), Tensor([10, 20]), Tensor([[10], [20]]))
        #expect((square + row).scalars == [11, 22, 13, 24])  // aligned at the right: the same row twice
        #expect((square + column).scalars == [11, 12, 23, 24])
        #expect((row + column).scalars == [20, 30, 30, 40])  // both are repeated
        #expect(row.expanded(to: [2, 2]).strides == [0, 1] && column.expanded(to: [2, 2]).strides == [1, 0])
    }

    /// 4.11 · Is a metric usually computed on the training images or on the validation images, and why?
    ///
    /// On the validation set. A model may have memorized its training images (overfitting), and would look better on
    /// them than it is. Images that it has never seen show what it will do with new ones.
    ///
    /// - Shown by: `metricsUsingBroadcasting` in Chapters/04-DigitClassifier/04-Broadcasting.swift
    /// - Shown by: `Recorder` in Sources/Engine/Training/Recorder.swift
    @Test func `4.11 coin tosses can be memorized, and only the validation set shows it`() throws {
        var random = SplitMix64(seed: 411)
        func noise(_ count: Int) -> DataLoader<(Tensor, Tensor)> {  // nothing in an image says what its label is
            let labels = Tensor(Tensor.rand(count, 1, using: &random) .> 0.5)
            return DataLoader(TensorDataset(Tensor.randn(count, 784, using: &random), labels), batchSize: 25)
        }
        let (model, loaders) = (Linear(784, 1, using: &random), DataLoaders(noise(50), noise(500)))
        let learner = Learner(loaders, model, loss: mnistLoss, metrics: [Metric("accuracy", batchAccuracy)])
        try EpochReporting.silently { try learner.fit(50, learningRate: 0.1) }
        #expect(validateEpoch(loaders.train) { model($0) } > 0.95)
        #expect((0.4...0.6).contains(learner.recorder["accuracy"].last!))  // a Learner's metrics come from new images
    }

    /// 4.12 · What does SGD stand for, and what does it do?
    ///
    /// Stochastic gradient descent. Again and again it takes a few random items, asks for the gradient of their loss,
    /// and moves every parameter a little against it. *Stochastic* means that the items are picked at random, so the
    /// gradient is an estimate of the one that all data would give.
    ///
    /// - Shown by: `gradientDescent` in Chapters/04-DigitClassifier/05-GradientDescent.swift
    /// - Shown by: `SGD` in Sources/Engine/Training/SGD.swift
    @Test func `4.12 small steps against the gradients of random batches`() {
        var random = SplitMix64(seed: 412)
        let x = Tensor.linspace(-1, 1, 64)
        let batches = DataLoader(TensorDataset(x, 2 * x), batchSize: 8, shuffledUsing: &random)
        let slopes = (batches.map(slopeAtZero), batches.map(slopeAtZero))  // two epochs
        #expect(slopes.0.count == 8 && slopes.0 != slopes.1)  // other items each time, and another estimate
        expectClose(Tensor(slopes.0).mean(), Tensor(slopeAtZero(x, 2 * x)))  // of what all items say
        let w = Parameter(Tensor(0))
        for _ in 0..<20 { for (x, y) in batches { step(w, loss: mse(w.value * x, y)) } }
        #expect(abs(w.value.item - 2) < 0.01)
    }

    private func step(_ w: Parameter, loss: Tensor) {
        loss.backward()
        SGD([w], learningRate: 0.1).step()
        w.grad = nil
    }

    /// The gradient of the loss of w · x at w = 0.
    private func slopeAtZero(_ x: Tensor, _ y: Tensor) -> Float {
        let w = Tensor(0).requiringGrad()
        mse(w * x, y).backward()
        return w.grad!.item
    }
}
