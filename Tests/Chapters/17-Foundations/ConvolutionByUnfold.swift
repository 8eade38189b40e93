// Our convolution, compared with PyTorch (2.13, in float64) and with the engine.

import Chapter17
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `17.12 Unfold and fold` {
    @Test func `patches of 3 × 3 in an image of 4 × 4`() {
        let image = Tensor.arange(16).reshaped(1, 1, 4, 4)
        let expected = Tensor([
            [0, 1, 4, 5], [1, 2, 5, 6], [2, 3, 6, 7], [4, 5, 8, 9], [5, 6, 9, 10], [6, 7, 10, 11], [8, 9, 12, 13],
            [9, 10, 13, 14], [10, 11, 14, 15],
        ])
        #expect(unfoldByLoops(image, kernel: 3)[0].scalars == expected.scalars)
        #expect(unfold(image, kernel: 3).shape == [1, 9, 4] && unfold(image, kernel: 3).scalars == expected.scalars)
    }

    @Test func `with a margin and a stride in one direction`() {
        let columns = unfold(Tensor.arange(16).reshaped(1, 1, 4, 4), kernel: [2, 3], stride: [2, 1], padding: [1, 0])
        #expect(
            columns.scalars == [
                0, 0, 4, 5, 12, 13, 0, 0, 5, 6, 13, 14, 0, 0, 6, 7, 14, 15, 0, 1, 8, 9, 0, 0, 1, 2, 9, 10, 0, 0, 2, 3,
                10, 11, 0, 0,
            ])
    }

    @Test func `the channels are one below the other`() {
        let x = Tensor((0..<18).map { Float($0 % 7 - 3) }).reshaped(1, 2, 3, 3)
        let expected: [Float] = [
            -3, -2, 0, 1, -2, -1, 1, 2, 0, 1, 3, -3, 1, 2, -3, -2, -1, 0, 2, 3, 0, 1, 3, -3, 2, 3, -2, -1, 3, -3, -1, 0,
        ]
        #expect(unfold(x, kernel: 2).scalars == expected && unfoldByLoops(x, kernel: 2).scalars == expected)
    }

    @Test func `fold counts in how many patches a pixel is`() {
        let counts = fold(unfold(.ones(1, 1, 5, 5), kernel: 3), to: [1, 1, 5, 5], kernel: 3)
        #expect(
            counts.scalars == [1, 2, 3, 2, 1, 2, 4, 6, 4, 2, 3, 6, 9, 6, 3, 2, 4, 6, 4, 2, 1, 2, 3, 2, 1])
    }

    @Test func `fold is the transpose of unfold`() {
        var random = SplitMix64(seed: 1712)
        let (x, columns) = (Tensor.randn(2, 3, 6, 5, using: &random), Tensor.randn(2, 27, 12, using: &random))
        let there = (unfold(x, kernel: 3) * columns).sum()
        let back = (x * fold(columns, to: x.shape, kernel: 3)).sum()
        expectClose(there, back, absolute: 1e-3, relative: 1e-5)
    }

    @Test func `both ways of going back give the same gradient`() {
        var random = SplitMix64(seed: 1713)
        let values = Tensor.randn(2, 2, 6, 6, using: &random)
        let (a, b) = (values.requiringGrad(), values.requiringGrad())
        let dy = Tensor.randn(2, 18, 16, using: &random)
        Unfold(kernel: 3)(a).backward(gradient: dy)
        unfold(b, kernel: 3).backward(gradient: dy)
        expectClose(a.grad!, b.grad!, absolute: 1e-5)
    }
}

@Suite struct `17.12 Convolution by unfold` {
    @Test func `is PyTorch's conv2d, forward and back`() {
        let x = Tensor((0..<48).map { Float($0 * 7 % 11 - 5) / 4 }).reshaped(2, 2, 4, 3).requiringGrad()
        let w = Tensor((0..<36).map { Float($0 * 5 % 13 - 6) / 8 }).reshaped(3, 2, 3, 2).requiringGrad()
        let b = Tensor([0.5, -1, 0.25]).requiringGrad()
        let y = conv2dByUnfold(x, w, bias: b, stride: [2, 1], padding: [1, 0])
        y.backward(gradient: Tensor((0..<24).map { Float($0 * 3 % 5 - 2) }).reshaped(2, 3, 2, 2))
        #expect(y.shape == [2, 3, 2, 2])
        for (found, expected) in [(y, golden.y), (x.grad!, golden.dx), (w.grad!, golden.dw), (b.grad!, golden.db)] {
            expectClose(Tensor(found.scalars), Tensor(expected), absolute: 1e-6)
        }
    }

    @Test(arguments: [(1, 1, 0), (3, 1, 1), (3, 2, 1), (5, 2, 2), (4, 3, 0)])
    func `is the engine's conv2d`(_ size: Int, _ step: Int, _ margin: Int) {
        var random = SplitMix64(seed: 1714)
        let values = [
            Tensor.randn(3, 2, 9, 8, using: &random), .randn(4, 2, size, size, using: &random),
            .randn(4, using: &random),
        ]
        let (a, b) = (values.map { $0.requiringGrad() }, values.map { $0.requiringGrad() })
        let (stride, padding) = (Size2D(step, step), Size2D(margin, margin))
        let ours = conv2dByUnfold(a[0], a[1], bias: a[2], stride: stride, padding: padding)
        let engines = b[0].conv2d(b[1], bias: b[2], stride: stride, padding: padding)
        let dy = Tensor.randn(engines.shape, using: &random)
        ours.backward(gradient: dy)
        engines.backward(gradient: dy)
        expectClose(ours.detached(), engines.detached(), absolute: 2e-5)
        for (mine, its) in zip(a, b) { expectClose(mine.grad!, its.grad!, absolute: 1e-4, relative: 1e-4) }
    }

    @Test func `takes a batch without images`() {
        #expect(conv2dByUnfold(.zeros(0, 2, 4, 5), .ones(3, 2, 2, 2)).shape == [0, 3, 3, 4])
    }

    @Test func `as a layer has the parameters of Conv2d, and its output`() {
        var random = SplitMix64(seed: 1715)
        let ours = UnfoldConv2d(2, 5, kernel: [3, 2], stride: 2, padding: 1, using: &random)
        let engines = Conv2d(2, 5, kernel: [3, 2], stride: 2, padding: 1, using: &random)
        #expect(ours.namedParameters.map(\.name) == engines.namedParameters.map(\.name))
        #expect(ours.parameters.map(\.shape) == engines.parameters.map(\.shape))
        for (mine, its) in zip(ours.parameters, engines.parameters) { its.assign(mine.value) }
        let x = Tensor.randn(2, 2, 7, 6, using: &random)
        expectClose(ours(x).detached(), engines(x).detached(), absolute: 1e-5)
    }

    @Test func `starts with a standard deviation of √(2 / taps)`() {
        var random = SplitMix64(seed: 1716)
        let layer = UnfoldConv2d(10, 60, kernel: 3, using: &random)
        #expect(abs(layer.weight.value.squared().mean().sqrt().item - Float(2.0 / 90).squareRoot()) < 0.005)
        #expect(layer.bias.value.scalars.allSatisfy { $0 == 0 })
    }

    @Test(.serialized, arguments: mistakes.indices)
    func `says what does not fit`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        for word in mistakes[number].words { #expect(message(of: result).contains(word)) }
    }
}

private let mistakes: [(words: [String], make: @Sendable () -> Void)] = [
    (["unfold [1, 3, 3]", "unsqueezed(0)"], { _ = unfold(.zeros(1, 3, 3), kernel: 2) }),
    (["unfold [1, 1, 3, 3], kernel 4", "does not fit"], { _ = unfold(.zeros(1, 1, 3, 3), kernel: 4) }),
    (["stride", "do not move on"], { _ = unfold(.zeros(1, 1, 3, 3), kernel: 2, stride: 0) }),
    (["unfoldByLoops [1, 1, 3, 3]", "does not fit"], { _ = unfoldByLoops(.zeros(1, 1, 3, 3), kernel: 4) }),
    (["unfoldByLoops", "stride from 1 up"], { _ = unfoldByLoops(.zeros(1, 1, 3, 3), kernel: 2, stride: 0) }),
    (["fold [1, 4, 4]", "[1, 4, 9]"], { _ = fold(.zeros(1, 4, 4), to: [1, 1, 4, 4], kernel: 2) }),
    (["fold [9, 4, 1]", "[1, 4, 9]"], { _ = fold(.zeros(9, 4, 1), to: [1, 1, 4, 4], kernel: 2) }),
    (["four axes", "[n, channels, h, w]"], { _ = fold(.zeros(1, 4, 4), to: [3, 3], kernel: 2) }),
    (["bias is [5]", "filters are 1"], { _ = conv2dByUnfold(.zeros(1, 1, 3, 3), .ones(1, 1, 2, 2), bias: .zeros(5)) }),
    (["bias is [1]", "filters are 4"], { _ = conv2dByUnfold(.zeros(1, 1, 3, 3), .ones(4, 1, 2, 2), bias: .zeros(1)) }),
    (["2 channels", "expects 3"], { _ = conv2dByUnfold(.zeros(1, 2, 5, 5), .zeros(4, 3, 3, 3)) }),
]

private let golden: (y: [Float], dx: [Float], dw: [Float], db: [Float]) = (
    y: [
        0.09375, -0.0625, -0.09375, 0.15625, -1.15625, -1.875, -1.1875, -2.25, 1.15625, 1.5, -1.15625, 2.5625, 0.125,
        1.34375, 0.0625, -1.0625, 0.5, -1.59375, 0.125, 0.4375, -1.25, -0.5625, 0.09375, -1,
    ],
    dx: [
        -2.5, 1.5, -1.5, 2.5, -4.625, 1.25, 0.875, 1.625, -1.625, -1.625, 1.625, 0.875, 0.75, -0.625, 1.25, -1.75,
        -1.875, 0.125, 1.5, -3.25, 1, 0.625, 1.625, -1.375, 0.875, 1.625, -1.625, -0.75, 0.625, 1.625, 0.5, -1.375,
        0.75, -1.5, 1.5, -2.5, 1.5, -3.25, 1, 2, 1.125, -0.625, 1, -0.875, 0.75, 0.625, -1.25, 0.75,
    ],
    dw: [
        -2.75, -1.75, 3.5, -3.75, -1.75, -3.5, -1.75, 4.75, -3.75, 5.5, -3.5, 0.25, -0.5, 3, -3.75, 4.5, -3.75, 4.5, 3,
        -1.75, 4.5, -3.75, 4.5, -3.75, 0.5, -2.25, 0.25, -3.5, 5.5, -3.75, -2.25, 0.5, -3.5, -1.75, -3.75, 3.5,
    ],
    db: [-1, 0, 1]
)
