import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

/// An owned hook, as what can be done with it. Whoever lets go of it lets go of the hook.
private struct Owned {
    let move: (any Layer<Tensor, Tensor>) throws -> Void
    let count: () -> Int
}

private typealias Owning = @Sendable (any Layer<Tensor, Tensor>, @escaping (Tensor) -> Void) throws -> Owned

private let readers: Owning = { layer, note in
    let hook = try Exercises18.OwnedHook(at: layer, note)
    return Owned(move: { try hook.move(to: $0) }, count: { hook.count })
}
private let ours: Owning = { layer, note in
    let hook = try Solutions18.OwnedHook(at: layer, note)
    return Owned(move: { try hook.move(to: $0) }, count: { hook.count })
}

let ownedHook = Check("18.3", Answer(readers, ours)) { own in
    let (relu, tanh) = (ReLU(), Tanh())
    var noted: [Float] = []
    func call() {
        _ = relu(Tensor(2))
        _ = tanh(Tensor(0))
    }
    var hook: Owned? = try asking("OwnedHook(at: relu) { … }") { try own(relu) { noted.append($0.item) } }
    call()
    call()
    try expectClose(Found("noted, after two calls of relu(2) and tanh(0)", noted), [2, 2])
    try expectEqual(Found("count", hook!.count()), 2)
    try asking("move(to: tanh)") { try hook!.move(tanh) }
    call()
    try expectClose(Found("noted, after a move to tanh and another call of both", noted), [2, 2, 0])
    try expectEqual(Found("count after that", hook!.count()), 3)
    try expectEqual(Found("hooks at relu and tanh, after the move", [relu.numberOfHooks, tanh.numberOfHooks]), [0, 1])
    try asking("move(to: tanh), where it is already") { try hook!.move(tanh) }
    call()
    try expectClose(Found("noted, after a move to the same layer", noted), [2, 2, 0, 0])
    try expectEqual(Found("hooks at tanh, after that", tanh.numberOfHooks), 1)
    hook = nil
    try expectEqual(
        Found("hooks at relu and tanh, after the owner is gone", [relu.numberOfHooks, tanh.numberOfHooks]), [0, 0])
    call()
    try expectClose(Found("noted, after the owner is gone and both were called", noted), [2, 2, 0, 0])
}
