// Batch norm of section 13.13 and the other norms of section 13.14: on numbers that PyTorch was given too.

import Chapter13
import Layers
import Tensors
import TestSupport
import Testing

private let x = Tensor(
    shape: [2, 2, 2, 2], [1, 2, 3, 4, 0, -1, 2, 0.5, 5, 0, -2, 1, 1.5, 1, -0.5, 3])
private let dy = Tensor(
    shape: [2, 2, 2, 2], [1, 0, -1, 2, 0.5, 1, 0, -0.5, 0, 3, 1, -2, 2, 0, 1, 1])

@Suite struct `13.13 Batch norm` {
    /// torch.nn.BatchNorm2d(2) with weight [2, 0.5] and bias [-1, 0.25], in double precision.
    @Test func `by hand, of the engine and PyTorch's agree`() {
        let (plain, engines) = (PlainBatchNorm(2), BatchNorm2d(2))
        for (gamma, beta) in [(plain.gamma, plain.beta), (engines.gamma, engines.beta)] {
            gamma.assign(Tensor([2, 0.5]))
            beta.assign(Tensor([-1, 0.25]))
        }
        for layer in [plain, engines] as [any Layer<Tensor, Tensor>] {
            let input = x.requiringGrad()
            let y = layer(input)
            y.backward(gradient: dy)
            func expect(_ found: Tensor, _ expected: [Float]) {
                expectClose(found.reshaped(-1), Tensor(expected), absolute: 3e-6)
            }
            expect(
                y.detached(),
                [
                    -1.7120682, -0.7626439, 0.1867803, 1.1362046, -0.075406, -0.4759056, 0.7255933, 0.1248439,
                    2.0856288, -2.6614924, -4.560341, -1.7120682, 0.5253435, 0.3250937, -0.2756558, 1.126093,
                ])
            expect(
                input.grad!,
                [
                    0.3744211, -0.4412818, -1.2569846, 1.7250096, -0.0451692, 0.1611032, -0.257464, -0.4486801,
                    -0.0401175, 2.1395481, -0.0267432, -2.4738517, 0.5465465, -0.2514415, 0.1580919, 0.1370131,
                ])
            expect(layer.parameters[0].grad!, [-2.3735606, 0.1501874])
            expect(layer.parameters[1].grad!, [4, 5])
            expect(layer.namedBuffers[0].buffer.value, [0.175, 0.08125])
            expect(layer.namedBuffers[1].buffer.value, [1.4071429, 1.078125])
            layer.eval()
            expect(
                layer(x).detached(),
                [
                    0.3909557, 2.0769627, 3.7629696, 5.4489765, 0.2108748, -0.2706664, 1.1739571, 0.4516454,
                    7.1349835, -1.2950512, -4.6670651, 0.3909557, 0.9331865, 0.692416, -0.0298958, 1.6554983,
                ])
        }
    }

    @Test func `a channel of equal numbers becomes β`() {
        let layer = PlainBatchNorm(1)
        layer.beta.assign(Tensor([0.5]))
        #expect(layer(.full(7, [2, 1, 2, 2])).scalars == Array(repeating: 0.5, count: 8))
    }

    @Test(arguments: [NormOrder.normThenReLU, .reluThenNorm])
    func `a block has its parts in the order that was asked for`(_ order: NormOrder) {
        var random = SplitMix64(seed: 1313)
        let block = normedConv(2, 4, order: order, using: &random)
        let kinds = block.layers.map { "\(type(of: $0))" }
        #expect(
            kinds == (order == .normThenReLU ? ["Conv2d", "BatchNorm2d", "ReLU"] : ["Conv2d", "ReLU", "BatchNorm2d"]))
        let images = Tensor.randn(3, 2, 9, 8, using: &random)
        let y = block(images)
        #expect(y.shape == [3, 4, 5, 4])
        #expect((y.min().item < 0) == (order == .reluThenNorm))
        #expect(normedConv(2, 4, hasReLU: false, order: order, using: &random).layers.count == 2)
        #expect(
            normedConv(2, 4, norm: { _ in nil }, using: &random).layers.map { "\(type(of: $0))" } == ["Conv2d", "ReLU"])
    }

    @Test func `130 channels have 260 parameters more`() {
        var random = SplitMix64(seed: 1314)
        #expect(digitCNN(using: &random).parameterCount == 30_282)
        #expect(normedDigitCNN(using: &random).parameterCount == 30_542)
        let stats = trainableLayers(of: normedDigitCNN(using: &random))
        #expect(stats.count == 10 && stats[10 - 4] is Conv2d && stats[10 - 3] is BatchNorm2d)
        #expect((stats[10 - 4] as? Conv2d)?.weight.shape == [64, 32, 3, 3])
    }
}

@Suite struct `13.14 Other norms` {
    /// torch.nn.GroupNorm(2, 4) with weight [1, 2, 0.5, -1] and bias [0, 1, -1, 0.5] of k²/10, k from 0 to 15.
    @Test func `group norm is PyTorch's`() {
        let numbers = (0..<16).map { Float($0 * $0) / 10 }
        let layer = GroupNorm(2, 4)
        layer.gamma!.assign(Tensor([1, 2, 0.5, -1]))
        layer.beta!.assign(Tensor([0, 1, -1, 0.5]))
        let expected: [Float] = [
            -0.9999592, -0.7142566, 1.2857026, 4.1427289, -1.6280896, -1.2633924, 0.1353028, -0.9182669, -1.2931322,
            -0.4937414, 1.7993908, 3.7743564, -1.6538979, -1.2400385, 0.0861406, -0.8740133,
        ]
        expectClose(layer(Tensor(shape: [2, 4, 2], numbers)).detached().reshaped(-1), Tensor(expected), absolute: 1e-5)
    }

    @Test func `standardized is batch, layer or instance norm, by its axes`() {
        expectClose(standardized(x, axes: [0, 2, 3]), BatchNorm2d(2)(x).detached(), absolute: 1e-5)
        expectClose(standardized(x, axes: [1, 2, 3]), LayerNorm([2, 2, 2])(x).detached(), absolute: 1e-5)
        expectClose(standardized(x, axes: [2, 3]), InstanceNorm2d(2)(x).detached(), absolute: 1e-5)
    }
}
