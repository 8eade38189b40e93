// Which events come, and in which order, whatever is cancelled where.

import Chapter16
import Testing

/// The events of one epoch of two training batches and one validation batch.
private let complete: [Event] = [
    .beginFit, .beginEpoch, .beginTrain,
    .beginBatch, .afterPrediction, .afterLoss, .afterBackward, .afterStep, .afterBatch,
    .beginBatch, .afterPrediction, .afterLoss, .afterBackward, .afterStep, .afterBatch,
    .afterTrain, .beginValidate,
    .beginBatch, .afterPrediction, .afterLoss, .afterBatch,
    .afterValidate, .afterEpoch, .afterFit,
]

/// Throws a cancellation the first time that an event comes after so many events.
private final class CancelAt: LoopCallback {
    private let place: Int
    private let part: TrainingPart
    private var count = 0

    init(_ place: Int, _ part: TrainingPart) { (self.place, self.part) = (place, part) }

    override func callAsFunction(_ event: Event) throws {
        count += 1
        if count == place + 1 { throw CancelPart(part) }
    }
}

/// The events of that epoch if a part is cancelled at the event with this number, and what reaches the caller.
private func events(cancelling part: TrainingPart, at place: Int) -> (events: [Event], thrown: CancelPart?) {
    let trace = EventTrace()
    let loop = tinyLoop(train: 2, valid: 1, callbacks: [trace, CancelAt(place, part)])
    do { try loop.fit(1, learningRate: 0.1) } catch { return (trace.events, error as? CancelPart) }
    return (trace.events, nil)
}

@Suite struct `The order of events` {
    @Test func `is complete where nothing is cancelled`() throws {
        let trace = EventTrace()
        try tinyLoop(train: 2, valid: 1, callbacks: [trace]).fit(1, learningRate: 0.1)
        #expect(trace.events == complete)
        let three = EventTrace()
        try tinyLoop(train: 2, valid: 1, callbacks: [three]).fit(3, learningRate: 0.1)
        let epoch = complete.dropFirst().dropLast()
        #expect(three.events == [.beginFit] + epoch + epoch + epoch + [.afterFit])
    }

    @Test func `has nothing but the fit in no epochs, and empty parts without batches`() throws {
        let (none, empty) = (EventTrace(), EventTrace())
        try tinyLoop(train: 2, valid: 1, callbacks: [none]).fit(0, learningRate: 0.1)
        #expect(none.events == [.beginFit, .afterFit])
        try tinyLoop(train: 0, valid: 0, callbacks: [empty]).fit(1, learningRate: 0.1)
        let parts: [Event] = [.beginTrain, .afterTrain, .beginValidate, .afterValidate]
        #expect(empty.events == [.beginFit, .beginEpoch] + parts + [.afterEpoch, .afterFit])
    }

    /// At the loss of the first batch, number 5; for the validation part, at its loss, number 19.
    @Test(
        arguments: [
            (.batch, 5, [.afterCancelBatch, .afterBatch], 9),
            (.train, 5, [.afterBatch, .afterCancelTrain, .afterTrain], 16),
            (.validate, 19, [.afterBatch, .afterCancelValidate, .afterValidate], 22),
            (.epoch, 5, [.afterBatch, .afterTrain, .afterCancelEpoch, .afterEpoch], 23),
            (.epoch, 19, [.afterBatch, .afterValidate, .afterCancelEpoch, .afterEpoch], 23),
            (.fit, 5, [.afterBatch, .afterTrain, .afterEpoch, .afterCancelFit, .afterFit], 24),
            (.fit, 19, [.afterBatch, .afterValidate, .afterEpoch, .afterCancelFit, .afterFit], 24),
        ] as [(TrainingPart, Int, [Event], Int)])
    func `goes on after the part that was cancelled`(
        _ part: TrainingPart, _ place: Int, _ ending: [Event], _ next: Int
    ) {
        let (found, thrown) = events(cancelling: part, at: place)
        #expect(found == complete[...place] + ending + complete[next...])
        #expect(thrown == nil)
    }

    /// At its first event, a part is cancelled as at any other.
    @Test(
        arguments: [
            (.fit, 0, [.afterCancelFit, .afterFit], 24), (.epoch, 1, [.afterCancelEpoch, .afterEpoch], 23),
            (.train, 2, [.afterCancelTrain, .afterTrain], 16), (.batch, 3, [.afterCancelBatch, .afterBatch], 9),
            (.validate, 16, [.afterCancelValidate, .afterValidate], 22),
        ] as [(TrainingPart, Int, [Event], Int)])
    func `is as short as it can be if a part is cancelled at its beginning`(
        _ part: TrainingPart, _ place: Int, _ ending: [Event], _ next: Int
    ) {
        #expect(events(cancelling: part, at: place).events == complete[...place] + ending + complete[next...])
    }

    /// Wherever something is cancelled: what has begun has ended, from the inside out.
    @Test(arguments: TrainingPart.allCases)
    func `is closed wherever a part is cancelled`(_ part: TrainingPart) {
        for place in complete.indices {
            let (found, thrown) = events(cancelling: part, at: place)
            var open: [TrainingPart] = []
            var isThere = false  // whether the part was open, and not yet at its last event
            for (number, event) in found.enumerated() {
                if let begun = TrainingPart.allCases.first(where: { $0.begin == event }) { open.append(begun) }
                if number == place { isThere = open.contains(part) && !(open.last == part && event == part.after) }
                if let cancelled = TrainingPart.allCases.first(where: { $0.afterCancel == event }) {
                    #expect(open.last == cancelled && found[number + 1] == cancelled.after)
                }
                if let ended = TrainingPart.allCases.first(where: { $0.after == event }) {
                    #expect(open.popLast() == ended, "\(part) at \(place)")
                }
            }
            #expect(open.isEmpty && found.contains(part.afterCancel) == isThere, "\(part) at \(place)")
            // A part that is not there, or is at its end already, cannot be cancelled: the caller gets to know.
            #expect((thrown == CancelPart(part)) == !isThere, "\(part) at \(place)")
        }
    }
}
