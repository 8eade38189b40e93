import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

private typealias Wanted =
    @Sendable (
        Int, Int, Named<any Layer<Tensor, Tensor>>, Named<any Layer<Tensor, Tensor>>, Tensor
    ) throws -> Tensor

private let readers: Wanted = {
    try Exercises18.gradCAM(of: $0, ratherThan: $1, in: $2.value, at: $3.value, on: $4)
}
private let ours: Wanted = { try Solutions18.gradCAM(of: $0, ratherThan: $1, in: $2.value, at: $3.value, on: $4) }

let oneRatherThanTheOther = Check(
    "18.9",
    Answer(
        NamedFunction("gradCAM(of:ratherThan:in:at:on:)", readers),
        NamedFunction("gradCAM(of:ratherThan:in:at:on:)", ours))
) { gradCAM in
    var random = SplitMix64(seed: 1809)
    let first = Conv2d(2, 6, kernel: 3, padding: 1, using: &random)
    let second = Conv2d(6, 4, kernel: 3, stride: 2, padding: 1, using: &random)
    let norm = BatchNorm2d(4)
    let head = Linear(4, 3, using: &random)
    let net = Sequential(first, ReLU(), second, norm, Lambda { $0.mean(axes: 2, 3) }, head)
    for _ in 0..<3 { _ = net(Tensor.randn(8, 2, 6, 6, using: &random)) }
    let x = Tensor.randn(1, 2, 6, 6, using: &random)
    func named(_ name: String, _ layer: any Layer<Tensor, Tensor>) -> Named<any Layer<Tensor, Tensor>> {
        Named(name, layer)
    }

    // At the last maps it is the difference of two class activation maps, divided by the number of places.
    net.eval()
    let features = noGrad { norm(second(first(x).relu())) }[0]
    net.train()
    let w = head.weight.value.detached()
    let expected = ((w[2] - w[0]).reshaped(4, 1, 1) * features).sum(axis: 0) / 9
    let (netName, last) = (named("net", net), named("the last layer before the mean", norm))
    let before = norm.runningMean.value.scalars
    /// What has to hold after every call.
    func expectCleared(_ text: String, isTraining: Bool) throws {
        try expectEqual(Found("is the net in training mode, \(text)", net.isTraining), isTraining)
        try expectEqual(
            Found("are all its layers in the net's mode, \(text)", net.layers.map { $0.isTraining == isTraining }),
            net.layers.map { _ in true })
        try expectEqual(
            Found("are the running averages as before, \(text)", norm.runningMean.value.scalars == before), true)
        try expectEqual(
            Found("parameters with a gradient, \(text)", net.parameters.count { $0.grad != nil }), 0)
        try expectEqual(
            Found("hooks left at the layers, \(text)", net.layers.map { $0.numberOfHooks }), net.layers.map { _ in 0 })
    }
    try expectClose(gradCAM(2, 0, netName, last, x), expected)
    try expectCleared("after a call in training mode", isTraining: true)
    net.eval()
    try expectClose(gradCAM(0, 2, netName, last, x), -expected)
    try expectCleared("after a call in evaluation mode", isTraining: false)

    // At an inner layer: the worth of a channel by hand, from the gradient of a leaf in its place.
    let inner = noGrad { first(x) }.requiringGrad()
    let scores = head(norm(second(inner.relu())).mean(axes: 2, 3))
    (scores[0, 1] - scores[0, 2]).backward()
    let worth = inner.grad![0].mean(axes: 1, 2).reshaped(6, 1, 1)
    net.zeroGrad()
    let atFirst = (worth * inner.detached()[0]).sum(axis: 0)
    let firstName = named("the first layer", first)
    for isTraining in [false, true] {
        if isTraining { net.train() }
        try expectClose(gradCAM(1, 2, netName, firstName, x), atFirst)
        try expectCleared("after a call for an inner layer", isTraining: isTraining)
    }
    try expectClose(gradCAM(1, 1, netName, firstName, x), .zeros(6, 6))

    // A net with a way around the layer, of which nothing may be in the map; and a picture that is higher than wide.
    let branch = Conv2d(2, 4, kernel: 3, padding: 1, using: &random)
    let around = Sequential(
        Lambda { branch($0) + $0.sum(axis: 1, keepingAxes: true) }, Lambda { $0.mean(axes: 2, 3) }, head)
    let high = Tensor.randn(1, 2, 5, 3, using: &random)
    let bare = noGrad { branch(high) }[0]
    let map = ((w[1] - w[0]).reshaped(4, 1, 1) * bare).sum(axis: 0) / 15
    let aroundName = named("a net with a way around the layer", around)
    try expectClose(gradCAM(1, 0, aroundName, named("the layer", branch), high), map)
}
