import Exercises19
import Practice
import Solutions19
import Training

private typealias Fit = @Sendable (Int, Int, Int, (String) throws -> Void) throws -> Void

/// An error that is no `Cancel`.
private struct DiskIsFull: Error, Equatable {}

let fourWaysOut = Check(
    "19.15",
    Answer(
        Exercises19.fit(epochs:train:valid:tell:) as Fit, Solutions19.fit(epochs:train:valid:tell:) as Fit)
) { fit in
    /// Expects these events, as their initials, when an error is thrown at the event of a number.
    func expectEvents(
        _ expected: String, epochs: Int = 1, train: Int = 2, valid: Int = 1, _ name: String = "nothing",
        _ error: (any Error)? = nil, at place: Int = -1, passesOn: Bool = false
    ) throws {
        let call = "fit(epochs: \(epochs), train: \(train), valid: \(valid)) with \(name) thrown at event \(place + 1)"
        let remark = error == nil ? "fit(epochs: \(epochs), train: \(train), valid: \(valid))" : call
        var (events, thrown): ([String], (any Error)?) = ([], nil)
        try asking(remark) {
            do {
                try fit(epochs, train, valid) { event in
                    events.append(event)
                    if let error, events.count == place + 1 { throw error }
                }
            } catch let unanswered as Unanswered {
                throw unanswered
            } catch {
                thrown = error
            }
        }
        try expectEqual(Found("\(remark), events", events), expected.split(separator: " ").map { words[$0]! })
        try expectEqual(Found("\(remark), the error comes out", thrown != nil), passesOn)
    }
    let usual = "F E B S s b B S s b e E B b e f"
    try expectEvents(usual)
    try expectEvents("F E e E e f", train: 0, valid: 0)
    try expectEvents("F f", epochs: 0)
    try expectEvents("F E B S s b e E e E B S s b e E e f", epochs: 2, train: 1, valid: 0)

    try expectEvents(usual, "Cancel(.step)", Cancel(.step), at: 3)
    try expectEvents("F E B b B S s b e E B b e f", "Cancel(.batch)", Cancel(.batch), at: 2)
    try expectEvents("F E B S b B S s b e E B b e f", "Cancel(.batch)", Cancel(.batch), at: 3)
    try expectEvents("F E B S s b e E B b e f", "Cancel(.epoch)", Cancel(.epoch), at: 5)
    try expectEvents("F E e E B b e f", "Cancel(.epoch)", Cancel(.epoch), at: 1)
    try expectEvents("F E B S f", "Cancel(.fit)", Cancel(.fit), at: 3)
    try expectEvents("F f", "Cancel(.fit)", Cancel(.fit), at: 0)

    // What ends something that is over, or has not begun, is nobody's but the caller's.
    try expectEvents(usual, "Cancel(.fit)", Cancel(.fit), at: 15, passesOn: true)
    try expectEvents("F E B S s b", "Cancel(.batch)", Cancel(.batch), at: 5, passesOn: true)
    try expectEvents("F E", "Cancel(.step)", Cancel(.step), at: 1, passesOn: true)
    try expectEvents("F E B S", "another error", DiskIsFull(), at: 3, passesOn: true)
}

private let words: [Substring: String] = [
    "F": "beforeFit", "E": "beforeEpoch", "B": "beforeBatch", "S": "beforeStep", "s": "afterStep", "b": "afterBatch",
    "e": "afterEpoch", "f": "afterFit",
]
