import Exercises14
import Layers
import Practice
import Solutions14
import Tensors
import Training

let addingNothing = Check(
    "14.6",
    answer(
        "addingNothing(to:channels:blocks:using:)", prepared(Exercises14.addingNothing(to:channels:blocks:using:)),
        prepared(Solutions14.addingNothing(to:channels:blocks:using:)))
) { addingNothing in
    let random = Variable("random", SplitMix64(seed: 1406))
    for (channels, blocks) in [(4, 1), (3, 5), (8, 0), (1, 2), (6, 18)] {
        let body = Sequential(
            Conv2d(3, channels, kernel: 3, stride: 2, padding: 1, using: &random.value), BatchNorm2d(channels), ReLU())
        let found = try addingNothing(Named("body", body), channels, blocks, random)
        let net = found.value
        let added = blocks * (2 * 9 * channels * channels + 4 * channels)
        try expectEqual(found.its("number of parameters", \.parameterCount), body.parameterCount + added)
        let kernels = net.namedModules.compactMap { ($0.module as? Conv2d)?.weight.shape }.dropFirst()
        let wanted = [[Int]](repeating: [channels, channels, 3, 3], count: 2 * blocks)
        try expectEqual(found.its("kernels that are added") { _ in Array(kernels) }, wanted)
        // Random weights: no two kernels are alike, as they would be if all were zeros.
        let weights = net.namedModules.compactMap { ($0.module as? Conv2d)?.weight.value.scalars }.dropFirst()
        try expectEqual(found.its("kernels with other weights than the rest") { _ in Set(weights).count }, 2 * blocks)
        let x = Tensor.randn(5, 3, 9, 8, using: &random.value)
        for isTraining in [true, false] {
            if isTraining { net.train() } else { net.eval() }
            let before = noGrad { body(x).scalars }
            let mode = isTraining ? "in training" : "in validation"
            try expectEqual(
                found.its("numbers that differ \(mode)") { net in
                    zip(noGrad { net(x).scalars }, before).count { $0 != $1 }
                }, 0)
        }
        if blocks == 0 { continue }
        // A γ of 1 shows what a block computes: a ReLU between its two norms, and none behind the second.
        if blocks == 1 {
            let norms = net.namedModules.compactMap { $0.module as? BatchNorm }.suffix(2)
            let weights = net.namedModules.compactMap { ($0.module as? Conv2d)?.weight.value.detached() }.suffix(2)
            norms.last?.gamma.assign(.ones(channels))
            net.train()
            let (ones, zeros, maps) = (Tensor.ones(channels), Tensor.zeros(channels), noGrad { body(x) })
            let first = maps.conv2d(weights.first!, padding: 1).batchNorm(ones, zeros, epsilon: 1e-5).y.relu()
            let second = first.conv2d(weights.last!, padding: 1).batchNorm(ones, zeros, epsilon: 1e-5).y
            try expectClose(
                found.its("with a γ of 1 it gives") { net in noGrad { net(x) } }, maps + second, tolerance: 1e-3)
            norms.last?.gamma.assign(.zeros(channels))
        }
        // One step, with the body held still: only the new layers can change anything.
        net.train()
        body.freeze()
        let before = net(x)
        before.backward(gradient: .randn(before.shape, using: &random.value))
        SGD(net.parameters.filter(\.requiresGrad), learningRate: 0.1).step()
        let changed = found.its("numbers that have changed after a step") { net in
            zip(noGrad { net(x).scalars }, before.scalars).count { $0 != $1 }
        }
        try expect(changed, "some of them") { $0 > 0 }
    }
}

/// The net is shown by a name, and the generator is changed.
private func prepared(
    _ function: @escaping @Sendable (Sequential, Int, Int, inout SplitMix64) throws -> Sequential
) -> @Sendable (Named<Sequential>, Int, Int, Variable<SplitMix64>) throws -> Sequential {
    { try function($0.value, $1, $2, &$3.value) }
}
