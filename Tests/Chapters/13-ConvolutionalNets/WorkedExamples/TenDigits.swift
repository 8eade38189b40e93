// The net, the statistics and the schedules of sections 13.10 to 13.12, and the edges of section 13.14: tiny examples.

import Figures
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Training

@testable import Chapter13

@Suite struct `13.10 Ten digits` {
    @Test func `the net's layers have 208, 1168, 4640, 18496 and 5770 parameters`() {
        let rows = seededCNN().summary(of: .zeros(2, 1, 28, 28)).rows
        #expect(rows.map(\.parameters).filter { $0 > 0 } == [208, 1168, 4640, 18_496, 5770])
        #expect(rows.filter { $0.type == "Conv2d" }.map { $0.output![2] } == [14, 7, 4, 2, 1])
        #expect(rows.last!.output == [2, 10])
    }

    /// The same counts as torch.histc(x, 40, 0, 10).
    @Test func `a histogram counts both ends and nothing beyond them`() {
        let counts = histogram(Tensor([-1, 0, 0.1, 0.25, 0.3, 9.9, 10, 10.5, 5]))
        let bins = counts.indices.filter { counts[$0] > 0 }
        #expect(bins == [0, 1, 20, 39] && bins.map { counts[$0] } == [2, 2, 1, 2])
        #expect(histogram(Tensor([-1e30, 1e30])).allSatisfy { $0 == 0 } && histogram(.zeros(0, 3)).count == 40)
        #expect(histogram(Tensor([[0, 1], [2, 4]]), bins: 2, top: 4) == [2, 2])
    }

    @Test func `hooks are gone after a training, and after one that broke off`() throws {
        final class Breaking: Callback {
            func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) throws {
                if phase == .backward { throw Broken() }
            }
        }
        struct Broken: Error {}
        let stats = ActivationStats()
        let learner = smallLearner(seededCNN(), callbacks: [stats])
        try EpochReporting.silently { try learner.fit(1, learningRate: 0.001) }
        _ = learner.model(fewDigits(1).inputs)
        #expect(stats.layers.map(\.count) == [4, 4, 4, 4, 4])
        learner.callbacks.append(Breaking())
        #expect(throws: Broken.self) { try EpochReporting.silently { try learner.fit(1, learningRate: 0.001) } }
        #expect(stats.layers.map(\.count) == [1, 1, 1, 1, 1])
        _ = learner.model(fewDigits(1).inputs)
        #expect(stats.layers.map(\.count) == [1, 1, 1, 1, 1])
    }

    @Test func `looking in does not change a training`() throws {
        let weights = try [[ActivationStats(withHistogram: true)], []].map { callbacks in
            let learner = smallLearner(seededCNN(), callbacks: callbacks)
            try EpochReporting.silently { try learner.fit(2, learningRate: 0.01) }
            return learner.model.parameters.flatMap(\.value.scalars)
        }
        #expect(weights[0] == weights[1])
    }

    @Test func `normalizing can be undone, and a blank batch stays what it is`() {
        let x = Tensor([[0, 0.5], [1, 0.25]])
        let normalize = Normalize(measuredOn: x)
        let y = normalize(x)
        #expect(abs(y.mean().item) < 1e-6 && abs(y.std().item - 1) < 1e-5)
        expectClose(normalize.undone(y), x)
        #expect(Normalize(measuredOn: .full(0.5, [3, 3]))(.full(0.5, [2])).scalars == [0, 0])
    }

    @Test func `normalizing batch by batch gives the bits of normalizing all at once`() {
        let bytes = ByteTensor(shape: [5, 28, 28], (0..<5 * 784).map { UInt8($0 * 37 % 256) })
        let normalize = Normalize(measuredOn: Tensor([0, 0.1, 0.9]))
        let digits = NormalizedDigits(bytes: bytes, digits: IntTensor([3, 1, 4, 1, 5]), normalize: normalize)
        let all = normalize((Tensor(bytes) / 255).reshaped(5, 1, 28, 28))
        let (x, y) = digits.batch([4, 0, 4])
        #expect(x.shape == [3, 1, 28, 28] && x.scalars == all.rows([4, 0, 4]).scalars && y.scalars == [5, 3, 5])
        #expect(digits[2].0.shape == [1, 28, 28] && digits[2].0.scalars == all[2].scalars && digits[2].1.item == 4)
        #expect(digits.first(2).0.scalars == all[..<2].scalars && digits.first(9).1.scalars == [3, 1, 4, 1, 5])
        // A loader asks for whole batches, and gets the same.
        let batches = DataLoader(Repeated(items: digits, times: 2), batchSize: 4).map { $0 }
        #expect(batches.map(\.1.scalars) == [[3, 1, 4, 1], [5, 3, 1, 4], [1, 5]])
        #expect(batches[1].0.scalars == all.rows([4, 0, 1, 2]).scalars)
    }

    @Test func `the filters that look at a window are at right angles`() {
        var random = SplitMix64(seed: 1310)
        let rows = orthonormalFilters(8, window: 3, using: &random).reshaped(8, 9)
        expectClose(rows.matmul(rows.T), .eye(8), absolute: 1e-5)
    }
}

@Suite struct `13.12 One cycle` {
    @Test func `stays at its ends, and need not rise at all`() {
        var cycle = OneCycle(peak: 0.06)
        #expect(cycle.rate(2) == cycle.rate(1) && cycle.rate(-1) == cycle.rate(0))
        cycle.rise = 0
        #expect(cycle.rate(0) == 0.06)
    }

    @Test func `has the engine's rates and momenta, whatever its settings`() {
        var cycle = OneCycle(peak: 0.3)
        (cycle.startDivisor, cycle.endDivisor, cycle.rise, cycle.momenta) = (10, 500, 0.4, (0.9, 0.7, 0.8))
        let rate = Schedule.oneCycle(0.3, rise: 0.4, startDivisor: 10, endDivisor: 500)
        let momentum = Schedule.oneCycleMomentum(rise: 0.4, 0.9, 0.7, 0.8)
        for t in stride(from: 0, through: 1, by: 0.05) {
            #expect(abs(cycle.rate(t) - Double(rate(t))) < 1e-7)
            #expect(abs(cycle.momentum(t) - Double(momentum(t))) < 1e-6)
        }
        cycle.isLinear = true
        #expect(abs(cycle.rate(0.2) - 0.165) < 1e-12 && abs(cycle.rate(0.7) - (0.3 + 0.0006) / 2) < 1e-12)
        cycle.rise = 1
        #expect(abs(cycle.rate(1) - 0.0006) < 1e-12)
    }
}

@Suite struct `13.14 Edges` {
    @Test func `eight kernels look in eight directions`() {
        let kernels = handMadeKernels()
        #expect(kernels.shape == [8, 1, 3, 3])
        expectClose(kernels[0, 0], Tensor([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 8)
        expectClose(kernels[2, 0], kernels[0, 0].T, absolute: 1e-6)
        for k in 0..<4 { expectClose(kernels[k + 4], -kernels[k], absolute: 1e-6) }
        // The right half is dark: an edge to the right, half as strong at 45 degrees · √2, none at right angles.
        let x = Tensor((0..<28).map { _ in (0..<28).map { $0 < 10 ? 0 : 1 as Float } }).reshaped(1, 1, 28, 28)
        let y = x.conv2d(kernels)[0, 0..., 12, 9].scalars
        expectClose(Tensor(y[0]), Tensor(0.5))
        expectClose(Tensor(y[1]), Tensor(0.5 / Float(2).squareRoot()))
        #expect(abs(y[2]) < 1e-6 && abs(y[4] + 0.5) < 1e-6 && orientedEdges(x).shape == [1, 128])
    }
}
