import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

@Suite struct `A dynamic U-Net` {
    @Test func `takes across what goes into layers that make pictures smaller`() {
        var random = SplitMix64(seed: 1)
        let net = DynamicUNet(tinyBody(&random), outputs: 5, least: 4, using: &random)
        #expect(net.crossings == [2, 0] && net.levels.map(\.width) == [6, 4])
        #expect(net.levels.map { $0.norm.gamma.count } == [6, 3])
        // Two groups of the body, and the way up; each parameter in one of them.
        #expect(net.groups.count == 3)
        #expect(net.groups.joined().flatMap(\.parameters).count == net.parameters.count)
        #expect(net.groups[2].flatMap(\.parameters).contains { $0 === net.last.weight })
    }

    @Test(arguments: [(16, 16), (17, 16), (31, 33), (50, 70), (64, 48), (1, 1), (3, 40)])
    func `answers for every pixel, whatever the size`(_ height: Int, _ width: Int) {
        var random = SplitMix64(seed: 2)
        let net = DynamicUNet(smallBody(width: 4, using: &random), outputs: 3, least: 4, using: &random)
        net.eval()
        #expect(noGrad { net(.zeros(2, 3, height, width)) }.shape == [2, 3, height, width])
    }

    @Test(arguments: Architecture.known.filter { !$0.name.hasSuffix("101") && !$0.name.hasSuffix("152") }.map(\.name))
    func `is made for every architecture that is known`(_ name: String) {
        var random = SplitMix64(seed: 3)
        let body = Architecture.known.first { $0.name == name }!.body(using: &random)
        let net = DynamicUNet(body, outputs: 2, using: &random)
        #expect(net.levels.count == 5 && net.groups.count == body.groups.count + 1)
        net.eval()
        #expect(noGrad { net(.zeros(1, 3, 50, 70)) }.shape == [1, 2, 50, 70])
    }

    @Test func `goes up by as much as the body has gone down at once`() {
        var random = SplitMix64(seed: 4)
        let layers = Sequential(
            Conv2d(3, 8, kernel: 4, stride: 4, using: &random), ReLU(), MaxPool2d(2),
            Conv2d(8, 16, kernel: 3, using: &random))
        let net = DynamicUNet(Body(layers, name: "patches"), outputs: 1, using: &random)
        #expect(net.levels.map { $0.shuffle.factor } == [1, 2, 4])
        // What is missing because the last convolution has no margin is filled in.
        #expect(net(.randn(2, 3, 64, 40, using: &random)).shape == [2, 1, 64, 40])
    }

    @Test func `is built without changing the body`() {
        var random = SplitMix64(seed: 5)
        let body = tinyBody(&random)
        body.layers[1].eval()
        let before = numbers(body.layers)
        _ = DynamicUNet(body, outputs: 2, using: &random)
        #expect(numbers(body.layers) == before && body.layers.isTraining && !body.layers[1].isTraining)
        #expect(body.layers.layers.allSatisfy { $0.numberOfHooks == 0 })
    }

    @Test func `begins each level with copies`() {
        var random = SplitMix64(seed: 6)
        let level = UNetLevel(below: 5, across: 3, width: 4, using: &random)
        let x = Tensor.randn(2, 5, 3, 4, using: &random)
        let y = level.shuffle(level.enlarge(x)).detached()
        let quarter = y.averagePooled(2)
        expectClose(y, quarter.interpolated(by: 2), absolute: 1e-5)
        #expect(repeatedForShuffle([4, 5, 1, 1], factor: 3, using: &random).shape == [36, 5, 1, 1])
    }

    @Test func `has gradients in all its parts, and freezes by groups`() {
        var random = SplitMix64(seed: 7)
        let net = DynamicUNet(tinyBody(&random), outputs: 2, least: 4, using: &random)
        net(.randn(2, 3, 8, 12, using: &random)).squared().mean().backward()
        #expect(net.parameters.allSatisfy { $0.grad != nil })
        net.freeze(to: -1)
        let frozen = net.namedParameters.filter { !$0.parameter.requiresGrad }.map(\.name)
        #expect(frozen == ["body.layers.0.weight", "body.layers.2.weight"])
    }
}
