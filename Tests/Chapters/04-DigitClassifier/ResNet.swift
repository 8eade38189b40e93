// ResNet-18 from its parts: what it consists of, what a block does, and what it learns.

import Chapter04
import Layers
import Tensors
import Testing

@Suite struct `4.16 ResNet-18` {
    @Test func `has the paper's parameters`() {
        // torchvision's has 11,689,512 for three channels and 1000 classes: with one channel the first convolution has
        // 2 · 64 · 49 fewer, and with two classes the last layer has 998 · 513 fewer.
        var random = SplitMix64(seed: 1)
        #expect(resNet18(classes: 2, using: &random).parameterCount == 11_689_512 - 2 * 64 * 49 - 998 * 513)
    }

    @Test func `gives a score for every class, whatever the image's size`() {
        var random = SplitMix64(seed: 2)
        let net = resNet18(classes: 3, filters: [4, 4, 8, 8], using: &random)
        net.eval()
        for size in [28, 29, 64] { #expect(net(Tensor.zeros(2, 1, size, size)).shape == [2, 3]) }
    }

    @Test func `a block that adds nothing passes its input on`() {
        var random = SplitMix64(seed: 3)
        let block = ResidualBlock(4, 4, using: &random)
        parameter("second.layers.1.gamma", of: block)!.assign(.zeros(4))
        let x = Tensor.randn(2, 4, 6, 6, using: &random)
        #expect(block(x).scalars == x.relu().scalars)
    }

    @Test func `a block halves the image and gets its input there through a convolution of one pixel`() {
        var random = SplitMix64(seed: 4)
        let block = ResidualBlock(4, 8, stride: 2, using: &random)
        #expect(block(Tensor.randn(2, 4, 7, 7, using: &random)).shape == [2, 8, 4, 4])
        #expect(parameter("shortcut.layers.0.weight", of: block)?.shape == [8, 4, 1, 1])
        let plain = ResidualBlock(4, 4, using: &random)
        #expect(parameter("shortcut.layers.0.weight", of: plain) == nil && plain.parameters.count == 6)
    }

    @Test func `the shortcut carries a gradient around convolutions that carry none`() {
        var random = SplitMix64(seed: 5)
        let block = ResidualBlock(4, 4, using: &random)
        parameter("second.layers.1.gamma", of: block)!.assign(.zeros(4))
        let x = Tensor.rand(2, 4, 6, 6, using: &random).requiringGrad()
        block(x).sum().backward()
        #expect(x.grad!.scalars.allSatisfy { $0 == 1 })
    }
}

private func parameter(_ name: String, of block: ResidualBlock) -> Parameter? {
    block.namedParameters.first { $0.name == name }?.parameter
}
