import Exercises16
import Layers
import Practice
import Solutions16
import Tensors
import Training

let whatStands = Check(
    "16.27",
    answer(
        "unmoved(_:images:labels:)", Exercises16.unmoved(_:images:labels:), Solutions16.unmoved(_:images:labels:))
) { unmoved in
    var random = SplitMix64(seed: 1627)
    let (images, labels) = (Tensor.randn(12, 6, using: &random), IntTensor((0..<12).map { $0 % 3 }))
    func net() -> Sequential { Sequential(Linear(6, 5, using: &random), ReLU(), Linear(5, 3, using: &random)) }
    func judge(_ net: Sequential, is names: [String]) throws {
        try expectEqual(try unmoved(net, images, labels), names)
    }
    let healthy = net()
    try judge(healthy, is: [])
    // All weights zero: only the last bias moves.
    let zero = net()
    for p in zero.parameters { p.assign(p.value * 0) }
    try judge(zero, is: zero.namedParameters.map(\.name).sorted().dropLast(2) + [last(zero, "weight")])
    // Dead: no image comes through the ReLU.
    let dead = net()
    dead.parameters[1].assign(dead.parameters[1].value - 1000)
    try judge(dead, is: Array(dead.namedParameters.map(\.name).sorted().prefix(2)) + [last(dead, "weight")])
    // Frozen ones are nobody's surprise, and gradients of earlier batches are no movement.
    let frozen = net()
    for p in frozen.parameters { p.assign(p.value * 0) }
    crossEntropy(healthy(images), labels).backward()
    frozen.parameters[0].requiresGrad = false
    for p in frozen.parameters.dropFirst() { p.grad = Tensor.ones(p.shape) }
    let values = frozen.parameters.map(\.value.scalars)
    let names = frozen.namedParameters.map(\.name)
    let found = try unmoved(frozen, images, labels)
    try expectEqual(found, [names[1], names[2]].sorted())
    let kept = frozen.parameters.dropFirst().allSatisfy { $0.grad?.scalars.allSatisfy { $0 == 1 } ?? false }
    try expectEqual(found.its("gradients of before are there again") { _ in kept }, true)
    try expectEqual(
        found.its("parameters are as before") { _ in frozen.parameters.map(\.value.scalars) == values }, true)
}

/// "2.weight": the name of a parameter of a net's last layer.
private func last(_ net: Sequential, _ name: String) -> String {
    net.namedParameters.map(\.name).filter { $0.hasSuffix(name) }.sorted().last!
}
