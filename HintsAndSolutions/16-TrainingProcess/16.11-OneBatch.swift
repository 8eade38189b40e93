// Nudge: First write the batch as if nothing could go wrong: six events, five steps. Then think of who may throw.
// Idea: Whatever is thrown before the end is kept in a variable. The last event is sent after that, and only then is
//   something thrown.
// Almost: `var errors: [any Error] = []`. One `do` with the whole batch in it: `catch let cancel as Cancel where
//   cancel.phase == .batch` sends "afterCancelBatch" (which may throw, too), any other error is appended. Then a
//   second `do` for "afterBatch". At the end: `errors.first { !($0 is Cancel) } ?? errors.first`.

import Training

public func oneBatch(
    isTraining: Bool, work: @escaping (String) -> Void, send: @escaping (String) throws -> Void
) throws {
    var errors: [any Error] = []
    func keeping(_ part: () throws -> Void) {
        do { try part() } catch { errors.append(error) }
    }
    keeping {
        do {
            try send("beginBatch")
            for (step, event) in [("predict", "afterPrediction"), ("loss", "afterLoss")] {
                work(step)
                try send(event)
            }
            if !isTraining { return }
            for (step, event) in [("backward", "afterBackward"), ("step", "afterStep")] {
                work(step)
                try send(event)
            }
            work("clear")
        } catch let cancel as Cancel where cancel.phase == .batch {
            try send("afterCancelBatch")
        }
    }
    keeping { try send("afterBatch") }
    // A cancellation must not hide what really went wrong.
    if let error = errors.first(where: { !($0 is Cancel) }) ?? errors.first { throw error }
}
