import Exercises20
import Practice
import Solutions20

let mergedSettings = Check(
    "20.6",
    answer(
        "mergedSettings(base:mine:theirs:)", Exercises20.mergedSettings(base:mine:theirs:),
        Solutions20.mergedSettings(base:mine:theirs:))
) { mergedSettings in
    func look(
        _ base: [String: String], _ mine: [String: String], _ theirs: [String: String], _ settings: [String: String],
        _ conflicts: [String: String] = [:]
    ) throws {
        let found = try mergedSettings(base, mine, theirs)
        try expectEqual(found.its("settings") { $0["settings"] ?? [:] }, settings)
        try expectEqual(found.its("conflicts") { $0["conflicts"] ?? [:] }, conflicts)
    }
    try look(["title": "a"], ["title": "b"], ["title": "a", "email": "x"], ["title": "b", "email": "x"])
    try look(["t": "a"], ["t": "b"], ["t": "c"], ["t": "a"], ["t": "b|c"])
    try look(["t": "a"], ["t": "b"], ["t": "b"], ["t": "b"])
    try look(["t": "a"], [:], ["t": "a"], [:])
    try look(["t": "a"], [:], ["t": "b"], ["t": "a"], ["t": "|b"])
    try look([:], ["t": "1"], ["t": "2"], [:], ["t": "1|2"])
    try look(["t": "a"], [:], [:], [:])
    try look([:], [:], [:], [:])
    try look(["a": "1", "b": "2"], ["a": "1", "b": "3"], ["a": "4", "b": "2"], ["a": "4", "b": "3"])
}
