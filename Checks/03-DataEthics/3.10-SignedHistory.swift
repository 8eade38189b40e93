import Chapter03
import Exercises03
import Practice
import Solutions03

let signedHistory = Check(
    "3.10",
    answer(
        "genuineEdits(_:signatures:)", Exercises03.genuineEdits(_:signatures:), Solutions03.genuineEdits(_:signatures:))
) { signedHistory in
    func look(_ edits: [(text: String, signature: Int)], _ wanted: Int) throws {
        try expectEqual(signedHistory(edits.map(\.text), edits.map(\.signature)), wanted)
    }
    func history(_ texts: [String]) -> [(text: String, signature: Int)] {
        var (before, edits) = (0, [(text: String, signature: Int)]())
        for text in texts {
            before = signature("\(before)|\(text)")
            edits.append((text, before))
        }
        return edits
    }
    let edits = history(["Monday at six", "Tuesday at six", "Tuesday at seven", "Tuesday at seven, in the hall"])
    try look(edits, 4)
    try look([], 0)
    var changed = edits
    changed[2].text = "Sunday at seven"
    try look(changed, 2)
    try look(edits.filter { $0.text != "Tuesday at six" }, 1)
    try look(Array(edits.reversed()), 0)
    try look(edits + [("more", signature("more"))], 4)
    try look([("first", signature("first"))], 0)
}
