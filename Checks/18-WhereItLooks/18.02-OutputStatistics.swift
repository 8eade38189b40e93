import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

/// A watch, as what can be done with it.
private struct Watch {
    let rows: () -> [[Float]]
    let stop: () throws -> Void
    let object: () -> AnyObject?
}

private let readers: @Sendable (any Layer<Tensor, Tensor>) throws -> (watch: Watch, object: AnyObject) = { layer in
    let watch = try Exercises18.OutputStatistics(of: layer)
    return (
        Watch(
            rows: { [weak watch] in watch?.entries.map { [$0.mean, $0.deviation, $0.nearZero] } ?? [] },
            stop: { [weak watch] in try watch?.stop() }, object: { [weak watch] in watch }), watch
    )
}
private let ours: @Sendable (any Layer<Tensor, Tensor>) throws -> (watch: Watch, object: AnyObject) = { layer in
    let watch = try Solutions18.OutputStatistics(of: layer)
    return (
        Watch(
            rows: { [weak watch] in watch?.entries.map { [$0.mean, $0.deviation, $0.nearZero] } ?? [] },
            stop: { [weak watch] in try watch?.stop() }, object: { [weak watch] in watch }), watch
    )
}

let outputStatistics = Check("18.2", Answer(readers, ours)) { watching in
    let layer = ReLU()
    var (watch, object): (Watch, AnyObject?) = try asking("OutputStatistics(of: ReLU())") {
        let made = try watching(layer)
        return (made.watch, made.object)
    }
    func expectRows(_ text: String, _ expected: [[Float]]) throws {
        let rows = watch.rows()
        try expectEqual(Found("entries \(text)", rows.count), expected.count)
        for (row, wanted) in zip(rows, expected) {
            try expectClose(Found("mean, deviation, nearZero \(text)", row), wanted)
        }
    }
    _ = layer(Tensor([[-1, 0, 2, 4]]))
    let first: [Float] = [1.5, (11.0 / 4).squareRoot(), 0.5]
    try expectRows("after a call with [-1, 0, 2, 4]", [first])
    layer.eval()
    _ = layer(Tensor([[1, 1, 1, 1]]))
    try expectRows("after another call, in evaluation mode", [first])
    layer.train()
    _ = layer(Tensor([0.04, 0.05, 0.06, 0.01]).requiringGrad())
    let second: [Float] = [0.04, (Float(0.0014) / 4).squareRoot(), 0.5]
    try expectRows("after a call with [0.04, 0.05, 0.06, 0.01]", [first, second])
    try asking("stop()") { try watch.stop() }
    try asking("stop(), again") { try watch.stop() }
    _ = layer(Tensor([1, 2]))
    try expectRows("after it was stopped and the layer called", [first, second])
    object = nil
    try expectEqual(Found("is the stopped object still alive", watch.object() != nil), false)

    (watch, object) = try asking("OutputStatistics(of: ReLU()), not stopped") {
        let made = try watching(layer)
        return (made.watch, made.object)
    }
    _ = layer(Tensor([1]))
    try expectEqual(Found("entries of a second one", watch.rows().count), 1)
    withExtendedLifetime(object) {}
    object = nil
    try expectEqual(
        Found("is the object still alive, when nobody holds it and it was not stopped", watch.object() != nil), false)
}
