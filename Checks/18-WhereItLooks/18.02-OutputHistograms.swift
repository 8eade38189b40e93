import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

/// What both have in common.
private protocol Watch: AnyObject {
    var counts: [[Int]] { get }
    func stop() throws
}

extension Exercises18.OutputHistograms: Watch {}
extension Solutions18.OutputHistograms: Watch {}

private typealias Watching = @Sendable (any Layer<Tensor, Tensor>, ClosedRange<Float>, Int) throws -> any Watch

private let readers: Watching = { try Exercises18.OutputHistograms(of: $0, range: $1, bins: $2) }
private let ours: Watching = { try Solutions18.OutputHistograms(of: $0, range: $1, bins: $2) }

let outputHistograms = Check("18.2", Answer(readers, ours)) { watching in
    let layer = ReLU()
    var watch: (any Watch)? = try asking("OutputHistograms(of: ReLU(), range: 0...4, bins: 4)") {
        try watching(layer, 0...4, 4)
    }
    func expectCounts(_ text: String, _ expected: [[Int]]) throws {
        try expectEqual(Found("counts \(text)", watch?.counts ?? []), expected)
    }
    _ = layer(Tensor([[-1, 0, 0.5, 1], [2.5, 3.9, 4, 9]]))
    let first = [3, 1, 1, 3]
    try expectCounts("after a call that gave [0, 0, 0.5, 1, 2.5, 3.9, 4, 9]", [first])
    layer.eval()
    _ = layer(Tensor([1, 1]))
    try expectCounts("after another call, in evaluation mode", [first])
    layer.train()
    _ = layer(Tensor([2, .infinity, 1]).requiringGrad())
    let second = [0, 1, 1, 1]
    try expectCounts("after a call that gave [2, infinity, 1]", [first, second])
    try asking("stop()") { try watch?.stop() }
    try asking("stop(), again") { try watch?.stop() }
    try expectEqual(Found("hooks at the layer, after it was stopped", layer.numberOfHooks), 0)
    _ = layer(Tensor([1, 2]))
    try expectCounts("after it was stopped and the layer called", [first, second])

    // Below the range, and NaN.
    let plain = Lambda { $0 }
    watch = try asking("OutputHistograms(of: …, range: -1...0.5, bins: 3)") { try watching(plain, -1...0.5, 3) }
    _ = plain(Tensor([-7, -.infinity, .nan, -0.5, -0.75, 0.25, 0]))
    try expectCounts("after a call that gave [-7, -infinity, NaN, -0.5, -0.75, 0.25, 0]", [[3, 1, 2]])
    try asking("stop()") { try watch?.stop() }

    // Nobody holds this one any longer.
    watch = try asking("OutputHistograms(of: ReLU(), range: 0...1, bins: 1), not stopped") {
        try watching(layer, 0...1, 1)
    }
    _ = layer(Tensor([1]))
    try expectCounts("of another one", [[1]])
    weak var seen: AnyObject? = watch
    watch = nil
    try expectEqual(
        Found("is the object still alive, when nobody holds it and it was not stopped", seen != nil), false)
    try expectEqual(Found("hooks at the layer, when the object is gone", layer.numberOfHooks), 0)
}
