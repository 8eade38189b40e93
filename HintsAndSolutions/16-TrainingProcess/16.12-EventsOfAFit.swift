// Nudge: Look at the picture of the page. Every box begins with a begin and ends with an after, and what is in between
//   is made of smaller boxes.
// Idea: Write the events of a batch first, of one that learns, one that judges, and one that is skipped. Lists are put
//   together with `+`, and `flatMap` does it for many.
// Almost: An epoch is ["beginEpoch", "beginTrain"] + batches + ["afterTrain", "beginValidate"] + batches +
//   ["afterValidate", "afterEpoch"]. A skipped batch is beginBatch, afterCancelBatch, afterBatch.

public func eventsOfFit(epochs: Int, train: Int, valid: Int, skipped: Int?) throws -> [String] {
    let judging = ["beginBatch", "afterPrediction", "afterLoss", "afterBatch"]
    let learning = judging.dropLast() + ["afterBackward", "afterStep", "afterBatch"]
    let cancelled = ["beginBatch", "afterCancelBatch", "afterBatch"]
    let trained = (0..<train).flatMap { $0 == skipped ? cancelled : Array(learning) }
    let judged = (0..<valid).flatMap { _ in judging }
    let epoch =
        ["beginEpoch", "beginTrain"] + trained + ["afterTrain", "beginValidate"] + judged
        + ["afterValidate", "afterEpoch"]
    return ["beginFit"] + (0..<epochs).flatMap { _ in epoch } + ["afterFit"]
}
