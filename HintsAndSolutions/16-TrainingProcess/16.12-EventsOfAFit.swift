// Nudge: Look at the picture of the page. Every box begins with a begin and ends with an after, and what is in between
//   is made of smaller boxes.
// Idea: Write the events of a batch first, one for training, one for validation, and one that is skipped. Lists are
//   put together with `+`, and `flatMap` does it for many.
// Almost: An epoch is ["beginEpoch", "beginTrain"] + batches + ["afterTrain", "beginValidate"] + batches +
//   ["afterValidate", "afterEpoch"]. A skipped batch is beginBatch, afterCancelBatch, afterBatch.

public func eventsOfFit(epochs: Int, train: Int, valid: Int, skipped: [Int]) throws -> [String] {
    let validation = ["beginBatch", "afterPrediction", "afterLoss", "afterBatch"]
    let training = validation.dropLast() + ["afterBackward", "afterStep", "afterBatch"]
    let cancelled = ["beginBatch", "afterCancelBatch", "afterBatch"]
    let trained = (0..<train).flatMap { skipped.contains($0) ? cancelled : Array(training) }
    let validated = (0..<valid).flatMap { _ in validation }
    let epoch =
        ["beginEpoch", "beginTrain"] + trained + ["afterTrain", "beginValidate"] + validated
        + ["afterValidate", "afterEpoch"]
    return ["beginFit"] + (0..<epochs).flatMap { _ in epoch } + ["afterFit"]
}
