import Exercises06
import Practice
import Solutions06

let manyHotRows = Check(
    "6.3", answer("encoded(_:)", Exercises06.encoded(_:), Solutions06.encoded(_:)),
    answer(
        "decoded(_:classes:threshold:)", Exercises06.decoded(_:classes:threshold:),
        Solutions06.decoded(_:classes:threshold:))
) { encoded, decoded in
    func expectRows(_ texts: [String], _ classes: [String], _ rows: [[Float]]) throws {
        let found = try encoded(texts)
        try expectEqual(found.its("the classes") { $0.0 }, classes)
        try expectEqual(found.its("the rows") { $0.1 }, rows)
    }
    try expectRows(["dog cat", "", "cat"], ["cat", "dog"], [[1, 1], [0, 0], [1, 0]])
    try expectRows(
        ["car", "car car", "person bus car"], ["bus", "car", "person"], [[0, 1, 0], [0, 1, 0], [1, 1, 1]])
    try expectRows(["", ""], [], [[], []])
    try expectRows([], [], [])

    let classes = ["bus", "car", "person"]
    try expectEqual(decoded([0, 1, 1], classes, 0.5), ["car", "person"])
    try expectEqual(decoded([0.2, 0.5, 0.9], classes, 0.5), ["person"])
    try expectEqual(decoded([0.2, 0.5, 0.9], classes, 0.1), classes)
    try expectEqual(decoded([0.2, 0.5, 0.9], classes, 0.95), [])
    try expect(decoded([1, 0], classes, 0.5), "nil") { $0 == nil }
}
