// Residual networks as torchvision has them: how large they are, what their numbers are called, and what they compute.
// The expected logits come from Tools/resnet_golden.py.

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing

private func net(_ plan: ResNet.Plan, classes: Int = 10, zeroGamma: Bool = false) -> ResNet {
    var random = SplitMix64(seed: 1)
    return ResNet(plan, classes: classes, zeroGamma: zeroGamma, using: &random)
}

@Suite(.serialized) struct `ResNets` {
    @Test(arguments: [
        (ResNet.Plan.resNet18, 18, 11_689_512), (.resNet34, 34, 21_797_672), (.resNet50, 50, 25_557_032),
        (.resNet101, 101, 44_549_160), (.resNet152, 152, 60_192_808),
    ])
    func `have as many parameters as torchvision's`(_ plan: ResNet.Plan, _ depth: Int, _ count: Int) {
        #expect(plan.depth == depth && plan.name == "ResNet-\(depth)")
        #expect(net(plan, classes: 1000).parameterCount == count)
    }

    @Test func `have torchvision's names, in its order`() {
        let (small, deep) = (net(.resNet18), net(.resNet50))
        let names = small.namedParameters.map { small.torchNames[$0.name]! }
        #expect(names.prefix(3) == ["conv1.weight", "bn1.weight", "bn1.bias"])
        #expect(names.suffix(2) == ["fc.weight", "fc.bias"])
        #expect(names.count == 62 && deep.namedParameters.count == 161)
        let state = deep.torchState.mapValues(\.shape)
        #expect(state.count == 161 + 2 * 53)
        #expect(state["bn1.running_mean"] == [64] && state["layer1.0.conv1.weight"] == [64, 64, 1, 1])
        #expect(state["layer1.0.downsample.0.weight"] == [256, 64, 1, 1])
        #expect(state["layer2.0.conv2.weight"] == [128, 128, 3, 3])
        #expect(state["layer2.0.downsample.1.running_var"] == [512])
        #expect(state["layer4.2.bn3.weight"] == [2048] && state["fc.bias"] == [10])
        #expect(small.torchState["layer1.0.downsample.0.weight"] == nil)
    }

    @Test func `make the image smaller in the middle of a bottleneck`() {
        let block = net(.resNet50).layer2[0]
        #expect(block.conv1.stride == 1 && block.conv2.stride == 2 && block.downsample.count == 2)
        #expect(net(.resNet18).layer2[0].conv1.stride == 2)
    }

    @Test(arguments: [(32, 32), (1, 1), (65, 40)])
    func `take images of any size`(_ height: Int, _ width: Int) {
        let (net, x) = (net(.resNet18), Tensor.ones(2, 3, height, width))
        net.eval()
        let (features, scores) = noGrad { (net.features(x), net(x)) }
        #expect(features.shape == [2, 512, (height + 31) / 32, (width + 31) / 32])
        #expect(scores.shape == [2, 10])
    }

    @Test(arguments: [ResNet.Plan.resNet18, .resNet50])
    func `have blocks that begin as the identity where γ is 0`(_ plan: ResNet.Plan) {
        let block = net(plan, zeroGamma: true).layer3[1]
        var random = SplitMix64(seed: 2)
        let x = Tensor.randn(2, 256 * plan.expansion, 4, 4, using: &random)
        #expect(block(x).scalars == x.relu().scalars)
        #expect(net(plan).layer3[1](x).scalars != x.relu().scalars)
    }

    @Test func `learn in all their parameters`() {
        let net = net(.resNet18)
        var random = SplitMix64(seed: 3)
        net(.randn(2, 3, 64, 64, using: &random)).squared().sum().backward()
        #expect(net.parameters.allSatisfy { ($0.grad?.abs().max().item ?? 0) > 0 })
    }
}

// MARK: The same numbers as in PyTorch

@Suite(.serialized) struct `ResNets with torchvision's weights` {
    @Test(arguments: [
        (
            ResNet.Plan.resNet18,
            [
                1.871754, -4.138878, 1.074866, 1.220917, -0.4650825, 2.134858, 2.871319, -0.783833, 0.9234165,
                0.5446079, 1.512331, -4.527952, 0.6474459, 1.466491, -0.3013846, 2.050156, 2.45076, -0.3157903,
                1.272696, 1.198002,
            ] as [Float]
        ),
        (
            .resNet50,
            [
                1.463343, -2.190995, -5.927393, -5.523111, 4.475462, 3.967282, -0.4201589, 2.156315, -3.325916,
                3.522423, 2.077234, -2.080539, -6.179285, -5.356748, 4.238045, 4.300979, 0.3488839, 2.106096,
                -3.672384, 3.751023,
            ]
        ),
    ])
    func `give the same logits`(_ plan: ResNet.Plan, _ expected: [Float]) throws {
        let net = net(plan)
        try net.load(torchState: formula(net.torchState.mapValues(\.shape), seed: UInt64(plan.depth)))
        var random = SplitMix64(seed: 1000 + UInt64(plan.depth))
        let images = Tensor.rand([2, 3, 64, 48], low: -2, high: 2, using: &random)
        net.eval()
        expectClose(noGrad { net(images) }, Tensor(shape: [2, 10], expected), absolute: 1e-4, relative: 1e-5)
    }
}

/// Weights by the formula of Tools/resnet_golden.py, name after name in alphabetical order.
func formula(_ shapes: [String: [Int]], seed: UInt64) -> [String: Tensor] {
    var random = SplitMix64(seed: seed)
    var state: [String: Tensor] = [:]
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
        var range: (low: Float, high: Float) = (0.5, 1.5)
        if name.hasSuffix("bias") || name.hasSuffix("running_mean") {
            range = (-0.2, 0.2)
        } else if shape.count > 1 {
            let bound = (3 / Float(shape.dropFirst().reduce(1, *))).squareRoot()
            range = (-bound, bound)
        }
        state[name] = .rand(shape, low: range.low, high: range.high, using: &random)
    }
    return state
}
