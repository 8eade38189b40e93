import Exercises12
import Practice
import Solutions12
import Tensors

private typealias Layers = [(weight: Tensor, bias: Tensor)]
private typealias InUse = @Sendable (Layers, [Float]) throws -> Layers

let classicDropout = Check(
    "12.19",
    answer(
        "classicDropout(_:p:kept:)", Exercises12.classicDropout(_:p:kept:), Solutions12.classicDropout(_:p:kept:)),
    answer(
        "layersInUse(_:p:)", naming(Exercises12.layersInUse(_:p:) as InUse),
        naming(Solutions12.layersInUse(_:p:) as InUse))
) { dropout, layersInUse in
    let x = Tensor([[1, -2, 4], [0.5, 3, -1]])
    try expectClose(dropout(x, 0.5, Tensor([[1, 0, 1], [0, 0, 1]])), Tensor([[1, 0, 4], [0, 0, -1]]))
    try expectClose(dropout(x, 0.9, Tensor([1, 1, 0])), Tensor([[1, -2, 0], [0.5, 3, 0]]))
    try expectClose(dropout(x, 0.25, nil), 0.75 * x)
    try expectClose(dropout(x, 0, nil), x)
    try expectClose(dropout(x, 1, nil), .zeros(2, 3))
    let leaf = x.requiringGrad()
    let found = try dropout(leaf, 0.5, Tensor([[1, 0, 1], [0, 0, 1]]))
    found.value.sum().backward()
    try expectClose(found.its("gradient of its sum") { _ in leaf.grad! }, Tensor([[1, 0, 1], [0, 0, 1]]))

    var random = SplitMix64(seed: 1219)
    for widths in [[3, 4, 2], [3, 1], [3, 5, 5, 2]] {
        let layers = zip(widths, widths.dropFirst()).map { inputs, outputs in
            (weight: Tensor.randn(outputs, inputs, using: &random), bias: Tensor.randn(outputs, using: &random))
        }
        let p = (0..<layers.count).map { [0.2, 0.5, 0][$0] as Float }
        let used = try layersInUse(Named("layers of \(widths) units", layers), p)
        try expectEqual(used.its("shapes of the weights") { $0.map(\.weight.shape) }, layers.map(\.weight.shape))
        var (expected, found) = (x, x)
        for (k, layer) in layers.enumerated() {
            expected = ((1 - p[k]) * expected).linear(layer.weight, layer.bias).relu()
            found = found.linear(used.value[k].weight, used.value[k].bias).relu()
        }
        try expectClose(used.its("answers of the net (with a relu after each layer)") { _ in found }, expected)
    }
}
