// # Preparing batches, keeping results
//
// Section 19.7 · After this page you can have batches changed on their way into the model, and average losses over
// batches of different sizes.

import Common
import Figures
import Notebook
import Tensors

// The book's first callback, `SetupLearnerCB`, gets everything ready. Before each batch it normalizes the pictures and
// puts the channels first, as in section 19.2. (In the book it also moves them to the graphics card, where they are
// normalized much faster.)

/// Normalizes pictures and puts their channels first: [n, h, w, 3] → [n, 3, h, w]. (Half of the book's
/// `SetupLearnerCB`.)
public final class PrepareBatch: Callback {
    private let prepare: PrepareInputs

    public init(_ prepare: PrepareInputs) { self.prepare = prepare }

    public override func beforeBatch() { learner.batch.x = prepare(self.batch.x) }
}

// Its other half, in `before_fit`, moves the model to the graphics card. There is none here, and section 19.3 has said
// what `cuda` does. So the place is free for something of use. A bird seen in a mirror is a bird: with each picture
// flipped or not, by chance, a net sees twice as many. This belongs to training alone, since in validation nothing
// should be left to chance:

/// Flips each training picture about its vertical axis, or leaves it, with equal probability. Batches [n, c, h, w].
public final class RandomFlip: Callback {
    private var random: SplitMix64

    public init(using random: inout SplitMix64) { self.random = SplitMix64(seed: random.next()) }

    public override func beforeBatch() {
        guard self.model.isTraining else { return }
        let x = self.batch.x
        let isFlipped = (0..<x.shape[0]).map { _ in random.uniform() < 0.5 }
        learner.batch.x = .where(BoolTensor(shape: [x.shape[0], 1, 1, 1], isFlipped), x.flipped(3), x)
    }
}

extension LearnerFromScratch {
    func picturesInAMirror() throws {
        // Both in a row, on six pictures:
        var random = run.random
        let callbacks = [PrepareBatch(PrepareInputs(try normalize)), RandomFlip(using: &random)]
        let learner = Learner(
            simpleCNN(classes: try labels.count, using: &random),
            DataLoaders(train: try trainLoader(), valid: try validLoader()), learningRate: 0.1, callbacks: callbacks)
        let pictures = Tensor.stack(try (0..<6).map { try trainSet[$0 * (trainSet.count / 6)].x })
        (learner.batch, learner.model.isTraining) = (Batch(x: pictures, y: []), true)
        try learner(.beforeBatch)
        let asTheyWere = PrepareInputs(try normalize)(pictures)
        let isFlipped = (0..<6).map { learner.batch.x[$0].scalars != asTheyWere[$0].scalars }
        show(
            ImageGrid(
                (0..<6).map { Raster(pictures[$0]) } + (0..<6).map { Raster(learner.batch.x[$0], range: nil) },
                titles: (0..<6).map { "picture \($0 + 1)" } + isFlipped.map { $0 ? "flipped" : "as it was" }, columns: 6
            ),
            "Six training pictures, and what the model is given: normalized, some of them flipped")
        show(learner.batch.x.shape, "shape of what it is given")
    }
}

// The second callback of the book keeps results: the mean loss and the accuracy of each pass. The last batch of a pass
// is usually smaller than the others, and must not count as much as they do. So what is added up is not the loss but
// the loss times the number of items. At the beginning of a pass everything is emptied; otherwise training and
// validation, and all epochs, would be mixed. (A batch that was cancelled has no loss, and does not count.) The book's
// prints a line at the end of each pass; ours keeps the same four values as a `Row`, so that they can go into tables:

/// Loss and accuracy of every pass, training and validation alike. (The book's `TrackResults`.)
public final class TrackResults: Callback {
    public struct Row: Sendable, Equatable, CustomStringConvertible {
        public let epoch: Int
        public let isTraining: Bool
        public let loss, accuracy: Float

        /// As the book prints it.
        public var description: String { "\(epoch) \(isTraining) \(fixed(loss, 4)) \(fixed(accuracy, 4))" }
    }

    public private(set) var rows: [Row] = []
    private var count = 0, correct = 0, lossSum = 0.0

    public override func beforeEpoch() { (count, correct, lossSum) = (0, 0, 0) }

    public override func afterBatch() {
        guard let scores = self.scores, let loss = self.batchLoss else { return }
        let labels = self.batch.y
        correct += (scores.argmax(axis: 1) .== IntTensor(labels)).trueCount
        lossSum += Double(loss.item) * Double(labels.count)
        count += labels.count
    }

    public override func afterEpoch() {
        guard count > 0 else { return }
        rows.append(
            Row(
                epoch: self.epoch, isTraining: self.model.isTraining, loss: Float(lossSum / Double(count)),
                accuracy: Float(correct) / Float(count)))
    }

    /// The rows of one kind of pass.
    public func rows(training: Bool) -> [Row] { rows.filter { $0.isTraining == training } }
    /// What a training comes to: the accuracy of the last validation.
    public var lastAccuracy: Float { rows(training: false).last?.accuracy ?? .nan }
}

extension LearnerFromScratch {
    func aSmallLastBatch() throws {
        // Nine points in batches of eight: the last batch is a single point. `BatchMeans` averages as one would without
        // thinking:
        final class BatchMeans: Callback {
            var losses: [Float] = []
            override func beforeEpoch() { losses = [] }
            override func afterBatch() { losses.append(self.batchLoss!.item) }
        }
        let (results, means) = (TrackResults(), BatchMeans())
        let learner = toyLearner(train: 8, valid: 9, batchSize: 8, callbacks: [results, means])
        try learner.fit(1)
        let points = try (0..<9).map { try learner.loaders.valid.dataset[$0] }
        let atOnce = noGrad { crossEntropy(learner.model(.stack(points.map(\.x))), points.map(\.y)).item }
        var table = TextTable(["how", "loss of the nine points"])
        table.add("all nine at once", atOnce)
        table.add("TrackResults", results.rows(training: false)[0].loss)
        table.add("mean of the two batches", means.losses.reduce(0, +) / 2)
        show(
            table, "A batch of eight and a batch of one",
            predict: .choice(
                "Which of the two averages is the loss of all nine points?",
                ["TrackResults", "mean of the two batches"],
                answer: "TrackResults"))
    }
}
