// # Three ways out
//
// Section 19.7 · After this page you can end a batch, an epoch or a whole fit early, and say which events still come.

import Figures
import Notebook
import Tensors

// The book shows one way to end training early, the `CancelFitException`, a class that is empty because only its type
// matters, and leaves the others to the reader: "add and test" `CancelBatchException` and `CancelEpochException`. They
// are in our Learner already, as three cases of the enum `Cancel`. Each ends one part of the loop, in `until`, and
// nothing else. The `after` event of the part that was cancelled still comes; those of the parts within it do not.
//
// To try them, here is a listener that throws when it is told to:

/// Throws an error at an event, if the learner is where the condition says.
public final class Interrupting: Listener {
    public weak var learner: Learner!
    private let error: any Error
    private let event: Event
    private let condition: (Learner) -> Bool

    public init(with error: any Error, at event: Event, _ condition: @escaping (Learner) -> Bool = { _ in true }) {
        (self.error, self.event, self.condition) = (error, event, condition)
    }

    public func respond(to event: Event) throws {
        if event == self.event, condition(learner) { throw error }
    }
}

// `events` trains for an epoch, of three training batches and one validation batch, and notes what it is told:

extension LearnerFromScratch {
    /// The events of one epoch, with an interruption.
    private func events(with interruption: Interrupting?) throws -> [String] {
        let trace = Trace()
        let callbacks: [any Listener] = [trace] + (interruption.map { [$0] } ?? [])
        try toyLearner(train: 6, valid: 2, callbacks: callbacks).fit(1)
        return trace.lines.map { $0.split(separator: ":")[0].description.filter { $0 != " " } }
    }

    func threeWaysOut() throws {
        // Each of them is thrown in the second training batch, number 1, the first as soon as the batch begins, the
        // others when it has been learned from:
        func isSecond(_ learner: Learner) -> Bool { learner.model.isTraining && learner.number == 1 }
        let columns = try [
            ("nothing", nil),
            ("Cancel.batch", Interrupting(with: Cancel.batch, at: .beforeBatch, isSecond)),
            ("Cancel.epoch", Interrupting(with: Cancel.epoch, at: .afterBatch, isSecond)),
            ("Cancel.fit", Interrupting(with: Cancel.fit, at: .afterBatch, isSecond)),
        ].map { (title: $0.0, events: try events(with: $0.1)) }
        var table = TextTable(columns.map(\.title))
        for row in columns[0].events.indices {
            table.rows.append(columns.map { row < $0.events.count ? $0.events[row] : "" })
        }
        show(
            table, "The events of one epoch, with something thrown in the second training batch",
            predict: .choice(
                "Cancel.fit is thrown during the epoch. Which events still come?",
                ["afterEpoch and afterFit", "afterFit only", "none"], answer: "afterFit only"))

        // A batch that is cancelled before it was learned from changes nothing, and looks in the list like any other.
        // An epoch that is cancelled goes on with `afterEpoch`, here of training, and then with validation. A fit that
        // is cancelled has nothing left but `afterFit`. (Whoever stands behind the thrower in the list is not told of
        // the event in which it was thrown, unless that is `afterFit`.) That is why, in the book's run of the
        // learning-rate finder, the epoch in which it stops is not printed.

        // Each of them ends what is going on. In `afterBatch` the batch is over, so there is nothing left that
        // `Cancel.batch` could end. The same goes for `Cancel.batch` in an event of the epoch, and for `Cancel.epoch`
        // in `afterEpoch`. Such a mistake comes out of `fit`, as any other error does:
        for (cancel, event) in [(.batch, .afterBatch), (.batch, .beforeEpoch), (.epoch, .afterEpoch)]
            as [(Cancel, Event)]
        {
            do {
                _ = try events(with: Interrupting(with: cancel, at: event))
            } catch {
                show("Cancel.\(error)", "thrown in \(event), it comes out of fit")
            }
        }
    }
}

// What are they good for? The fit is ended by whoever has seen enough. An epoch is ended to skip validation, or to look
// at a few batches only, as this callback does:

/// Ends every pass after some batches: for a first try of something new. Put it last in the list of callbacks: those
/// behind it are not told of the last batch.
public final class ShortEpochs: Callback {
    let batches: Int

    public init(_ batches: Int) { self.batches = batches }

    public override func afterBatch() throws {
        if self.number + 1 >= batches { throw Cancel.epoch }
    }
}

// And a batch is cancelled when there is something wrong with it. One image file whose numbers are not numbers would
// make the loss NaN, the gradients NaN, and from then on all weights:

/// Leaves out batches with inputs that are not finite numbers.
public final class SkipBrokenBatches: Callback {
    public private(set) var skipped = 0

    public override func beforeBatch() throws {
        guard !self.batch.x.sum().item.isFinite else { return }
        skipped += 1
        throw Cancel.batch
    }
}

extension LearnerFromScratch {
    func aBatchIsBroken() throws {
        // Twenty points, one of which is NaN. Train once without and once with the callback:
        var random = run.random
        var pairs = twoClouds(20, using: &random).pairs
        pairs[7].x = Tensor([.nan, 1])
        let skipping = SkipBrokenBatches()
        let weights = try [[], [skipping]].map { (callbacks: [any Listener]) in
            let model = Linear(2, 2, using: &random)
            let loader = DataLoader(Pairs(pairs), batchSize: 2)
            try Learner(
                model, DataLoaders(train: loader, valid: loader), learningRate: 0.1, callbacks: callbacks
            ).fit(1)
            return model.parameters.flatMap(\.value.scalars)
        }
        show(
            weights[0].allSatisfy(\.isFinite), "finite weights without the callback",
            ask: "One of twenty points is NaN. Are the weights finite after an epoch?")
        show(weights[1].allSatisfy(\.isFinite), "finite weights with it")
        show(skipping.skipped, "batches that were skipped, in training and in validation")
    }
}
