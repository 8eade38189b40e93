import Exercises17
import Layers
import Practice
import Solutions17
import Tensors

let linearLayer = Check(
    "17.32",
    answer(
        "linearLayer(_:_:bias:using:)", changingLast(Exercises17.linearLayer(_:_:bias:using:)),
        changingLast(Solutions17.linearLayer(_:_:bias:using:)))
) { linearLayer in
    let random = Variable("random", SplitMix64(seed: 1732))
    for (inputs, outputs, bias) in [(10, 2, true), (3, 4, false), (1, 1, true)] {
        let layer = try linearLayer(inputs, outputs, bias, random)
        try expectEqual(layer.its("is the engine's Linear") { $0 is Linear }, false)
        let shapes = layer.its("shapes of the parameters") { $0.parameters.map(\.shape) }
        try expectEqual(shapes, bias ? [[outputs, inputs], [outputs]] : [[outputs, inputs]])
        let values = layer.value.parameters.map { $0.value.detached() }
        if bias {
            try expectClose(layer.its("bias") { _ in values[1] }, .zeros(outputs))
            layer.value.parameters[1].assign(Tensor.arange(outputs) + 1)
        }
        for shape in [[inputs], [5, inputs], [2, 3, inputs]] {
            let x = Tensor.randn(shape, using: &random.value)
            let expected = x.matmul(values[0].T) + (bias ? Tensor.arange(outputs) + 1 : Tensor(0))
            try expectClose(layer.its("its output for \(shape)") { $0(x).detached() }, expected, tolerance: 1e-4)
        }
        layer.value(Tensor.ones(4, inputs)).sum().backward()
        try expectClose(layer.its("gradient of the weight") { $0.parameters[0].grad! }, .full(4, [outputs, inputs]))
    }
    let wide = try linearLayer(200, 300, true, random)
    let spread = wide.its("standard deviation of the weights") { $0.parameters[0].value.squared().mean().sqrt().item }
    try expectClose(spread, 0.1, tolerance: 0.002)
    let other = try linearLayer(200, 300, true, random)
    try expect(other.its("weights of a second layer") { $0.parameters[0].value.scalars }, "others than the first one's")
    {
        $0 != wide.value.parameters[0].value.scalars
    }
}

/// A function that changes its last argument of four.
private func changingLast<A, B, C, D, Output>(
    _ function: @escaping @Sendable (A, B, C, inout D) throws -> Output
) -> @Sendable (A, B, C, Variable<D>) throws -> Output {
    { try function($0, $1, $2, &$3.value) }
}
