// Questions 14.6 to 14.12: skip connections, residuals, and blocks that change the shape.

import Chapter14
import Layers
import Tensors
import TestSupport
import Testing

extension `14 Questionnaire` {
    /// 14.6 · What is a skip connection?
    ///
    /// A way around some layers: their input is added to their output.
    ///
    /// - Shown by: `IdentityBlock` in Chapters/14-ResidualNets/04-SkipConnections.swift
    @Test func `14.6 the input is added to the output`() {
        var random = SplitMix64(seed: 1406)
        let block = IdentityBlock(4, gamma: 1, using: &random)
        let x = Tensor.randn(3, 4, 6, 5, using: &random)
        let around = block(x) - block.second(block.first(x))
        expectClose(around.detached(), x, absolute: 1e-5)
    }

    /// 14.7 · Why do skip connections let us train deeper models?
    ///
    /// A block can do nothing: when what its layers give is 0, it is the identity. It may start like that, and stay
    /// near it. So more layers do no harm, and each has only a change to learn. And the gradient has a direct way past
    /// the layers to everything before them, so that it arrives however many there are.
    ///
    /// - Shown by: `layersThatDoNothing` in Chapters/14-ResidualNets/04b-DoNothing.swift
    /// - Shown by: `gradientNorms` in Chapters/14-ResidualNets/04e-WayOfTheGradient.swift
    @Test func `14.7 forty layers change nothing, and let the gradient pass`() {
        var random = SplitMix64(seed: 1407)
        let blocks: [any Layer<Tensor, Tensor>] = (0..<20).map { _ in IdentityBlock(4, using: &random) }
        let deep = Sequential(blocks)
        let x = Tensor.randn(3, 4, 6, 6, using: &random).requiringGrad()
        #expect(deep(x).scalars == x.scalars)
        let dy = Tensor.randn(3, 4, 6, 6, using: &random)
        deep(x).backward(gradient: dy)
        #expect(x.grad!.scalars == dy.scalars)
        // The same layers without a way around them: zeros come out, and nothing comes back.
        let block = blocks[0] as! IdentityBlock
        let alone = x.detached().requiringGrad()
        let y = block.second(block.first(alone))
        y.backward(gradient: dy)
        #expect(y.abs().max().item == 0 && alone.grad!.abs().max().item == 0)
    }

    /// 14.8 · What does figure 14-1 show, and how did it lead to skip connections?
    ///
    /// A plain net of 56 layers and one of 20 during training. The deeper one has the higher error, on the test
    /// pictures and on the training pictures, too; so it is not overfitting. But there must be a net of 56 layers that
    /// is as good as the one of 20: the same with 36 layers more that are identities. Training does not find it. So the
    /// layers are built in a way that makes the identity easy: x is added to what they give.
    ///
    /// - Shown by: `deepAndPlain` in Chapters/14-ResidualNets/03c-WhatDepthDoes.swift
    /// - Shown by: `deepened` in Chapters/14-ResidualNets/04b-DoNothing.swift
    @Test func `14.8 the deep net that is exactly as good exists`() {
        var random = SplitMix64(seed: 1408)
        let shallow = plainDeepNet(layers: 20, classes: 10, using: &random)
        let deep = deepened(shallow, byBlocks: 18, using: &random)
        let weights = deep.namedModules.count { $0.module is Conv2d || $0.module is Linear }
        #expect(weights == 56)
        let x = Tensor.randn(2, 3, 32, 32, using: &random)
        for net in [shallow, deep] { net.eval() }
        #expect(deep(x).scalars == shallow(x).scalars)
        // Plain layers more, with random weights, are another net.
        let plain = plainDeepNet(layers: 56, classes: 10, using: &random)
        plain.eval()
        #expect(plain(x).scalars != shallow(x).scalars)
    }

    /// 14.9 · What is an identity mapping?
    ///
    /// A function that returns its input unchanged.
    ///
    /// - Shown by: `noop` in Chapters/14-ResidualNets/04-SkipConnections.swift
    @Test func `14.9 it returns what it is given`() {
        let x = Tensor([[1, -2], [0, 3]])
        #expect(noop(x).scalars == x.scalars && noop(x).shape == x.shape)
        #expect(x.relu().scalars != x.scalars)  // a ReLU is none
        var random = SplitMix64(seed: 1409)
        let images = Tensor.randn(2, 3, 4, 4, using: &random)
        #expect(IdentityBlock(3, using: &random)(images).scalars == images.scalars)
    }

    /// 14.10 · What is the basic equation of a block of a ResNet, without batch norm and ReLU?
    ///
    /// y = x + conv2(conv1(x))
    ///
    /// - Shown by: `IdentityBlock` in Chapters/14-ResidualNets/04-SkipConnections.swift
    @Test func `14.10 x + conv2(conv1(x))`() {
        var random = SplitMix64(seed: 1410)
        let block = IdentityBlock(3, using: &random)
        let x = Tensor.randn(2, 3, 5, 5, using: &random)
        let (conv1, conv2) = (block.first.convolution, block.second.convolution)
        // With batch norm that changes nothing (mean 0, variance 1, γ 1), and inputs that a ReLU leaves alone:
        block.second.norm!.gamma.assign(.ones(3))
        conv1.weight.assign(conv1.weight.value.detached().abs())
        block.eval()
        let positive = x.abs()
        expectClose(
            block(positive).detached(), (positive + conv2(conv1(positive))).detached(), absolute: 1e-3, relative: 1e-3)
    }

    /// 14.11 · What have ResNets to do with residuals?
    ///
    /// The layers of a block learn the difference between what the block should give and what it is given: since y = x
    /// + f(x), f(x) is y − x. That is a residual, what is left to do.
    ///
    /// - Shown by: `easyTask` in Chapters/14-ResidualNets/04d-EasyToLearn.swift
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `14.11 to learn what is left is easier`(_ seed: UInt64) {
        let (all, rest) = (
            easyTask(addsInput: false, steps: 150, seed: seed), easyTask(addsInput: true, steps: 150, seed: seed)
        )
        #expect(rest[0] < all[0] && rest.last! < all.last!)
        var random = SplitMix64(seed: seed)
        let block = IdentityBlock(4, gamma: 1, using: &random)
        let x = Tensor.randn(2, 4, 5, 5, using: &random)
        expectClose((block(x) - x).detached(), block.second(block.first(x)).detached(), absolute: 1e-5)
    }

    /// 14.12 · What is done about the skip connection where a convolution has a stride of 2? And where the number of
    /// filters changes?
    ///
    /// Where the grid is halved, x is halved by average pooling with windows of 2 × 2 (with ceil mode, so that odd
    /// grids fit as well). Where the number of channels changes, x takes a convolution of 1 × 1 with as many filters.
    ///
    /// - Shown by: `ResBlock` in Chapters/14-ResidualNets/05b-ResBlock.swift
    /// - Shown by: `skipPathInHalf` in Chapters/14-ResidualNets/05-OneByOne.swift
    @Test(arguments: [6, 7]) func `14.12 a mean of 2 × 2, and 1 × 1`(_ side: Int) {
        var random = SplitMix64(seed: 1412)
        let x = Tensor.randn(2, 4, side, side, using: &random)
        let halving = ResBlock(4, 4, stride: 2, using: &random)
        #expect(halving.widening == nil)
        expectClose(halving.skipped(x), x.averagePooled(2, ceilMode: true))
        let widening = ResBlock(4, 9, using: &random)
        #expect(widening.pool == nil && widening.widening!.convolution.weight.shape == [9, 4, 1, 1])
        #expect(widening.skipped(x).shape == [2, 9, side, side])
        let both = ResBlock(4, 9, stride: 2, using: &random)
        #expect(both(x).shape == [2, 9, (side + 1) / 2, (side + 1) / 2])
        expectClose(both.skipped(x).detached(), both.widening!(x.averagePooled(2, ceilMode: true)).detached())
    }
}
