import Exercises16
import Practice
import Solutions16

/// The order, or what the error says, split into words.
private struct Outcome { let order: [String]?, complaint: String }

/// A sorting that catches its own error.
private func attempted(
    _ sorted: @escaping @Sendable ([String], [(String, String)], Set<String>) throws -> [String]
) -> @Sendable ([String], [(String, String)], Set<String>) throws -> Outcome {
    { names, before, towardEnd in
        do {
            return Outcome(order: try sorted(names, before, towardEnd), complaint: "")
        } catch let error as Unanswered {
            throw error
        } catch { return Outcome(order: nil, complaint: "\(error)") }
    }
}

let orderTowardsTheEnd = Check(
    "16.19",
    answer(
        "sortedNames(_:before:towardEnd:)", attempted(Exercises16.sortedNames(_:before:towardEnd:)),
        attempted(Solutions16.sortedNames(_:before:towardEnd:)))
) { sortedNames in
    func judge(
        _ names: [String], _ before: [(String, String)], end: Set<String> = [], _ expected: [String]
    ) throws {
        try expectEqual(sortedNames(names, before, end).its("order", \.order), expected)
    }
    try judge([], [], [])
    try judge(["c", "a", "b"], [], ["c", "a", "b"])
    try judge(["c", "a", "b"], [("b", "c")], ["a", "b", "c"])
    try judge(["d", "c", "b", "a"], [("a", "b"), ("b", "c"), ("c", "d")], ["a", "b", "c", "d"])
    // After each choice it looks again from the front.
    try judge(["x", "y", "z", "w"], [("z", "x")], ["y", "z", "x", "w"])
    try judge(["a", "b"], [("b", "q"), ("q", "a")], ["a", "b"])
    try judge(["a", "b", "c"], [], end: ["a"], ["b", "c", "a"])
    try judge(["a", "b", "c", "d"], [], end: ["c", "a"], ["b", "d", "a", "c"])
    // Somebody waits for one who wants to be late.
    try judge(["a", "b", "c"], [("a", "b")], end: ["a"], ["c", "a", "b"])
    try judge(["a", "b", "c", "d"], [("a", "b"), ("d", "a")], end: ["a", "d"], ["c", "d", "a", "b"])

    func judgeCircle(_ names: [String], _ before: [(String, String)], _ circle: [String]) throws {
        let found = try sortedNames(names, before, [])
        try expectEqual(found.its("order", \.order), nil)
        let named = found.its("names in \"\(found.value.complaint)\"") { outcome in
            let words = outcome.complaint.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            return names.filter(words.contains).sorted()
        }
        try expectEqual(named, circle)
    }
    try judgeCircle(
        ["Rock", "Paper", "Scissors"], [("Rock", "Paper"), ("Paper", "Scissors"), ("Scissors", "Rock")],
        ["Paper", "Rock", "Scissors"])
    // Others wait for the circle, or the circle for others, and are not in it.
    try judgeCircle(
        ["Last", "First", "Egg", "Hen"],
        [("First", "Egg"), ("Egg", "Hen"), ("Hen", "Egg"), ("Hen", "Last")], ["Egg", "Hen"])
    try judgeCircle(["Self", "Other"], [("Self", "Self")], ["Self"])
}
