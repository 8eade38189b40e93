import Exercises04
import Practice
import Solutions04
import Tensors

let initParams = Check(
    "4.12",
    answer(
        "initParams(_:std:using:)", changing(Exercises04.initParams(_:std:using:)),
        changing(Solutions04.initParams(_:std:using:)))
) { initParams in
    let random = Variable("random", SplitMix64(seed: 12))
    let weights = try initParams([784, 30], 0.1, random)
    try expectEqual(weights.its("shape", \.shape), [784, 30])
    try expectEqual(weights.its("requiresGrad", \.requiresGrad), true)
    try expectEqual(weights.its("gradFn (nil for a parameter: it is a leaf, not a result)", \.gradFn), nil)

    let numbers = weights.its("numbers") { $0.detached() }
    try expectClose(numbers.its("mean") { $0.mean().item }, 0, tolerance: 0.005)
    try expectClose(numbers.its("standard deviation") { $0.std().item }, 0.1, tolerance: 0.005)
    let within = numbers.its("share in -0.1...0.1 (normal?)") { Tensor($0.abs() .< 0.1).mean().item }
    try expectClose(within, 0.683, tolerance: 0.02)

    try expect(
        initParams([784, 30], 0.1, random).noting("a second time"),
        "other numbers: the generator has moved on", found: "the same numbers"
    ) { $0.scalars != weights.value.scalars }
    try expect(
        initParams([784, 30], 0.1, Variable("random", SplitMix64(seed: 12))).noting("again from the same seed"),
        "the same numbers: all randomness comes from `random`", found: "other numbers"
    ) { $0.scalars == weights.value.scalars }
    try expectEqual(initParams([1], 1, random).its("shape", \.shape), [1])
}
