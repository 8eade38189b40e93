import Exercises16
import Practice
import Solutions16
import Training

/// Something that is no cancellation.
private struct Failure: Error { let name: String }

/// What is thrown at which events.
private typealias Trouble = [String: any Error]

/// A batch as a list of what it does, and what it throws at the end.
private func listed(
    _ oneBatch: @escaping @Sendable (Bool, @escaping (String) -> Void, @escaping (String) throws -> Void) throws -> Void
) -> @Sendable (Bool, Named<Int>, Named<Trouble>) throws -> [String] {
    { isTraining, _, trouble in
        var lines: [String] = []
        do {
            try oneBatch(isTraining, { lines.append($0) }) { event in
                lines.append(event)
                if let error = trouble.value[event] { throw error }
            }
        } catch let error as Unanswered {
            throw error
        } catch { lines.append("throws \(words(error))") }
        return lines
    }
}

private func words(_ error: any Error) -> String {
    if let cancel = error as? Cancel { return "Cancel(.\(cancel.phase))" }
    return (error as? Failure).map { "Failure(\($0.name))" } ?? "\(error)"
}

let oneBatch = Check(
    "16.11",
    answer(
        "oneBatch(isTraining:work:send:)", listed(Exercises16.oneBatch(isTraining:work:send:)),
        listed(Solutions16.oneBatch(isTraining:work:send:)))
) { oneBatch in
    let learning = [
        "beginBatch", "predict", "afterPrediction", "loss", "afterLoss", "backward", "afterBackward", "step",
        "afterStep",
        "clear", "afterBatch",
    ]
    let judging = ["beginBatch", "predict", "afterPrediction", "loss", "afterLoss", "afterBatch"]
    func judge(_ isTraining: Bool, _ trouble: Trouble, _ expected: [String]) throws {
        let throwing = trouble.sorted { $0.key < $1.key }.map { "\(words($0.value)) at \($0.key)" }
        let name = throwing.isEmpty ? "throws nothing" : "throws " + throwing.joined(separator: ", ")
        try expectEqual(oneBatch(isTraining, Named("work", 0), Named(name, trouble)), expected)
    }
    try judge(true, [:], learning)
    try judge(false, [:], judging)
    for (isTraining, all) in [(true, learning), (false, judging)] {
        for event in all.dropLast() where event.hasPrefix("after") || event.hasPrefix("begin") {
            let before = Array(all[...all.firstIndex(of: event)!])
            try judge(isTraining, [event: Cancel(.batch)], before + ["afterCancelBatch", "afterBatch"])
            try judge(isTraining, [event: Cancel(.fit)], before + ["afterBatch", "throws Cancel(.fit)"])
            try judge(isTraining, [event: Failure(name: "disk")], before + ["afterBatch", "throws Failure(disk)"])
        }
    }
    let (disk, net) = (Failure(name: "disk"), Failure(name: "net"))
    let end = ["beginBatch", "predict", "afterPrediction", "afterBatch"]
    try judge(false, ["afterPrediction": disk, "afterBatch": Cancel(.fit)], end + ["throws Failure(disk)"])
    try judge(false, ["afterPrediction": Cancel(.epoch), "afterBatch": net], end + ["throws Failure(net)"])
    try judge(false, ["afterPrediction": disk, "afterBatch": net], end + ["throws Failure(disk)"])
    try judge(false, ["afterPrediction": Cancel(.epoch), "afterBatch": Cancel(.fit)], end + ["throws Cancel(.epoch)"])
    try judge(false, ["afterBatch": Cancel(.batch)], judging + ["throws Cancel(.batch)"])
    let cancelled = Array(end.dropLast()) + ["afterCancelBatch", "afterBatch"]
    try judge(false, ["afterPrediction": Cancel(.batch), "afterCancelBatch": net], cancelled + ["throws Failure(net)"])
}
