// # In which order events come
//
// Section 16.7 · After this page you can say which events a training sends, how many, and in which order, and what
// always comes at the end of a part.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The loop of the last page left one thing open: `during`, which runs a part of the training with its events around it.
// The part's last event must come whatever happens. In Python the book uses `try`, `except` and `finally` for it. Swift
// has `defer` for what is to be done in any case. But what stands in a `defer` must not throw, and an event may: a
// callback may cancel the fit in `afterBatch`. So `during` notes what was thrown, and sends the last event
// nevertheless. If both have thrown something, an error that is no cancellation wins, since it must not get lost;
// otherwise the first.
//
// That the last event is sent does not mean that everybody gets it. If a callback throws at an event, those after it in
// the list miss that event. Sometimes this is wanted (section 16.9 makes use of it). But what has to happen in any
// case, such as removing a hook, must not depend on it. For this every callback has `cleanUp`, which comes after the
// last event. It cannot throw, so all callbacks get it, and `defer` is the right place:

extension TrainingLoop {
    func during(_ part: TrainingPart, _ body: () throws -> Void) throws {
        defer { inOrder.forEach { $0.cleanUp(part) } }
        var thrown: [any Error] = []
        func attempt(_ step: () throws -> Void) { do { try step() } catch { thrown.append(error) } }
        attempt {
            do {
                try send(part.begin)
                try body()
            } catch let cancel as CancelPart where cancel.part == part { try send(part.afterCancel) }
        }
        attempt { try send(part.after) }
        if let error = thrown.first(where: { !($0 is CancelPart) }) ?? thrown.first { throw error }
    }
}

// Two callbacks are always there. `LossRecorder` is on a page of section 16.8. The other one, `TrainEval`, is
// responsible for something that you may have missed in the loop: nobody told the model whether it is being trained.
// The loop does not even know itself; `isTraining` is set from outside.

/// Puts the model into training and evaluation mode, and counts the batches. (The book's `TrainEvalCallback`.)
public final class TrainEval: LoopCallback {
    override public func beginFit() { (loop.trainedBatches, loop.progress) = (0, 0) }

    override public func beginTrain() {
        loop.model.train()
        loop.isTraining = true
        loop.progress = Double(loop.epoch) / Double(loop.epochs)
    }

    override public func afterBatch() {
        guard loop.isTraining else { return }
        loop.trainedBatches += 1
        loop.progress += 1 / Double(loop.epochs * loop.batches)
    }

    override public func beginValidate() {
        loop.model.eval()
        loop.isTraining = false
    }

    override public func cleanUp(_ part: TrainingPart) {
        guard part == .fit else { return }
        loop.model.eval()
        loop.isTraining = false
    }
}

// To see the events, take a callback that overrides `callAsFunction` itself and so gets all of them. The training for
// it is as small as it can be: `tinyLoop` learns from some batches of one number each.

/// Notes every event.
public final class EventTrace: LoopCallback {
    public private(set) var events: [Event] = []

    override public func callAsFunction(_ event: Event) { events.append(event) }
}

/// A loop with a model of one weight and one bias for each of two classes, and batches of one number, always the same.
public func tinyLoop(train: Int, valid: Int, callbacks: [LoopCallback]) -> TrainingLoop {
    func batches(_ count: Int) -> DataLoader<(Tensor, IntTensor)> {
        let numbers = (0..<count).map { Float($0) / 4 - 1 }
        let labels = numbers.map { $0 > 0 ? 1 : 0 }
        return DataLoader(TensorDataset(Tensor(numbers).unsqueezed(1), IntTensor(labels)), batchSize: 1)
    }
    var random = SplitMix64(seed: 16)
    let model = Sequential(Linear(1, 2, using: &random))
    return TrainingLoop(LabelledBatches(batches(train), batches(valid)), model, callbacks: callbacks)
}

extension TrainingProcess {
    func orderOfEvents() throws {
        let trace = EventTrace()
        try tinyLoop(train: 1, valid: 1, callbacks: [trace]).fit(1, learningRate: 0.1)
        show(
            EventDiagram("A training with its events", trace.events),
            "One epoch with one training batch and one validation batch; grey is what the loop does in between")

        // From top to bottom this is the order in which things happen, and boxes are the parts. A validation batch
        // ends after its loss. And there is no `beginLoss` or `beginBackward`: before the loss is after the prediction.
        //
        // How many events is that? 4 for the fit and the epoch, 2 + 6 for the training part, 2 + 4 for the other one.
        // Now an epoch with two training batches:
        let longer = EventTrace()
        try tinyLoop(train: 2, valid: 1, callbacks: [longer]).fit(1, learningRate: 0.1)
        show(trace.events.count, "one training batch, one validation batch")
        show(
            longer.events.count, "two training batches, one validation batch",
            ask: "A second training batch brings the events of one batch. How many events are there now?")

        // Some events come in both kinds of batches, so a callback that must only act in training has to ask for
        // `isTraining` there:
        let isInBoth = Event.allCases.filter { event in trace.events.count { $0 == event } == 2 }
        show(isInBoth.map(\.rawValue), "events of both parts")
    }

    func whoTrains() throws {
        // `TrainEval` is a callback like any other. What happens if it is not in the list?
        let trace = EventTrace()
        let loop = tinyLoop(train: 2, valid: 1, callbacks: [trace])
        loop.callbacks.removeAll { $0 is TrainEval }
        let before = loop.model.parameters[0].value.scalars
        try loop.fit(1, learningRate: 0.1)
        show(
            loop.model.parameters[0].value.scalars == before, "the weights are as they were",
            predict: .yesNo("Without TrainEval nobody sets isTraining. Do the weights stay as they were?", true))
        show(trace.events.count { $0 == .afterStep }, "steps")

        // The loop goes through all batches and never learns. What sounds like the loop's own business is a decision,
        // and decisions are in callbacks. What is left in the loop is the order of things.
    }
}
