import Exercises13
import Practice
import Solutions13
import Tensors

/// A normalizer, as what can be done with it.
private struct Normalizer: Sendable {
    let measured: [Tensor]
    let normalized, undone: NamedFunction<Tensor, Tensor>
}

private typealias Measure = NamedFunction<Normalizer, Tensor>

private let readers = Measure("ColourNormalize(measuredOn:)") { batch in
    let normalize = try Exercises13.ColourNormalize(measuredOn: batch)
    return Normalizer(
        measured: [normalize.mean, normalize.deviation],
        normalized: NamedFunction("normalize.normalized(_:)") { try normalize.normalized($0) },
        undone: NamedFunction("normalize.undone(_:)") { try normalize.undone($0) })
}
private let ours = Measure("ColourNormalize(measuredOn:)") { batch in
    let normalize = try Solutions13.ColourNormalize(measuredOn: batch)
    return Normalizer(
        measured: [normalize.mean, normalize.deviation],
        normalized: NamedFunction("normalize.normalized(_:)") { try normalize.normalized($0) },
        undone: NamedFunction("normalize.undone(_:)") { try normalize.undone($0) })
}

let colourNormalize = Check("13.18", Answer(readers, ours)) { measure in
    // Two pictures of 1 × 2 pixels: red 1 2 3 6, green always 7, blue 0 0 0 2.
    let pictures = Tensor(shape: [2, 3, 1, 2], [1, 2, 7, 7, 0, 0, 3, 6, 7, 7, 0, 2])
    let found = try measure(pictures)
    try expectClose(found.its("mean") { $0.measured[0] }, Tensor([3, 7, 0.5]))
    try expectClose(found.its("deviation") { $0.measured[1] }, Tensor([2.160247, 1, 1]))
    let normalize = found.value
    let other = Tensor(shape: [1, 3, 1, 2], [3, 3, 7, 9, 0.5, 1.5])
    let y = Tensor(shape: [1, 3, 1, 2], [0, 0, 0, 2, 0, 1])
    try expectClose(normalize.normalized(other), y)
    try expectClose(normalize.normalized(other[0]).noting("a single picture"), y[0])
    try expectClose(normalize.undone(y).noting("the way back"), other)
    var random = SplitMix64(seed: 1318)
    let many = Tensor.randn(5, 4, 6, 3, using: &random) * Tensor([1, 2, 3, 4]).reshaped(4, 1, 1)
    let four = try measure(many).value
    let normal = try four.normalized(many)
    try expectClose(normal.its("means of the channels") { $0.mean(axes: 0, 2, 3) }, .zeros(4))
    try expectClose(normal.its("deviations of the channels") { $0.std(axes: [0, 2, 3]) }, .ones(4))
    try expectClose(four.undone(normal.value).noting("the way back"), many)
}
