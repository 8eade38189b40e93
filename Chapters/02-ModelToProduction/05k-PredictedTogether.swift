// # Predicted together
//
// Section 2.5 · After this page you can predict the requests of many users in one batch, without letting anybody wait
// for it.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A net is trained on batches, and often a batch of 32 pictures costs less than 32 batches of one: weights are fetched
// once for all of them, and all cores have something to do. A server could have that, too, if several people ask at the
// same time. The book is sceptical: the first one would have to wait until the batch is full. Is that so?
//
// It is if the server waits for a number. It need not. While the net is busy with somebody's picture, others arrive.
// When it is done, it takes all who wait by then, at most so many. If nobody else is there, it takes one at once. So
// the batch is large exactly when many ask:

/// Gathers what arrives while the work is going on, and has it done together.
public actor Gatherer<Input: Sendable, Output: Sendable> {
    private struct Waiting {
        let input: Input
        let done: CheckedContinuation<Output, any Error>
    }

    private let most: Int
    private let patience: Duration
    private let work: @Sendable ([Input]) async throws -> [Output]
    private var waiting: [Waiting] = []
    private var isWorking = false

    /// - Parameters:
    ///   - most: at most so many together.
    ///   - patience: how long to wait for others before each batch that is not full.
    public init(
        most: Int, patience: Duration = .zero, work: @escaping @Sendable ([Input]) async throws -> [Output]
    ) {
        (self.most, self.patience, self.work) = (max(1, most), patience, work)
    }

    /// The result for one input, worked out together with those of others.
    public func callAsFunction(_ input: Input) async throws -> Output {
        try await withCheckedThrowingContinuation { done in
            waiting.append(Waiting(input: input, done: done))
            if isWorking { return }
            isWorking = true
            Task { await workOff() }
        }
    }

    private func workOff() async {
        while !waiting.isEmpty {
            if patience > .zero, waiting.count < most { try? await Task.sleep(for: patience) }
            let batch = Array(waiting.prefix(most))
            waiting.removeFirst(batch.count)
            do {
                let outputs = try await work(batch.map(\.input))
                guard outputs.count == batch.count else { throw Refused(500, "the net has lost a picture") }
                for (one, output) in zip(batch, outputs) { one.done.resume(returning: output) }
            } catch {
                for one in batch { one.done.resume(throwing: error) }
            }
        }
        isWorking = false
    }
}

// An *actor* is an object that is worked on by one task at a time. Between two lines of it without `await`, nothing
// else happens to it, so nobody is forgotten between the last look into `waiting` and `isWorking = false`.

extension ModelToProduction {
    func costOfABatch() throws {
        // First the gain: pictures per second when this run's net gets them by one, by two, and so on. It is measured
        // here, so the numbers are those of your machine:
        let costs = try batchCosts
        var table = TextTable(
            ["pictures in a batch", "milliseconds", "milliseconds a picture", "pictures a second"], decimals: 1)
        for cost in costs {
            table.add(
                cost.pictures, cost.milliseconds, cost.milliseconds / Double(cost.pictures),
                1000 * Double(cost.pictures) / cost.milliseconds)
        }
        show(table, "What a batch costs, in milliseconds: \(try appNet.name)")
        let first = costs.first!, last = costs.last!
        record("app/milliseconds-of-one", first.milliseconds)
        record("app/milliseconds-of-one-in-the-largest-batch", last.milliseconds / Double(last.pictures))

        let gain = first.milliseconds * Double(last.pictures) / last.milliseconds
        show(
            gain > 1.15
                ? "Alone, a picture costs \(fixed(gain, 2)) times as much as in the largest batch: one picture cannot keep the "
                    + "cores busy all the time."
                : gain > 0.85
                    ? "A picture in the largest batch costs about as much as alone: one picture is work enough for these cores."
                    : "In the largest batch a picture costs more than alone, here and now: cores that are busy with something "
                        + "else, or a batch that is too large for the caches.",
            "what the milliseconds say")

        // That is the book's whole argument. A graphics processor has thousands of cores, for which no single picture
        // is work enough; it pays off if, and only if, there is a crowd. An ordinary processor has a few, and is busy
        // soon.
        show(
            Chart("One or many at a time", x: "pictures in a batch", y: "milliseconds", xScale: .logarithmic) {
                Line(costs.map(\.pictures), costs.map(\.milliseconds), "the whole batch: all wait so long")
                Line(
                    costs.map(\.pictures), costs.map { $0.milliseconds / Double($0.pictures) },
                    "its share for one picture")
            }, "Milliseconds of waiting, and milliseconds of work")
    }
}
