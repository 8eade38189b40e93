import Exercises17
import Practice
import Solutions17
import Tensors

/// A new ReLU, as its two methods.
private typealias MakeReLU =
    @Sendable () -> (
        call: NamedFunction<Tensor, Tensor>, back: NamedFunction<Tensor?, Tensor>
    )

private let readers: MakeReLU = {
    let relu = Exercises17.RepeatableReLU()
    return methods({ try relu($0) }, { try relu.backward($0) })
}
private let ours: MakeReLU = {
    let relu = Solutions17.RepeatableReLU()
    return methods({ try relu($0) }, { try relu.backward($0) })
}

/// An object is used by one check only, which runs on one thread.
private func methods(
    _ call: @escaping (Tensor) throws -> Tensor, _ back: @escaping (Tensor) throws -> Tensor?
) -> (call: NamedFunction<Tensor, Tensor>, back: NamedFunction<Tensor?, Tensor>) {
    nonisolated(unsafe) let (call, back) = (call, back)
    return (NamedFunction("relu(_:)") { try call($0) }, NamedFunction("relu.backward(_:)") { try back($0) })
}

let repeatableReLU = Check("17.25", Answer(readers, ours)) { makeReLU in
    let relu = makeReLU()
    func forward(_ x: Tensor, _ y: Tensor) throws { try expectClose(relu.call(x), y) }
    func back(_ dy: Tensor, _ dx: Tensor?, _ remark: String) throws {
        let found = try relu.back(dy).noting(remark)
        try expectEqual(found.its("is nil") { $0 == nil }, dx == nil)
        if let dx { try expectClose(found.its("gradient") { $0! }, dx) }
    }
    try back(Tensor([1]), nil, "before any call")
    try forward(Tensor([-1, 2, 0]), Tensor([0, 2, 0]))
    try forward(Tensor([[3, -4], [0, 5]]), Tensor([[3, 0], [0, 5]]))
    try back(Tensor([[1, 2], [3, 4]]), Tensor([[1, 0], [0, 4]]), "the first time after two calls")
    try forward(Tensor([7]), Tensor([7]))
    try back(Tensor([-6]), Tensor([-6]), "after another call")
    try back(Tensor([10, 20, 30]), Tensor([0, 20, 0]), "for the first call")
    try back(Tensor([1, 1, 1]), nil, "when no call is left")

    // Two objects know nothing of each other.
    let other = makeReLU()
    try forward(Tensor([1, -1]), Tensor([1, 0]))
    try expectEqual(other.back(Tensor([1, 1])).noting("of another object").its("is nil") { $0 == nil }, true)
    try back(Tensor([5, 5]), Tensor([5, 0]), "at last")
}
