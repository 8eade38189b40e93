import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

/// What both have in common.
private protocol Watch: AnyObject {
    var rows: [[Float]] { get }
    func stop() throws
}

extension Exercises18.OutputStatistics: Watch {
    fileprivate var rows: [[Float]] { entries.map { [$0.mean, $0.deviation, $0.nearZero] } }
}
extension Solutions18.OutputStatistics: Watch {
    fileprivate var rows: [[Float]] { entries.map { [$0.mean, $0.deviation, $0.nearZero] } }
}

private let readers: @Sendable (any Layer<Tensor, Tensor>) throws -> any Watch = {
    try Exercises18.OutputStatistics(of: $0)
}
private let ours: @Sendable (any Layer<Tensor, Tensor>) throws -> any Watch = {
    try Solutions18.OutputStatistics(of: $0)
}

let outputStatistics = Check("18.2", Answer(readers, ours)) { watching in
    let layer = ReLU()
    var watch: (any Watch)? = try asking("OutputStatistics(of: ReLU())") { try watching(layer) }
    func expectRows(_ text: String, _ expected: [[Float]]) throws {
        let rows = watch?.rows ?? []
        try expectEqual(Found("entries \(text)", rows.count), expected.count)
        for (row, wanted) in zip(rows, expected) {
            try expectClose(Found("mean, deviation, nearZero \(text)", row), wanted)
        }
    }
    _ = layer(Tensor([[-1, 0, 2, 4]]))
    let first: [Float] = [1.5, Float(11.0 / 4).squareRoot(), 0.5]
    try expectRows("after a call with [-1, 0, 2, 4]", [first])
    layer.eval()
    _ = layer(Tensor([[1, 1, 1, 1]]))
    try expectRows("after another call, in evaluation mode", [first])
    layer.train()
    _ = layer(Tensor([0.04, 0.05, 0.06, 0.01]).requiringGrad())
    let second: [Float] = [0.04, Float(0.0014 / 4).squareRoot(), 0.5]
    try expectRows("after a call with [0.04, 0.05, 0.06, 0.01]", [first, second])
    try asking("stop()") { try watch?.stop() }
    try asking("stop(), again") { try watch?.stop() }
    try expectEqual(Found("hooks at the layer, after it was stopped", layer.numberOfHooks), 0)
    _ = layer(Tensor([1, 2]))
    try expectRows("after it was stopped and the layer called", [first, second])

    // Nobody holds a second one any longer.
    watch = try asking("OutputStatistics(of: ReLU()), not stopped") { try watching(layer) }
    _ = layer(Tensor([1]))
    try expectRows("of a second one", [[1, 0, 0]])
    weak var seen: AnyObject? = watch
    watch = nil
    try expectEqual(
        Found("is the object still alive, when nobody holds it and it was not stopped", seen != nil), false)
    try expectEqual(Found("hooks at the layer, when the object is gone", layer.numberOfHooks), 0)
}
