// # The loop at work
//
// Section 19.6 · After this page you have seen all events of a training in their order, and know that listening changes
// nothing.

import Figures
import Notebook
import Tensors

// To watch the loop, we need data so small that all that happens can be printed. Any list of pairs will do as a data
// set:

/// Items that are given one by one.
public struct Pairs: Dataset {
    public let pairs: [(x: Tensor, y: Int)]

    public init(_ pairs: [(x: Tensor, y: Int)]) { self.pairs = pairs }

    public var count: Int { pairs.count }
    public subscript(index: Int) -> (x: Tensor, y: Int) { pairs[index] }
}

// Ours are points of the plane in two clouds, one around (-1, -1) and one around (1, 1). A linear layer from two
// numbers to two scores can tell them apart, more or less. `toyLearner` puts it all together:

/// Points around (-1, -1) with label 0, and around (1, 1) with label 1, in turn.
public func twoClouds(_ count: Int, using random: inout SplitMix64) -> Pairs {
    Pairs(
        (0..<count).map { index in
            let label = index % 2
            return (.randn(2, using: &random) + Float(2 * label - 1), label)
        })
}

/// A Learner for two clouds, with batches of two points.
public func toyLearner(
    train: Int, valid: Int, batchSize: Int = 2, learningRate: Float = 0.1, callbacks: [any Listener] = [],
    seed: UInt64 = 42
) -> Learner {
    var random = SplitMix64(seed: seed)
    let model = Linear(2, 2, using: &random)
    let loaders = DataLoaders(
        train: DataLoader(
            twoClouds(train, using: &random), batchSize: batchSize, shuffle: true, seed: random.next()),
        valid: DataLoader(twoClouds(valid, using: &random), batchSize: batchSize))
    return Learner(model, loaders, learningRate: learningRate, callbacks: callbacks)
}

// And here is the first listener. It notes every event, with what it is about:

/// Notes all events.
public final class Trace: Listener {
    public weak var learner: Learner!
    public private(set) var events: [Event] = []
    /// The same in words.
    public private(set) var lines: [String] = []

    public init() {}

    public func respond(to event: Event) {
        events.append(event)
        let phase = learner.model.isTraining ? "training" : "validation"
        switch event {
        case .beforeFit, .afterFit: lines.append("\(event)")
        case .beforeEpoch, .afterEpoch: lines.append("  \(event): epoch \(learner.epoch), \(phase)")
        case .beforeBatch, .afterBatch: lines.append("    \(event): \(learner.number)")
        }
    }
}

extension LearnerFromScratch {
    func eventsInOrder() throws {
        // Five points for training, in batches of two, and two points for validation. Every event of one epoch:
        let trace = Trace()
        try toyLearner(train: 5, valid: 2, callbacks: [trace]).fit(1)
        let batches = 3 + 1
        show(
            trace.lines.joined(separator: "\n"), "\(trace.lines.count) events",
            predict: .count(
                "Three training batches, one validation batch. How many events does fit(1) have, from first to last?",
                2 + 4 + 2 * batches))
        show(
            FlowChart(
                ["beforeEpoch", "beforeBatch", "scores, loss", "backward, step", "afterBatch", "afterEpoch"],
                title: "A pass of training is a loop over its batches", repeating: "afterBatch", to: "beforeBatch",
                label: "next batch"),
            "In validation there is no backward and no step; beforeFit and afterFit come around all epochs")

        // The training pass and the validation pass are told of as epochs, both. Who needs to know which of the two it
        // is asks `model.isTraining`.
    }

    func sameAsByHand() throws {
        // Does the Learner do anything besides? Here are three epochs by hand, with the functions that it is made of:
        let (byHand, byLearner) = (
            toyLearner(train: 20, valid: 2), toyLearner(train: 20, valid: 2, callbacks: [Trace()])
        )
        let optimizer = SGD(byHand.model.parameters, learningRate: 0.1)
        for _ in 0..<3 {
            try byHand.loaders.train.forEachBatch { _, batch in
                crossEntropy(byHand.model(batch.x), batch.y).backward()
                optimizer.step()
            }
        }
        try byLearner.fit(3)
        let same = zip(byHand.model.parameters, byLearner.model.parameters).allSatisfy {
            $0.value.scalars == $1.value.scalars
        }
        show(
            same, "the same weights, bit for bit",
            ask: "By hand without a word, or by a Learner with a listener: are the weights the same in the end?")

        // Three things in `fit` are easy to overlook. The optimizer is made *after* `beforeFit`, so a callback that
        // changes the learning rate there, or the model, is not too late. The `do` around the epochs catches a `Cancel`
        // of the fit, so that training may end early and `afterFit` still comes. (In the book the `try` begins after
        // `before_fit`, and no other error leads to `after_fit`.) And validation runs in `noGrad`. In the book
        // it does not: there the graph of a validation batch is built for nothing, and freed with its last reference.
    }
}
