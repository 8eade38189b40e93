import Exercises16
import Practice
import Solutions16

let eventsOfFit = Check(
    "16.12",
    answer(
        "eventsOfFit(epochs:train:valid:skipped:)", Exercises16.eventsOfFit(epochs:train:valid:skipped:),
        Solutions16.eventsOfFit(epochs:train:valid:skipped:))
) { eventsOfFit in
    let batch = ["beginBatch", "afterPrediction", "afterLoss"]
    let small = ["beginFit", "beginEpoch", "beginTrain"] + batch + ["afterBackward", "afterStep", "afterBatch"]
    let rest = ["afterTrain", "beginValidate"] + batch + ["afterBatch", "afterValidate", "afterEpoch", "afterFit"]
    try expectEqual(eventsOfFit(1, 1, 1, []), small + rest)
    try expectEqual(eventsOfFit(0, 5, 5, []), ["beginFit", "afterFit"])
    let empty = ["beginEpoch", "beginTrain", "afterTrain", "beginValidate", "afterValidate", "afterEpoch"]
    try expectEqual(eventsOfFit(2, 0, 0, []), ["beginFit"] + empty + empty + ["afterFit"])
    let first = ["beginFit", "beginEpoch", "beginTrain", "beginBatch", "afterCancelBatch", "afterBatch"]
    try expectEqual(eventsOfFit(1, 1, 0, [0]), first + empty.dropFirst(2) + ["afterFit"])

    for (epochs, train, valid, skipped) in [
        (3, 4, 2, []), (2, 5, 1, [4]), (4, 1, 3, [7]), (1, 3, 0, [1]), (2, 6, 2, [3, 0, 4]), (2, 2, 1, [0, 1]),
    ] as [(Int, Int, Int, [Int])] {
        let found = try eventsOfFit(epochs, train, valid, skipped)
        let real = skipped.filter { $0 < train }.sorted()
        let skips = real.count
        try expectEqual(
            found.its("count", \.count), 2 + epochs * (6 + 6 * (train - skips) + 3 * skips + 4 * valid))
        try expectEqual(found.its("steps") { $0.count { $0 == "afterStep" } }, epochs * (train - skips))
        try expectEqual(found.its("losses") { $0.count { $0 == "afterLoss" } }, epochs * (train - skips + valid))
        let inEpoch = found.its("the first epoch") { Array($0.dropFirst().prefix { $0 != "afterEpoch" }) }
        let places = inEpoch.its("training batches that were skipped") { events in
            let batches = events.split(separator: "beginBatch", omittingEmptySubsequences: false).dropFirst()
            return batches.indices.filter { batches[$0].first == "afterCancelBatch" }.map { $0 - 1 }
        }
        try expectEqual(places, real)
    }
}
