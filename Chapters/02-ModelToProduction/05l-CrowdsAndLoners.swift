// # A crowd and a lone user
//
// Section 2.5 · After this page you know from numbers whom a batch helps, and what it costs to wait for one.

import Figures
import Foundation
import Notebook

// A server that gathers gives the same answers as one that does not. What changes is how long its users wait.

extension ModelToProduction {
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
                atOnce, result.times.count, result.perSecond, result.milliseconds(until: 0.5),
                result.milliseconds(until: 0.99),
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

        // Compare the column of the medians with the number of users. Where a batch costs less than its pictures alone,
        // the median grows more slowly than the number of users. Where it does not, the medians grow in step with them:
        // everyone stands in line behind all others, in a batch or not. Batches cannot make up for missing cores.
    }

    func waitingOnPurpose() throws {
        // The same crowd, and a gatherer that waits for others before each batch that is not full. No net is needed to
        // see what that does; the times can be computed. Say that any batch takes 4 milliseconds, and each picture in
        // it half a millisecond more:
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

        // And the crowd does not gain anything: its batches were full already. Here are the numbers of users in
        // between. Mark the last step: a batch that is full with 32 waits for nobody, so only there patience costs
        // nothing.
        let users = [1, 2, 4, 8, 12, 16, 20, 24, 28, 30, 31, 32]
        show(
            Chart("Waiting for others helps nobody here", x: "users at a time", y: "median wait in milliseconds") {
                for patience in [0.0, 5, 20] {
                    let queue = SimulatedQueue(patience: patience, most: 32, perBatch: 4, perPicture: 0.5)
                    let medians = users.map { queue.run(users: $0, requests: outcomes).median }
                    Line(users, medians, "waits \(Int(patience)) ms on purpose")
                }
            }, "Median waiting time with and without patience")

        // Patience would pay where a batch is dear and a picture in it costs next to nothing, and where users come one
        // by one, at random, often. Exercise 2.11 asks you to write a queue for users who come whenever they like; it
        // waits for nobody, as the one above.
    }
}
