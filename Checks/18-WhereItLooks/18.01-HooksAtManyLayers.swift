import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

private struct Interrupted: Error {}

private typealias WithHooks =
    @Sendable (
        [any Layer<Tensor, Tensor>], @escaping (Int, Tensor) -> Void, () throws -> Void
    ) throws -> Void

private let readers: WithHooks = { try Exercises18.withHooks(at: $0, $1, during: $2) }
private let ours: WithHooks = { try Solutions18.withHooks(at: $0, $1, during: $2) }

let hooksAtManyLayers = Check("18.1", Answer(readers, ours)) { withHooks in
    var random = SplitMix64(seed: 1801)
    let (first, second) = (Linear(3, 3, using: &random), ReLU())
    let net = Sequential(first, second)
    let x = Tensor([[1, -1, 2]])
    var notes: [(number: Int, output: Tensor)] = []
    func run(_ text: String, _ layers: [any Layer<Tensor, Tensor>], _ body: () throws -> Void) throws -> Found<[Int]> {
        notes = []
        try asking(text) { try withHooks(layers, { notes.append(($0, $1)) }, body) }
        return Found(text, notes.map(\.number))
    }
    try expectEqual(
        run("withHooks(at: [first, second]), the net called twice", [first, second]) {
            _ = net(x)
            _ = net(x)
        }, [0, 1, 0, 1])
    let y = net(x)
    try expectClose(Found("what was noted of the second layer", notes[1].output), y.detached())
    try expectEqual(Found("is the noted output tracked", notes[0].output.requiresGrad), false)
    _ = net(x)
    try expectEqual(Found("notes after the scope, when the net is called again", notes.count), 4)

    let twice = try run("withHooks(at: [second, second])", [second, second]) { _ = net(x) }
    try expectEqual(twice.its("sorted") { $0.sorted() }, [0, 1])
    try expectEqual(run("withHooks(at: [])", []) { _ = net(x) }, [])

    // With an error.
    var wasThrown = false
    do {
        _ = try run("withHooks(at: [first]), which ends with an error", [first]) {
            _ = net(x)
            throw Interrupted()
        }
    } catch is Interrupted {
        wasThrown = true
    }
    try expectEqual(Found("the error reaches the caller", wasThrown), true)
    _ = net(x)
    try expectEqual(Found("notes after an error, when the net is called again", notes.count), 1)
    try expectEqual(
        Found("hooks left at the two layers", [first.numberOfHooks, second.numberOfHooks]), [0, 0])
}
