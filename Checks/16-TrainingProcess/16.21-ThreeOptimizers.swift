import Exercises16
import Practice
import Solutions16
import Tensors
import Training

let threeOptimizers = Check(
    "16.21",
    answer("momentum(_:_:_:)", named(Exercises16.momentum(_:_:_:)), named(Solutions16.momentum(_:_:_:))),
    answer("rmsProp(_:_:_:)", named(Exercises16.rmsProp(_:_:_:)), named(Solutions16.rmsProp(_:_:_:))),
    answer("adam(_:_:_:)", named(Exercises16.adam(_:_:_:)), named(Solutions16.adam(_:_:_:)))
) { momentum, rmsProp, adam in
    var random = SplitMix64(seed: 1621)
    // Without decay, and with it.
    for amount in [nil, 0.3] as [Float?] {
        var settings: [String: Float] = ["learningRate": 0.05, "weightDecay": 0.3, "momentum": 0.8]
        settings["weightDecay"] = amount
        let decay = amount ?? 0
        try expectSteps(
            momentum, settings,
            like: { SGD(groups: $0, learningRate: 0.05, momentum: 0.8, weightDecay: decay, decay: .decoupled) },
            using: &random)
        settings["epsilon"] = 1e-3
        for squareMomentum in [0.9, 0.99] as [Float] {
            settings["squareMomentum"] = squareMomentum
            try expectSteps(
                adam, settings,
                like: {
                    AdamW(
                        groups: $0, learningRate: 0.05, momentum: 0.8, squareMomentum: squareMomentum, epsilon: 1e-3,
                        weightDecay: decay)
                }, using: &random)
            try expectSteps(
                rmsProp, settings.filter { $0.key != "momentum" },
                like: {
                    RMSProp(
                        groups: $0, learningRate: 0.05, squareMomentum: squareMomentum, epsilon: 1e-3,
                        weightDecay: decay, decay: .decoupled)
                }, using: &random)
        }
    }
    try expectNames(momentum, ["average"])
    try expectNames(rmsProp, ["square"])
    try expectNames(adam, ["average", "square", "steps"])
}

private func expectNames(_ stepper: NamedStepper, _ names: [String]) throws {
    let settings: [String: Float] = ["learningRate": 0.1, "momentum": 0.5, "squareMomentum": 0.75, "epsilon": 0]
    let (_, stored) = try firstStep(stepper, from: Tensor([1]), Tensor([2]), settings)
    try expectEqual(stored.its("names") { $0.keys.sorted() }, names)
}
