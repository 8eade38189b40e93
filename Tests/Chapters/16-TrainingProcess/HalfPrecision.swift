// Half precision by rounding, and a training in it.

import Chapter16
import Layers
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `Numbers of half precision` {
    #if !(os(macOS) && arch(x86_64))
        /// Every half, and the middle between each and the next: the ties, which go to the even one.
        static let halvesAndTies: [Float] = {
            let halves = (0..<0x7C00).map { Float(Float16(bitPattern: UInt16($0))) }
            let ties = zip(halves, halves.dropFirst()).map { ($0 + $1) / 2 }
            return halves + ties
        }()

        @Test func `are what the processor makes of them`() {
            var random = SplitMix64(seed: 16)
            let scattered = (0..<20_000).map { _ in
                Float(
                    sign: .plus, exponent: Int.random(in: -40...30, using: &random),
                    significand: 1 + Float(random.uniform()))
            }
            let numbers = Self.halvesAndTies + scattered + [65_503, 65_519, 65_519.99, 65_520, 1e30, .infinity]
            let signed = numbers + numbers.map { -$0 }
            let expected = signed.map { Float(Float16($0)) }
            #expect(roundedToHalf(Tensor(signed)).scalars == expected)
        }
    #endif

    @Test func `keep NaN and the shape, and say what is lost`() {
        #expect(roundedToHalf(Tensor([[.nan, 1], [2, 3]])).shape == [2, 2])
        #expect(roundedToHalf(Tensor([.nan])).item.isNaN)
        let lost = lostNumbers(Tensor([0, 1e-9, 1, 70_000]), times: 1)
        #expect(rounded([lost.vanished, lost.overflowed]) == [0.3333, 0.3333])
        #expect(lostNumbers(Tensor([0, 1e-9, 1, 70_000]), times: 1024).vanished == 0)
        #expect(isFinite(Tensor([1, -2])) && !isFinite(Tensor([1, .infinity])) && !isFinite(Tensor([.nan])))
    }
}

@Suite struct `A training in mixed precision` {
    private func net() -> (LabelledBatches, Sequential) {
        var random = SplitMix64(seed: 1)
        let images = Tensor.rand(12, 6, using: &random)
        let batches = DataLoader(TensorDataset(images, IntTensor((0..<12).map { $0 % 3 })), batchSize: 4)
        let net = Sequential(Linear(6, 5, using: &random), ReLU(), Linear(5, 3, using: &random))
        return (LabelledBatches(batches, batches), net)
    }

    private func trained(_ half: MixedPrecision?, _ more: [LoopCallback] = []) throws -> (TrainingLoop, [Float]) {
        let (loaders, net) = net()
        let loop = TrainingLoop(loaders, net, callbacks: (half.map { [$0] } ?? []) + more)
        try loop.fit(4, learningRate: 0.5)
        return (loop, net.parameters.flatMap(\.value.scalars))
    }

    /// The model computes with halves, the optimizer does not.
    @Test func `has weights of half precision in the model, and others for the step`() throws {
        final class Look: LoopCallback {
            var inModel: [Bool] = [], atStep: [Bool] = []
            private var areHalves: Bool {
                self.model.parameters.allSatisfy { roundedToHalf($0.value).scalars == $0.value.scalars }
            }
            override func afterPrediction() { inModel.append(areHalves) }
            override func afterStep() { atStep.append(areHalves) }
        }
        let look = Look()
        let (loop, weights) = try trained(MixedPrecision(), [look])
        #expect(look.inModel.allSatisfy(\.self) && look.atStep.allSatisfy { !$0 })
        let (_, single) = try trained(nil)
        #expect(weights != single)
        expectClose(Tensor(weights), Tensor(single), absolute: 0.01)
        #expect(loop.recorder.losses.count == 12)
    }

    /// A power of two is exact: as long as nothing vanishes or overflows, the scale changes no bit.
    @Test func `is the same with any scale that fits`() throws {
        let (loop, weights) = try trained(MixedPrecision(scale: 256))
        let (other, same) = try trained(MixedPrecision(scale: 1024))
        #expect(weights == same && loop.recorder.losses == other.recorder.losses)
    }

    @Test func `halves a scale that overflows, and makes no step with it`() throws {
        let (half, trace) = (MixedPrecision(scale: 0x1p24), EventTrace())
        let (loop, weights) = try trained(half, [trace])
        #expect(half.overflows > 3 && half.scale == 0x1p24 / Float(1 << half.overflows))
        #expect(trace.events.count { $0 == .afterCancelBatch } == half.overflows)
        #expect(trace.events.count { $0 == .afterStep } == 12 - half.overflows)
        #expect(weights.allSatisfy(\.isFinite) && loop.recorder.losses.count == 12)
        #expect(loop.recorder.losses.allSatisfy { $0 < 10 })  // the loss as it is, not multiplied
    }

    @Test func `doubles the scale when all goes well`() throws {
        let half = MixedPrecision(scale: 64, patience: 5)
        _ = try trained(half)
        #expect(half.scale == 256 && half.overflows == 0)
    }
    /// With gradients that are 2²⁴ times smaller, and a rate that is larger by as much.
    @Test func `stands still with a scale of 1 where 512 learns`() throws {
        func weights(_ callbacks: [LoopCallback], _ divisor: Float) throws -> [Float] {
            let (loaders, net) = net()
            let loop = TrainingLoop(loaders, net, loss: { crossEntropy($0, $1) / divisor }, callbacks: callbacks)
            try loop.fit(4, learningRate: 0.5 * divisor)
            return net.parameters.flatMap(\.value.scalars)
        }
        let start = net().1.parameters.flatMap(\.value.scalars)
        let single = try weights([], 1)
        #expect(try weights([], 0x1p24) == single)
        #expect(try weights([MixedPrecision(scale: 1)], 0x1p24) == start)
        expectClose(Tensor(try weights([MixedPrecision()], 0x1p24)), Tensor(single), absolute: 0.05)
        expectClose(Tensor(try weights([MixedPrecision(scale: 0x1p24)], 0x1p24)), Tensor(single), absolute: 0.01)
    }
}
