import Exercises19
import Practice
import Solutions19
import Tensors

private class Base {
    let weight: Tensor
    init(_ weight: Float) { self.weight = Tensor(weight) }
}

private final class Layer: Base {
    let name = "layer"
    let bias: Tensor?
    init(_ weight: Float, bias: Float?) {
        self.bias = bias.map { Tensor($0) }
        super.init(weight)
    }
}

private struct Pair {
    let first: Layer
    var second: Tensor
}

private final class Net {
    let layers: [Layer]
    let pair: Pair
    let tied: Layer
    let named: (left: Tensor, right: Tensor)
    let unnamed: (Int, Tensor)
    let deep: [[Tensor?]]
    let closure: @Sendable () -> Tensor
    let table: [String: Tensor]
    weak var parent: Net?
    var child: Net?

    init(_ start: Float) {
        layers = [Layer(start, bias: start + 1), Layer(start + 2, bias: nil)]
        pair = Pair(first: Layer(start + 3, bias: start + 4), second: Tensor(start + 5))
        tied = layers[0]
        named = (Tensor(start + 6), Tensor(start + 7))
        unnamed = (1, Tensor(start + 8))
        deep = [[Tensor(start + 9), nil], [], [Tensor(start + 10)]]
        let hidden = Tensor(99)
        closure = { hidden }
        table = ["hidden": hidden]
    }
}

/// Parent and child, which know each other.
private func family() -> Net {
    let (parent, child) = (Net(0), Net(100))
    (parent.child, child.parent) = (child, parent)
    return parent
}

private typealias NamedTensors = @Sendable (Named<Any>) throws -> [(name: String, tensor: Tensor)]
private let readers: NamedTensors = { try Exercises19.namedTensors(in: $0.value) }
private let ours: NamedTensors = { try Solutions19.namedTensors(in: $0.value) }

let namedTensors = Check(
    "19.8", Answer(NamedFunction("namedTensors(in:)", readers), NamedFunction("namedTensors(in:)", ours))
) { namedTensors in
    func expectNames(_ text: String, _ thing: Any, _ expected: [(String, Float)]) throws {
        let found = try namedTensors(Named<Any>(text, thing))
        try expectEqual(found.its("names") { $0.map(\.name) }, expected.map(\.0))
        try expectEqual(found.its("numbers") { $0.map(\.tensor.item) }, expected.map(\.1))
    }
    try expectNames("tensor", Tensor(7), [("", 7)])
    try expectNames("number", 7, [])
    try expectNames("nothing", Tensor?.none as Any, [])
    try expectNames("[Tensor]", [Tensor(1), Tensor(2)], [("0", 1), ("1", 2)])
    try expectNames("(a: Tensor, Tensor)", (a: Tensor(1), Tensor(2)), [("a", 1), ("1", 2)])
    try expectNames("layer with a superclass", Layer(3, bias: 4), [("weight", 3), ("bias", 4)])
    let shared = Layer(1, bias: nil)
    try expectNames("[shared, shared]", [shared, shared, Layer(2, bias: nil)], [("0.weight", 1), ("2.weight", 2)])

    func net(_ start: Float) -> [(String, Float)] {
        [
            ("layers.0.weight", start), ("layers.0.bias", start + 1), ("layers.1.weight", start + 2),
            ("pair.first.weight", start + 3), ("pair.first.bias", start + 4), ("pair.second", start + 5),
            ("named.left", start + 6), ("named.right", start + 7), ("unnamed.1", start + 8),
            ("deep.0.0", start + 9), ("deep.2.0", start + 10),
        ]
    }
    try expectNames("net", Net(20), net(20))
    let parent = family()
    try expectNames(
        "net whose child knows it", parent, net(0) + net(100).map { ("child.\($0.0)", $0.1) })
}
