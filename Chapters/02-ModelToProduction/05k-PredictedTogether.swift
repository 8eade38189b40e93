// # Predicted together
//
// Section 2.5 · After this page you can predict the requests of many users in one batch, without letting anybody wait
// for it.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// A net is trained on batches because a batch of 32 pictures costs less than 32 batches of one. Weights are fetched
// once for all of them, and all cores have something to do. A server could have that, too, if several people ask at
// the same time. The book is sceptical: the first one would have to wait until the batch is full. Does he?
//
// He does if the server waits for a number. It need not. While the net is busy with somebody's picture, others arrive.
// When it is done, it takes all who wait by then, at most so many. If nobody else is there, it takes one at once. So
// the batch is large exactly when many ask:

/// Gathers what arrives while the work is going on, and has it done together.
public actor Gatherer<Input: Sendable, Output: Sendable> {
    private struct Waiting {
        let input: Input
        let answer: CheckedContinuation<Output, any Error>
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
        try await withCheckedThrowingContinuation { answer in
            waiting.append(Waiting(input: input, answer: answer))
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
                for (one, output) in zip(batch, outputs) { one.answer.resume(returning: output) }
            } catch {
                for one in batch { one.answer.resume(throwing: error) }
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
        record(
            "app/gain-of-a-batch-of-\(last.pictures)", first.milliseconds * Double(last.pictures) / last.milliseconds)

        // On a processor with a few cores the gain is a factor of one and a bit, rarely two. On a graphics processor
        // with thousands of them, a single picture leaves most of them idle, and the factor may be 50. That is the
        // book's whole argument: a GPU pays off if, and only if, there is a crowd.
        show(
            Chart("One or many at a time", x: "pictures in a batch", y: "milliseconds", xScale: .logarithmic) {
                Line(costs.map(\.pictures), costs.map(\.milliseconds), "the whole batch: all wait so long")
                Line(
                    costs.map(\.pictures), costs.map { $0.milliseconds / Double($0.pictures) },
                    "its share for one picture")
            }, "Waiting time and cost")
    }

    func crowdsAndLoners() throws {
        // Now the waiting. Photos of 64 × 64 pixels are sent to the application, by one user after the other, and by
        // many at a time:
        let app = try app
        var table = TextTable(
            ["at a time", "requests", "a second", "median", "99 of 100 within", "largest batch"], decimals: 1)
        var results: [LoadResult] = []
        for atOnce in [1, 4, 16, 32] {
            let result = try LoadTest(requests: run.size(quick: 32, usual: 160, full: 1000), atOnce: atOnce).run(
                on: app.port, photo: try smallPhoto)
            results.append(result)
            table.add(
                atOnce, result.times.count, result.perSecond, result.milliseconds(0.5), result.milliseconds(0.99),
                result.largestBatch)
        }
        show(table, "What users of the application experience, in milliseconds")
        let lost = results.map(\.lost).reduce(0, +)
        show(lost, "requests without an answer", predict: .count("How many requests are lost?", lost))
        show(
            (results.last?.largestBatch ?? 0) > 1, "pictures of different users were predicted together",
            predict: .yesNo(
                "32 users ask at a time, and nobody waits on purpose. Are pictures of several users predicted together all the same?",
                (results.last?.largestBatch ?? 0) > 1))

        // Compare the column of the medians with the number of users. If it grew in step with them, there would be no
        // use in batches at all: everyone would stand in line behind all others.
    }

    func waitingOnPurpose() throws {
        // The same crowd, with a gatherer that waits for a while before each batch. No net is needed to see it: the work
        // is a pause, 4 milliseconds for any batch and a half for each picture.
        let outcomes = run.size(quick: 60, usual: 300)
        var table = TextTable(["waits on purpose", "users", "median of the waiting", "mean batch"], decimals: 1)
        var medians: [Int: [Double]] = [:]
        for patience in [0.0, 20] {
            for users in [1, 32] {
                let queue = SimulatedQueue(patience: patience, most: 32, perBatch: 4, perPicture: 0.5)
                let (waits, batch) = queue.run(users: users, requests: outcomes)
                medians[users, default: []].append(waits)
                table.add("\(Int(patience)) ms", users, waits, batch)
            }
        }
        show(table, "A simulated queue, in milliseconds")
        show(
            medians[1]![1] > 3 * medians[1]![0], "a lone user waits more than three times as long",
            predict: .yesNo(
                "The server waits 20 milliseconds for others. Does a lone user wait more than three times as long?",
                medians[1]![1] > 3 * medians[1]![0]))

        // And the crowd does not gain anything: its batches were full already.
    }
}
