import Chapter16
import Exercises16
import Practice
import Solutions16
import Tensors

let terminateFromMemory = Check(
    "16.23", answer("terminatingOnNaN()", Exercises16.terminatingOnNaN, Solutions16.terminatingOnNaN)
) { terminating in
    /// Trains with certain losses, three of training and two of validation per epoch, and expects so many recorded.
    func judge(_ training: [Float], _ validation: [Float] = [], recorded: Int, rows: Int) throws {
        for isFirst in [true, false] {
            let callback = try terminating()
            try expectEqual(callback.its("class is the chapter's TerminateOnNaN") { $0 is TerminateOnNaN }, false)
            let trace = EventTrace()
            let loop = TrainingLoop(
                rowLoaders(train: [[1], [2], [3]], valid: [[1], [2]]), TwoWeights(),
                callbacks: [Losses(training, validation), trace])
            loop.callbacks.insert(callback.value, at: isFirst ? 0 : loop.callbacks.count)
            try loop.fit(2, learningRate: 0)
            let place = "\(isFirst ? "first" : "last") in the list, with losses \(training) and \(validation)"
            try expectEqual(
                callback.its("number of recorded losses, \(place)") { _ in loop.recorder.losses.count }, recorded)
            try expectEqual(callback.its("number of rows, \(place)") { _ in loop.recorder.rows.count }, rows)
            let finite = callback.its("rows are finite, \(place)") { _ in
                loop.recorder.rows.allSatisfy { $0.validLoss.isFinite }
            }
            try expectEqual(finite, true)
            let isCancelled = recorded < 6 || !validation.allSatisfy(\.isFinite)
            let found = callback.its("events have an afterCancelFit, \(place)") { _ in
                trace.events.contains(.afterCancelFit)
            }
            try expectEqual(found, isCancelled)
        }
    }
    try judge([1, 2, 3, 4, 5, 6], recorded: 6, rows: 2)
    try judge([1, .nan, 3, 4, 5, 6], recorded: 1, rows: 0)
    try judge([1, 2, 3, .infinity, 5, 6], recorded: 3, rows: 1)
    try judge([1, 2, 3, 4, 5, -.infinity], recorded: 5, rows: 1)
    try judge([1, 2, 3, 4, 5, 6], [1, .nan, 3, 4], recorded: 3, rows: 1)
    try judge([1, 1e30, 3, 4, 5, 6], recorded: 6, rows: 2)
}
