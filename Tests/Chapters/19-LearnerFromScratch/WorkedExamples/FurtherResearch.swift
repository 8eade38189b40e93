// Batch norm and the ResNet: section 19.9.

import Chapter19
import Tensors
import TestSupport
import Testing

@Suite struct `19.9 Batch norm` {
    // PyTorch 2.13, in float64.
    @Test func `agrees with PyTorch in both modes`() {
        let layer = BatchNorm(2)
        layer.gamma.value = Tensor([1.5, -0.5])
        layer.beta.value = Tensor([0.2, 0.1])
        let x = Tensor(shape: [2, 2, 2, 2], [1, 2, 3, 4, 0, -1, 2, 5, 0, 0, 1, 1, 3, 3, -2, 0]).requiringGrad()
        layer.isTraining = true
        let y = layer(x)
        y.backward(gradient: Tensor.arange(16).reshaped(2, 2, 2, 2))
        func expect(_ found: Tensor, _ numbers: [Float]) {
            expectClose(found.reshaped(-1), Tensor(numbers), absolute: 5e-5, relative: 1e-4)
        }
        expect(
            y.detached(),
            [
                -0.366945, 0.766945, 1.900835, 3.034725, 0.381272, 0.606289, -0.068763, -0.743815, -1.500835,
                -1.500835, -0.366945, -0.366945, -0.29378, -0.29378, 0.831306, 0.381272,
            ])
        expect(
            x.grad!,
            [
                -7.24879, -4.09011, -0.93143, 2.22726, 1.28032, 1.08948, 0.76193, 0.43437, -0.20246, 0.93143, 4.09011,
                5.224, -0.62236, -0.84738, -0.90149, -1.19487,
            ])
        expect(layer.gamma.grad!, [-18.8981697, -2.7002082])
        expect(layer.beta.grad!, [44, 76])
        expect(layer.runningMean, [0.15, 0.125])
        expect(layer.runningVariance, [1.1, 1.4642857])
        layer.isTraining = false
        expect(layer(x).detached()[0, 0], [1.4156593, 2.8458467, 4.2760340, 5.7062214])
        expect(layer.runningMean, [0.15, 0.125])  // using it does not move the averages
    }

    @Test(arguments: Seeds.all)
    func `is the engine's, forward and back`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let values = 2 * Tensor.randn(6, 4, 3, 5, using: &random) - 1
        let (x, same, dy) = (values.requiringGrad(), values.requiringGrad(), Tensor.randn(6, 4, 3, 5, using: &random))
        let layer = BatchNorm(4)
        layer.isTraining = true
        let (y, engines) = (layer(x), same.batchNorm(.ones(4), .zeros(4)))
        y.backward(gradient: dy)
        engines.y.backward(gradient: dy)
        expectClose(y.detached(), engines.y.detached(), absolute: 1e-5)
        expectClose(x.grad!, same.grad!, absolute: 1e-5, relative: 1e-4)
        expectClose(layer.runningMean.reshaped(-1), 0.1 * engines.mean, absolute: 1e-6)
        #expect(!layer.runningMean.requiresGrad && !layer.runningVariance.requiresGrad)
    }

    @Test func `a single number in a channel is refused in training`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let layer = BatchNorm(2)
            layer.isTraining = true
            _ = layer(.zeros(1, 2, 1, 1))
        }
        #expect(message(of: result).contains("a single number in a channel has no variance"))
    }
}

@Suite struct `19.9 ResNet` {
    @Test func `has PyTorch's number of parameters, and the shapes of the paper`() {
        var random = SplitMix64(seed: 1909)
        let net = resNet18(classes: 1000, using: &random)
        #expect(net.parameterCount == 11_689_512)
        let small = resNet18(classes: 7, filters: [2, 3, 4, 5], using: &random)
        var (x, shapes) = (Tensor.randn(2, 3, 64, 64, using: &random), [[Int]]())
        for layer in small.children {
            x = noGrad { layer(x) }
            shapes.append(Array(x.shape.dropFirst()))
        }
        #expect(
            shapes == [
                [2, 32, 32], [2, 16, 16], [2, 16, 16], [2, 16, 16], [3, 8, 8], [3, 8, 8], [4, 4, 4], [4, 4, 4],
                [5, 2, 2], [5, 2, 2], [5], [7],
            ])
    }

    @Test func `a block that has learned nothing passes on what it was given`() {
        var random = SplitMix64(seed: 1910)
        let block = ResidualBlock(4, 4, using: &random)
        for parameter in block.parameters { parameter.value = .zeros(parameter.value.shape) }
        let x = Tensor.rand(2, 4, 5, 5, using: &random)
        expectClose(block(x), x)
        #expect(ResidualBlock(4, 6, stride: 2, using: &random)(x).shape == [2, 6, 3, 3])
        // Without the addition nothing is left, and no shortcut has parameters.
        let plain = ResidualBlock(4, 4, isResidual: false, using: &random)
        for parameter in plain.parameters { parameter.value = .zeros(parameter.value.shape) }
        #expect(plain(x).abs().max().item == 0)
        let counts = [true, false].map {
            ResidualBlock(4, 6, stride: 2, isResidual: $0, using: &random).parameterCount
        }
        #expect(counts[0] - counts[1] == 4 * 6 + 2 * 6)
    }

    @Test func `learns with this chapter's Learner`() throws {
        var random = SplitMix64(seed: 1911)
        let items = (0..<32).map { index -> (x: Tensor, y: Int) in
            let stripes = Tensor.arange(16).sin().expanded(to: [3, 16, 16])
            return (
                (index % 2 == 0 ? stripes : stripes.transposed()) + 0.3 * Tensor.randn(3, 16, 16, using: &random),
                index % 2
            )
        }
        let net = resNet18(classes: 2, filters: [4, 4, 8, 8], using: &random)
        let loader = DataLoader(Pairs(items), batchSize: 8, shuffle: true, seed: 1)
        let results = TrackResults()
        try Learner(
            net, DataLoaders(train: loader, valid: loader), learningRate: 0.1, callbacks: [results],
            optimizer: { MomentumSGD($0, learningRate: $1, momentum: 0.5) }
        ).fit(6)
        #expect(results.rows(training: true).last!.accuracy > 0.9)
    }
}
