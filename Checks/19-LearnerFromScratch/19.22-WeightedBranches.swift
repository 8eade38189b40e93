import Chapter19
import Exercises19
import Practice
import Solutions19
import Tensors

let weightedBranches = Check(
    "19.22", answer("weightedBranches(_:)", Exercises19.weightedBranches(_:), Solutions19.weightedBranches(_:))
) { weightedBranches in
    var random = SplitMix64(seed: 1922)
    let branches: [Module] = [
        Linear(3, 2, using: &random), Sequential(Linear(3, 4, using: &random), Linear(4, 2, using: &random)),
        Linear(3, 2, using: &random),
    ]
    let found = try weightedBranches(branches)
    let own = branches.flatMap(\.parameters)
    try expectEqual(found.its("number of parameters", \.parameters.count), 1 + own.count)
    try expectEqual(found.its("the first parameter") { $0.parameters[0].value.shape }, [3])
    try expectClose(found.its("its values") { $0.parameters[0].value.detached() }, Tensor([1, 1, 1]) / 3)
    try expectEqual(
        found.its("the others are those of the branches, in their order") {
            zip($0.parameters.dropFirst(), own).allSatisfy { $0 === $1 }
        }, true)

    let x = Tensor.randn(4, 3, using: &random)
    let parts = noGrad { branches.map { $0.forward(x) } }
    try expectClose(found.its("module(x)") { module in noGrad { module(x) } }, (parts[0] + parts[1] + parts[2]) / 3)

    // With other weights, as after a step of an optimizer.
    let changed = found.its("module(x) after the weights became [2, 0, -1]") { module in
        module.parameters[0].value = Tensor([2, 0, -1])
        return module(x)
    }
    try expectClose(changed.its("detached") { $0.detached() }, 2 * parts[0] - parts[2])
    changed.value.sum().backward()
    try expectClose(
        found.its("gradient of the weights for the sum of module(x)") { $0.parameters[0].grad ?? .zeros(0) },
        Tensor(parts.map { $0.sum().item }), tolerance: 1e-4)
    try expectClose(
        found.its("gradient of the last bias") { $0.parameters[$0.parameters.count - 1].grad ?? .zeros(0) },
        Tensor([-4, -4]), tolerance: 1e-4)

    let isTraining = found.its("which branches are training after isTraining = true") { module in
        module.isTraining = true
        return branches.map(\.isTraining)
    }
    try expectEqual(isTraining, [true, true, true])
    var calls = 0
    for branch in branches { branch.hook = { _, _ in calls += 1 } }
    try expectEqual(
        found.its("calls of the branches' hooks") { module in
            _ = module(x)
            return calls
        }, 3)
    let one = try weightedBranches([Linear(2, 2, using: &random)])
    try expectEqual(one.its("parameters with a single branch", \.parameters.count), 3)
}
