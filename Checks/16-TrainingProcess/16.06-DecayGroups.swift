import Exercises16
import Layers
import Practice
import Solutions16
import Tensors
import Training

private typealias Groups = @Sendable (Module, Float) throws -> [ParameterGroup]

/// The model is shown by a name.
private func named(_ groups: @escaping Groups) -> @Sendable (Named<Module>, Float) throws -> [ParameterGroup] {
    { try groups($0.value, $1) }
}

/// Names say nothing about the number of axes.
private final class Misnamed: Module {
    let weight = Parameter(Tensor([1, 2]))
    let bias = Parameter(.ones(2, 2))
}

let decayGroups = Check(
    "16.6",
    answer(
        "groupsForDecay(_:weightDecay:)", named(Exercises16.groupsForDecay(_:weightDecay:)),
        named(Solutions16.groupsForDecay(_:weightDecay:)))
) { groupsForDecay in
    var random = SplitMix64(seed: 1606)
    let net = Sequential(
        Conv2d(1, 2, kernel: 3, using: &random), BatchNorm2d(2), Flatten(), Linear(8, 3, using: &random))
    let groups = try groupsForDecay(Named("a convolution, batch norm, a linear layer", net), 0.3)
    try expectEqual(
        groups.its("shapes") { $0.map { $0.parameters.map { "\($0.shape)" } } },
        [["[2, 1, 3, 3]", "[3, 8]"], ["[2]", "[2]", "[2]", "[3]"]])
    try expectEqual(groups.its("decays") { $0.map(\.weightDecay) }, [0.3, 0])

    // No gradient but 0: only what decays gets smaller.
    let before = net.parameters.map { $0.value.detached() }
    let optimizer = AdamW(groups: groups.value, learningRate: 0.5, weightDecay: 1)
    for parameter in net.parameters { parameter.grad = .zeros(parameter.shape) }
    optimizer.step()
    for (number, (name, parameter)) in net.namedParameters.enumerated() {
        try expectClose(
            groups.its("\(name) after a step of AdamW with gradients of 0") { _ in parameter.value.detached() },
            before[number] * (parameter.shape.count < 2 ? 1 : 0.85))
    }

    try expectEqual(
        groupsForDecay(Named("a module whose weight has one axis and whose bias has two", Misnamed()), 0.1)
            .its("shapes") { $0.map { $0.parameters.map { "\($0.shape)" } } }, [["[2, 2]"], ["[2]"]])

    let plain = Linear(2, 2, bias: false, using: &random)
    try expectEqual(
        groupsForDecay(Named("a layer without bias", plain), 0.1).its("decays") { $0.map(\.weightDecay) }, [0.1])
    try expectEqual(
        groupsForDecay(Named("batch norm alone", BatchNorm2d(2)), 0.1).its("decays") { $0.map(\.weightDecay) }, [0])
    try expectEqual(groupsForDecay(Named("a layer without parameters", Flatten()), 0.1).its("count", \.count), 0)
}
