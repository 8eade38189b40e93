import Exercises16
import Practice
import Solutions16
import Tensors
import Training

let rAdam = Check(
    "16.7",
    answer("rAdam(_:_:_:)", named(Exercises16.rAdam(_:_:_:)), named(Solutions16.rAdam(_:_:_:)))
) { rAdam in
    // One number. In the first step nothing is divided: the unbiased average is the gradient itself.
    let settings: [String: Float] = ["learningRate": 0.1, "momentum": 0.9, "squareMomentum": 0.99, "epsilon": 1e-5]
    let (p, stored) = try firstStep(rAdam, from: Tensor([1]), Tensor([20]), settings)
    try expectClose(p, Tensor([-1]))
    try expectEqual(stored.its("names") { $0.keys.sorted() }, ["average", "square", "steps"])
    try expectClose(stored.its("square") { $0["square"] ?? Tensor(.nan) }, Tensor([4]))
    try expectEqual(stored.its("steps") { $0["steps"]?.item }, 1)

    // Then step by step beside the engine's; with 0.99 and with 0.999 it begins to divide in the sixth step.
    var random = SplitMix64(seed: 1607)
    for (squareMomentum, epsilon) in [(0.99, 1e-5), (0.999, 0.1), (0.9, 1e-8)] as [(Float, Float)] {
        try expectSteps(
            rAdam,
            ["learningRate": 0.05, "momentum": 0.8, "squareMomentum": squareMomentum, "epsilon": epsilon],
            like: {
                RAdam(groups: $0, learningRate: 0.05, momentum: 0.8, squareMomentum: squareMomentum, epsilon: epsilon)
            }, using: &random)
    }
}
