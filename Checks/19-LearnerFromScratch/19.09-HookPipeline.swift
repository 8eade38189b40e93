import Exercises19
import Practice
import Solutions19
import Tensors

private typealias Hook = (Tensor, Tensor) -> Tensor?

/// A new pipeline, as its three methods.
private struct Pipeline {
    let add: (@escaping Hook) throws -> Int
    let remove: (Int) throws -> Bool
    let call: (Tensor, Tensor) throws -> Tensor
}

private let readers: @Sendable () -> Pipeline = {
    let pipeline = Exercises19.HookPipeline()
    return Pipeline(
        add: { try pipeline.add($0) }, remove: { try pipeline.remove($0) }, call: { try pipeline($0, $1) })
}
private let ours: @Sendable () -> Pipeline = {
    let pipeline = Solutions19.HookPipeline()
    return Pipeline(
        add: { try pipeline.add($0) }, remove: { try pipeline.remove($0) }, call: { try pipeline($0, $1) })
}

let hookPipeline = Check("19.9", Answer(readers, ours)) { makePipeline in
    let pipeline = makePipeline()
    var notes: [String] = []
    func call(_ output: Float, _ remark: String) throws -> Found<Float> {
        notes = []
        let text = "pipeline(Tensor(\(output)), Tensor(-1)), \(remark)"
        return Found(text, try asking(text) { try pipeline.call(Tensor(output), Tensor(-1)).item })
    }
    func add(_ name: String, expecting number: Int, _ change: @escaping (Float) -> Float?) throws {
        let found = try asking("add(\(name))") {
            try pipeline.add { output, input in
                notes.append("\(name) got \(output.item) and \(input.item)")
                return change(output.item).map { Tensor($0) }
            }
        }
        try expectEqual(Found("add(\(name))", found), number)
    }
    func remove(_ number: Int, _ expected: Bool) throws {
        try expectEqual(
            Found("remove(\(number))", try asking("remove(\(number))") { try pipeline.remove(number) }), expected)
    }

    try expectEqual(call(3, "without hooks"), 3)
    try add("watch", expecting: 0) { _ in nil }
    try add("double", expecting: 1) { 2 * $0 }
    try add("plusOne", expecting: 2) { $0 + 1 }
    var found = try call(3, "with the hooks watch, double and plusOne")
    try expectEqual(found, 7)
    try expectEqual(
        found.its("what they saw") { _ in notes },
        ["watch got 3.0 and -1.0", "double got 3.0 and -1.0", "plusOne got 6.0 and -1.0"])

    try remove(1, true)
    try remove(1, false)
    try remove(7, false)
    try add("negate", expecting: 3) { -$0 }
    try remove(3, true)
    try add("square", expecting: 4) { $0 * $0 }
    found = try call(3, "with watch, plusOne and square")
    try expectEqual(found, 16)
    try expectEqual(found.its("how many were called") { _ in notes.count }, 3)

    // Hooks that change the pipeline while it runs.
    let changing = makePipeline()
    var calls: [String] = []
    let first = try changing.add { _, _ in
        calls.append("first")
        _ = try? changing.remove(0)
        _ = try? changing.remove(1)
        _ = try? changing.add { _, _ in
            calls.append("late"); return nil
        }
        return nil
    }
    _ = try changing.add { _, _ in
        calls.append("second"); return nil
    }
    try expectEqual(Found("add(_:) of another pipeline", first), 0)
    for expected in [["first", "second"], ["late"]] {
        calls = []
        let text = "a call whose first hook removes itself and the second one, and adds a third"
        let result = try asking(text) { try changing.call(Tensor(5), Tensor(0)).item }
        try expectEqual(Found(text, result), 5)
        try expectEqual(Found("\(text), which hooks were called", calls), expected)
    }
}
