import Exercises06
import Practice
import Solutions06

let peopleHeldBack = Check(
    "6.11",
    answer(
        "peopleHeldBack(_:person:candidates:share:)", Exercises06.peopleHeldBack(_:person:candidates:share:),
        Solutions06.peopleHeldBack(_:person:candidates:share:))
) { split in
    func expectHeld(
        _ recordings: [String], _ person: [String: String], _ candidates: [String], _ share: Double, _ valid: [Int]
    ) throws {
        let found = try split(recordings, person, candidates, share)
        try expectEqual(found.its("frames to be judged by") { $0.valid }, valid)
        let train = recordings.indices.filter { !valid.contains($0) }
        try expectEqual(found.its("frames to learn from") { $0.train }, train)
    }
    let recordings = ["01", "01", "02", "02", "03", "03", "04", "04", "05", "05"]
    let twice = ["01": "ann", "04": "ann", "02": "bob"]
    try expectHeld(recordings, [:], ["03"], 0.1, [4, 5])
    try expectHeld(recordings, twice, ["01"], 0.1, [0, 1, 6, 7])
    try expectHeld(recordings, twice, ["04", "02"], 0.3, [0, 1, 6, 7])
    try expectHeld(recordings, twice, ["02", "01"], 0.3, [0, 1, 2, 3, 6, 7])
    // The second recording of a person who is gone adds nothing, so the next candidate is needed.
    try expectHeld(recordings, twice, ["01", "04", "05", "03"], 0.5, [0, 1, 6, 7, 8, 9])
    try expectHeld(recordings, twice, ["77", "03"], 0.1, [4, 5])
    // No frame is of recording 77, though its person is in others.
    try expectHeld(recordings, ["01": "ann", "77": "ann"], ["77", "03"], 0.1, [4, 5])
    try expectHeld(recordings, twice, ["03"], 0.9, [4, 5])
    try expectHeld(recordings, twice, ["01"], 0, [])
    // A person who is called like somebody else's recording.
    try expectHeld(["a", "b"], ["a": "b"], ["b"], 0.5, [1])
    try expectHeld([], [:], ["01"], 0.5, [])
}
