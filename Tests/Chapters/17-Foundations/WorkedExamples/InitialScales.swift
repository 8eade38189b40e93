// The book's experiments with layers and their scale, section 17.8, on twenty seeds each. The bounds come from many
// repetitions of the book's own code; they are wide enough for chance and too narrow for a wrong scale.

import Chapter17
import Foundation
import Layers
import Tensors
import TestSupport
import Testing

private let seeds: [UInt64] = (0..<20).map { 1700 + $0 }

/// Fifty layers of 100 numbers with normal weights of this standard deviation, on 200 random items.
private func fiftyLayers(
    _ seed: UInt64, scale: Float, activation: (Tensor) -> Tensor = { $0 }
) -> [Tensor] {
    var random = SplitMix64(seed: seed)
    return throughLayers(50, from: .randn(200, 100, using: &random)) {
        activation($0.matmul(.randn(100, 100, using: &random) * scale))
    }
}

@Suite struct `17.8 The first layer` {
    @Test func `linear is a product and a bias`() {
        let y = linear(Tensor([[1, 2], [3, 4]]), Tensor([[1, 0, 2], [0, 1, 3]]), Tensor([10, 20, 30]))
        #expect(y.scalars == [11, 22, 38, 13, 24, 48] && y.shape == [2, 3])
    }

    @Test func `two linear layers are one`() {
        let (x, w1, b1) = (Tensor([[1, 2]]), Tensor([[1, -1], [2, 3]]), Tensor([5, 7]))
        let (w2, b2) = (Tensor([[2], [-3]]), Tensor([11]))
        let one = linear(x, w1.matmul(w2), b1.matmul(w2) + b2)
        #expect(linear(linear(x, w1, b1), w2, b2).scalars == [-5] && one.scalars == [-5])
    }

    @Test(arguments: seeds)
    func `unscaled weights make numbers ten times as large`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (x, w) = (Tensor.randn(200, 100, using: &random), Tensor.randn(100, 50, using: &random))
        let l1 = linear(x, w, .zeros(50))
        #expect((9.6...10.4).contains(l1.std().item) && l1.shape == [200, 50])
        #expect(abs(l1.mean().item) < 0.5)
    }

    @Test(arguments: seeds)
    func `Xavier's keep them, a ReLU takes half, and Kaiming's make up for it`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let x = Tensor.randn(200, 100, using: &random)
        let l1 = linear(x, xavier(100, 50, using: &random), .zeros(50))
        #expect((0.96...1.04).contains(l1.std().item) && abs(l1.mean().item) < 0.05)
        let l2 = relu(l1)
        #expect((0.37...0.43).contains(l2.mean().item) && (0.55...0.62).contains(l2.std().item))
        #expect((0.45...0.55).contains(meanSquare(l2)))
        let scaled = relu(linear(x, kaiming(100, 50, using: &random), .zeros(50)))
        #expect((0.53...0.60).contains(scaled.mean().item) && (0.78...0.87).contains(scaled.std().item))
    }

    @Test func `the theory of a ReLU: 0.3989, 0.5838, and √2 times that`() {
        let mean = 1 / (2 * Double.pi).squareRoot()
        #expect(rounded(mean) == 0.3989 && rounded(((1 - 1 / Double.pi) / 2).squareRoot()) == 0.5838)
        #expect(rounded(2.0.squareRoot() * mean) == 0.5642 && rounded((1 - 1 / Double.pi).squareRoot()) == 0.8256)
        var random = SplitMix64(seed: 178)
        let z = relu(.randn(1_000_000, using: &random))
        #expect(abs(Double(z.mean().item) - mean) < 0.003 && abs(meanSquare(z) - 0.5) < 0.005)
    }
}

@Suite struct `17.8 Fifty layers` {
    @Test(arguments: seeds)
    func `A: with weights of 1 all numbers are NaN`(_ seed: UInt64) throws {
        let outputs = fiftyLayers(seed, scale: 1)
        #expect(Mishap.notANumber(outputs[49]).all)
        let infinite = try #require(firstLayer(outputs) { Mishap.infinite($0).any })
        let lost = try #require(firstLayer(outputs) { Mishap.notANumber($0).all })
        #expect((37...40).contains(infinite) && (39...41).contains(lost) && infinite < lost)
        #expect((5e29...2e30).contains(standardDeviation(outputs[29])))
    }

    @Test(arguments: seeds)
    func `B: with weights of 0.01 all numbers are 0`(_ seed: UInt64) throws {
        let outputs = fiftyLayers(seed, scale: 0.01)
        #expect(Mishap.zero(outputs[49]).all)
        let zero = try #require(firstLayer(outputs) { Mishap.zero($0).all })
        let subnormal = try #require(firstLayer(outputs) { Mishap.subnormal($0).any })
        #expect((45...47).contains(zero) && (31...36).contains(subnormal))
        #expect(
            (5e-41...2e-40).contains(standardDeviation(outputs[39])), "subnormal numbers are kept, not flushed to 0")
    }

    @Test(arguments: seeds)
    func `C: 1/√100 keeps them, and ten per cent off do not`(_ seed: UInt64) {
        let ends = [0.09, 0.1, 0.11].map { standardDeviation(fiftyLayers(seed, scale: $0)[49]) }
        #expect((0.4...2).contains(ends[1]))
        // The same random numbers: only the scale differs.
        #expect(abs(ends[0] / ends[1] / pow(0.9, 50) - 1) < 0.01 && abs(ends[2] / ends[1] / pow(1.1, 50) - 1) < 0.01)
        #expect((0.002...0.011).contains(ends[0]) && (45...240).contains(ends[2]))
    }

    @Test(arguments: seeds)
    func `D: with a ReLU, Xavier's scale loses half of the mean square in every layer`(_ seed: UInt64) {
        let outputs = fiftyLayers(seed, scale: 0.1, activation: relu)
        #expect((2.5e-9...1.5e-7).contains(standardDeviation(outputs[49])))
        // Fifty halvings, give or take chance.
        let halvings = -log2(meanSquare(outputs[49]))
        #expect((45...56).contains(halvings))
    }

    @Test(arguments: seeds)
    func `E: with a ReLU, √(2/100) keeps them, half of them 0`(_ seed: UInt64) {
        let last = fiftyLayers(seed, scale: (2 / Float(100)).squareRoot(), activation: relu)[49]
        #expect((0.08...2.4).contains(standardDeviation(last)))
        #expect((0.35...0.65).contains(Tensor(Mishap.zero(last)).mean().item))
        // Whole columns of zeros: all items look alike.
        #expect((15...65).contains(Mishap.zero(last).all(axis: 0).trueCount))
    }

    @Test(arguments: seeds)
    func `PyTorch's default is no Kaiming: a sixth of the mean square is left by every layer`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let weights = Linear(100, 1000, using: &random).weight.value.detached()
        #expect(abs(weights.std().item - 1 / Float(300).squareRoot()) < 5e-4 && weights.abs().max().item <= 0.1)
        let outputs = throughLayers(50, from: .randn(200, 100, using: &random)) {
            relu($0.matmul(Initialization.fanIn.draw([100, 100], using: &random).T))
        }
        #expect((2e-21...2e-19).contains(meanSquare(outputs[49]).squareRoot()))
    }

    @Test func `standard deviations that Float's squares could not hold`() {
        let numbers = Tensor([1, -1, 3, -3])
        for scale: Float in [1, 1e30, 1e-30, 0x1p-133] {
            let expected = Double(scale) * (20.0 / 3).squareRoot()
            #expect(abs(standardDeviation(numbers * scale) / expected - 1) < 1e-4)
        }
        #expect(standardDeviation(.zeros(3)) == 0 && standardDeviation(Tensor([1, .infinity])) == .infinity)
        #expect(standardDeviation(Tensor([1, .nan])).isNaN && meanSquare(Tensor([1, .nan])).isNaN)
        #expect(abs(meanSquare(Tensor([3e-30, 4e-30])) / 12.5e-60 - 1) < 1e-5 && meanSquare(.zeros(2)) == 0)
    }

    @Test func `xavier and kaiming are the engine's, for square weights`() {
        var (one, other) = (SplitMix64(seed: 7), SplitMix64(seed: 7))
        expectClose(xavier(40, 40, using: &one), Initialization.xavierNormal().draw([40, 40], using: &other))
        expectClose(kaiming(40, 40, using: &one), Initialization.kaimingNormal().draw([40, 40], using: &other))
    }
}

@Suite struct `17.8 The loss` {
    @Test func `the model makes a column of its 200 items`() {
        let net = LittleNet(seed: 17)
        #expect(model(net.x, net).shape == [200, 1] && net.y.shape == [200])
        #expect([net.w1, net.b1, net.w2, net.b2].map(\.shape) == [[100, 50], [50], [50, 1], [1]])
    }

    @Test func `a target with an axis too many, or one target for all outputs, stops the program`() async {
        let column = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = mse(.zeros(3, 1), .zeros(3, 1))
        }
        #expect(
            message(of: column).contains(
                "mean squared error of [3, 1] and [3, 1]: there must be one target for each output"))
        let one = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            mseGradient(Variable(Tensor([[1], [2], [3]])), Tensor([2]))
        }
        #expect(message(of: one).contains("mean squared error of [3, 1] and [1]"))
    }

    @Test func `without squeezing, perfect outputs have a loss`() {
        let target = Tensor([1, 3])
        #expect(mse(target.unsqueezed(1), target).item == 0)
        #expect((target.unsqueezed(1) - target).squared().mean().item == 2)
    }

    @Test(arguments: seeds.prefix(5))
    func `and its value is variance, variance, and the gap of the means`(_ seed: UInt64) {
        let net = LittleNet(seed: seed)
        let (o, y) = (model(net.x, net), net.y)
        let gap = o.mean().item - y.mean().item
        let formula = o.variance(unbiased: false).item + y.variance(unbiased: false).item + gap * gap
        #expect(abs((o - y).squared().mean().item - formula) < 1e-4 * formula)
        #expect(abs(mse(o, y).item / formula - 1) < 0.35, "plausible: it has the size of the right loss")
    }
}
