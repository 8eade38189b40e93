import Exercises04
import Practice
import Solutions04
import Tensors

let initParams = Check(
    "4.18",
    answer(
        "initParams(_:_:using:)", changing(Exercises04.initParams(_:_:using:)),
        changing(Solutions04.initParams(_:_:using:)))
) { initParams in
    let random = Variable("random", SplitMix64(seed: 12))
    let layer = try initParams(784, 30, random)
    try expectEqual(layer.its("number of parameters", \.count), 2)
    for (k, (name, shape)) in [("weights", [784, 30]), ("bias", [30])].enumerated() {
        let parameter = layer.its(name) { $0[k] }
        try expectEqual(parameter.its("shape", \.shape), shape)
        try expectEqual(parameter.its("requiresGrad", \.requiresGrad), true)
        try expectEqual(parameter.its("gradFn (nil for a parameter: it is a leaf, not a result)", \.gradFn), nil)
    }
    try expectClose(layer.its("bias") { $0[1].detached() }, .zeros(30))

    // The spread of the scores, and of the weights themselves.
    var inputs = SplitMix64(seed: 18)
    for (count, outputs) in [(784, 30), (25, 400), (4, 2000)] {
        let weights = try initParams(count, outputs, random).its("weights") { $0[0].detached() }
        let scores = weights.its("standard deviation of the scores of 500 random inputs") {
            Tensor.randn(500, count, using: &inputs).matmul($0).std().item
        }
        try expectClose(scores, 1, tolerance: 0.025)
        let deviation = weights.value.std().item
        try expectClose(weights.its("mean") { $0.mean().item }, 0, tolerance: 0.05 * deviation)
        let within = weights.its("share within one standard deviation (normal?)") {
            Tensor($0.abs() .< deviation).mean().item
        }
        try expectClose(within, 0.683, tolerance: 0.02)
    }

    try expect(
        initParams(784, 30, random).noting("a second time"),
        "other numbers: the generator has moved on", found: "the same numbers"
    ) { $0[0].scalars != layer.value[0].scalars }
    try expect(
        initParams(784, 30, Variable("random", SplitMix64(seed: 12))).noting("again from the same seed"),
        "the same numbers: all randomness comes from `random`", found: "other numbers"
    ) { $0[0].scalars == layer.value[0].scalars }
}
