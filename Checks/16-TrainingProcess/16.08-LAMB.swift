import Exercises16
import Practice
import Solutions16
import Tensors
import Training

let lamb = Check(
    "16.8",
    answer("lamb(_:_:_:)", named(Exercises16.lamb(_:_:_:)), named(Solutions16.lamb(_:_:_:)))
) { lamb in
    // Adam's first step is 1 whatever the gradient. |p| is 3 and |u| is 1, so the step is three rates; but not more
    // than ten rates, and one rate for weights that are 0, and for a step that is 0.
    for (start, gradient, expected) in [
        ([3], [50], [2.7]), ([70], [1], [69]), ([0], [1], [-0.1]), ([2, 1], [0, 0], [2, 1]),
    ] as [([Float], [Float], [Float])] {
        let settings: [String: Float] = [
            "learningRate": 0.1, "momentum": 0.9, "squareMomentum": 0.99, "epsilon": gradient[0] == 0 ? 1e-5 : 0,
            "weightDecay": 0,
        ]
        let (p, stored) = try firstStep(lamb, from: Tensor(start), Tensor(gradient), settings)
        try expectClose(p, Tensor(expected))
        try expectEqual(stored.its("names") { $0.keys.sorted() }, ["average", "square", "steps"])
    }

    var random = SplitMix64(seed: 1608)
    for (squareMomentum, decay) in [(0.99, 0), (0.999, 0.3)] as [(Float, Float)] {
        try expectSteps(
            lamb,
            [
                "learningRate": 0.05, "momentum": 0.8, "squareMomentum": squareMomentum, "epsilon": 1e-5,
                "weightDecay": decay,
            ],
            like: {
                LAMB(groups: $0, learningRate: 0.05, momentum: 0.8, squareMomentum: squareMomentum, weightDecay: decay)
            }, using: &random)
    }
}
