// Sections 14.3 to 14.6: blocks that start as nothing, beside PyTorch, and directions through a landscape.

import Chapter14
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `14.4 Skip connections` {
    @Test(arguments: [1, 2, 3] as [UInt64], [true, false])
    func `thirty-six layers with γ = 0 change no bit, in training and in validation`(_ seed: UInt64, _ isTraining: Bool)
    {
        var random = SplitMix64(seed: seed)
        let net = plainDeepNet(layers: 6, classes: 10, using: &random)
        let deeper = deepened(net, byBlocks: 18, using: &random)
        if isTraining { deeper.train() } else { deeper.eval() }
        let x = Tensor.randn(4, 3, 32, 32, using: &random)
        #expect(deeper(x).scalars == net(x).scalars)
    }

    @Test func `a block that ends in a ReLU and starts at 0 is dead, and with β = 0.001 it is not`() {
        var random = SplitMix64(seed: 147)
        let dead = IdentityBlock(4, endsInReLU: true, using: &random)
        #expect(largestGradients(of: dead, using: &random) == (0, 0))
        dead.second.norm!.beta.assign(.full(0.001, [4]))
        #expect(largestGradients(of: dead, using: &random).gamma > 0)
        let block = IdentityBlock(4, using: &random)
        let found = largestGradients(of: block, using: &random)
        #expect(found.gamma > 0 && found.weights == 0)
    }

    @Test func `all blocks get the same gradient while γ is 0`() {
        var random = SplitMix64(seed: 148)
        let net = skippingDeepNet(layers: 12, classes: 4, gamma: 0, using: &random)
        let x = Tensor.randn(8, 3, 32, 32, using: &random)
        let norms = gradientNorms(in: net, x, IntTensor([0, 1, 2, 3, 0, 1, 2, 3]))
        #expect(norms.count == 5 && Set(norms).count == 1 && norms[0] > 0)
        #expect(net.parameters.allSatisfy { $0.grad == nil })
    }

    @Test func `skip connections have no parameters`() {
        var random = SplitMix64(seed: 149)
        #expect(
            skippingDeepNet(layers: 20, classes: 10, using: &random).parameterCount
                == plainDeepNet(layers: 20, classes: 10, using: &random).parameterCount)
    }
}

@Suite struct `14.5 The ResNet block` {
    @Test func `it starts as relu(x), to the last bit`() {
        var random = SplitMix64(seed: 150)
        let x = Tensor.randn(3, 8, 7, 5, using: &random)
        #expect(ResBlock(8, 8, using: &random)(x).scalars == x.relu().scalars)
    }

    /// torch (2.13, float64): the same layers as plain functions, y.backward(dy).
    @Test func `with stride and new channels it is PyTorch's, forward and back`() {
        var random = SplitMix64(seed: 151)
        let block = ResBlock(2, 3, stride: 2, using: &random)
        let (first, second) = (block.convolutions[0] as! ConvLayer, block.convolutions[1] as! ConvLayer)
        func set(_ layer: ConvLayer, _ weight: Tensor, _ gamma: [Float], _ beta: [Float]) {
            layer.convolution.weight.assign(weight)
            layer.norm!.gamma.assign(Tensor(gamma))
            layer.norm!.beta.assign(Tensor(beta))
        }
        set(first, patterned([3, 2, 3, 3], 5, 13, 6, 8), [1, 0.5, 2], [0.25, 0, -0.5])
        set(second, patterned([3, 3, 3, 3], 3, 7, 3, 4), [0.5, -1, 1.5], [0, 0.25, 0.125])
        set(block.widening!, patterned([3, 2, 1, 1], 4, 7, 3, 2), [1, 1, -0.5], [0.5, 0, 0.25])
        let x = patterned([2, 2, 5, 5], 7, 17, 8, 4).requiringGrad()
        let y = block(x)
        #expect(y.shape == [2, 3, 3, 3])
        func expectBeginning(_ tensor: Tensor, _ expected: [Float]) {
            let beginning = Tensor(Array(tensor.scalars.prefix(expected.count)))
            expectClose(beginning, Tensor(expected), absolute: 2e-5, relative: 1e-4)
        }
        expectBeginning(
            y,
            [
                1.3253654, 0.7145416, 0, 1.7044897, 1.0390896, 0, 1.0507325, 1.8528351, 0, 0.2500912, 0.0434737,
                0.4433891,
            ])
        y.backward(gradient: patterned([2, 3, 3, 3], 3, 5, 2, 1))
        expectBeginning(
            x.grad!,
            [
                0.4656698, 1.0207695, 0.0024032, -1.1846155, -0.6042925, 0.4379764, 0.86699, -0.163939, 0.4364425,
                -0.4386046,
            ])
        expectBeginning(
            first.convolution.weight.grad!,
            [0.0969627, 0.5184527, 0.1189798, 0.6282162, -0.0032218, 0.3993213, -0.4727571, 0.0061318, -1.0312026])
        expectBeginning(
            second.convolution.weight.grad!,
            [-0.7724628, 1.221967, 1.4689317, 0.2032482, 0.193135, -2.5814832, 0.7665566, -0.3764374, -0.2898858])
        expectBeginning(
            block.widening!.convolution.weight.grad!,
            [0.3895176, 1.1685049, -1.1287805, -1.128757, 0.7305517, 0.2435341])
        expectBeginning(second.norm!.gamma.grad!, [7.2240075, 1.4049639, -4.8392109])
        expectBeginning(block.widening!.norm!.beta.grad!, [-2, 2, 2])
    }
}

@Suite struct `14.6 The loss landscape` {
    @Test func `every filter of a direction is as long as the weight's`() {
        var random = SplitMix64(seed: 152)
        let weight = Tensor.randn(5, 4, 3, 3, using: &random) * Tensor([1, 2, 3, 4, 0]).reshaped(5, 1, 1, 1)
        let direction = filterNormalizedDirection(for: weight, using: &random)
        expectClose(direction.norm(axes: [1, 2, 3]), weight.norm(axes: [1, 2, 3]), absolute: 1e-5)
        #expect(direction[4].abs().max().item == 0 && direction[0].scalars != weight[0].scalars)
        #expect(filterNormalizedDirection(for: Tensor([1, 2, 3]), using: &random).scalars == [0, 0, 0])
    }

    @Test func `a net whose filters are ten times as large has the same landscape`() {
        var random = SplitMix64(seed: 153)
        let (x, labels) = (Tensor.randn(6, 3, 32, 32, using: &random), IntTensor([0, 1, 2, 0, 1, 2]))
        let net = plainDeepNet(layers: 4, classes: 3, using: &random)
        func losses() -> [Float] {
            var random = SplitMix64(seed: 154)
            let landscape = Landscape(around: net, x, labels, using: &random)
            let found = [landscape.loss(0, 0), landscape.loss(0.5, -0.3), landscape.loss(-1, 0.2)]
            _ = landscape.loss(0, 0)
            return found
        }
        let before = losses()
        for layer in net.layers.compactMap({ $0 as? ConvLayer }) {
            layer.convolution.weight.assign(10 * layer.convolution.weight.value.detached())
        }
        // (But for the ε of batch norm, which is small beside the variances here.)
        expectClose(Tensor(losses()), Tensor(before), absolute: 1e-2)
    }
}
