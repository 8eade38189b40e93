// Chains, statistics and sums: section 21.4.

import Chapter21
import Tensors
import TestSupport
import Testing

/// Four pictures of 8 × 8 in three colours, the same as in the Python that gave the expected numbers.
private let images: ByteTensor = {
    var bytes: [UInt8] = []
    for p in 0..<4 {
        for r in 0..<8 {
            for c in 0..<8 {
                for k in 0..<3 { bytes.append(UInt8((r * 7 + c * 13 + k * 50 + p * 29) % 256)) }
            }
        }
    }
    return ByteTensor(shape: [4, 8, 8, 3], bytes)
}()
private let tensors = (0..<4).map { tensorByIndexing(images[$0]) }

// `imgs.view(3, -1).mean(dim=1)` and `.std(dim=1)` of PyTorch, in double precision.
private let means = [0.44509805131383473, 0.6176470732407324, 0.6372549124116631]
private let deviations = [0.1841200862369967, 0.19582297902828658, 0.3016515554612776]

@Suite struct `21.4 Normalizing` {
    @Test func `a chain calls one transform after the other`() throws {
        let picture = images[0]
        let chain = ToTensor().then(CenterCrop(4)).then(Pad(1))
        let byHand = try Pad(1)(try CenterCrop(4)(try ToTensor()(picture)))
        #expect(try chain(picture).shape == [3, 6, 6] && chain(picture).scalars == byHand.scalars)
        #expect(throws: TransformError.self) { try ToTensor().then(CenterCrop(9))(picture) }
        let pair = Compose(CenterCrop(4), Pad(1))
        #expect(try pair(tensors[0]).scalars == byHand.scalars)
    }

    @Test func `stacking along a last axis, as PyTorch does`() {
        let stack = stackedLast(tensors)
        #expect(stack.shape == [3, 8, 8, 4] && stack.scalars == Tensor.stack(tensors, axis: 3).scalars)
        expectClose(stack.reshaped(3, -1).mean(axis: 1), Tensor(means.map { Float($0) }))
        expectClose(stack.reshaped(3, -1).std(axis: 1), Tensor(deviations.map { Float($0) }))
    }

    @Test func `streamed, counted and stacked statistics agree`() {
        var running = RunningStatistics()
        for x in tensors { running.add(x) }
        #expect(running.count == 256)
        let counted = ChannelStatistics(counting: images)
        for (found, expected) in [(running.mean, means), (running.deviation, deviations), (counted.mean, means)] {
            expectClose(found, expected, absolute: 1e-7, relative: 0)
        }
        // Counting knows the bytes themselves, not floats that were rounded: this is closer than floats allow.
        let reds = images[0..., 0..., 0..., 0].scalars.map { Double($0) / 255 }
        let mean = reds.reduce(0, +) / 256
        let squares = reds.map { ($0 - mean) * ($0 - mean) }
        let variance: Double = squares.reduce(0, +) / 255
        #expect(abs(counted.mean[0] - mean) < 1e-14 && abs(counted.deviation[0] - variance.squareRoot()) < 1e-14)
    }

    @Test func `floats that are added to a large sum are lost or rounded up`() {
        #expect(addedOften(0.49, to: 8_400_000, times: 1000) == 8_400_000)
        #expect(addedOften(0.51, to: 8_400_000, times: 1000) == 8_401_000)
        #expect(addedOften(1, to: 16_777_216, times: 1000) == 16_777_216)
        #expect(addedOften(0.5, to: 0, times: 1000) == 500)
    }

    @Test func `sums by halves are right where a running sum is not`() {
        #expect(pairwiseSum([]) == 0 && pairwiseSum([3]) == 3 && pairwiseSum([1, 2, 3, 4, 5]) == 15)
        let tenths = [Float](repeating: 0.1, count: 1_000_000)
        let exact = 1_000_000 * Double(Float(0.1))
        #expect(abs(Double(pairwiseSum(tenths[...])) - exact) < 0.02)
        #expect(abs(Double(tenths.reduce(0, +)) - exact) > 100)
    }

    @Test func `normalizing by hand, by broadcasting and in PyTorch`() throws {
        let normalize = Normalize(mean: means.map { Float($0) }, deviation: deviations.map { Float($0) })
        let z = try normalize(tensors[2])
        let byHand = normalizedByHand(tensors[2], mean: normalize.mean.scalars, deviation: normalize.deviation.scalars)
        #expect(z.scalars == byHand.scalars)
        expectClose(z[0, 0, 0..<3], Tensor([-1.1820931, -0.9052064, -0.6283198]), absolute: 1e-5)
        #expect(abs(z[2, 7, 5].item + 1.9045477) < 1e-5)
        expectClose(try normalize.undone(z), tensors[2])
        let batch = try normalize(Tensor.stack(tensors))
        #expect(batch[2].scalars == z.scalars)
        expectClose(batch.mean(axes: 0, 2, 3), .zeros(3), absolute: 1e-5)
        expectClose(batch.std(axes: [0, 2, 3]), .ones(3), absolute: 1e-5)
        #expect(throws: TransformError("Normalize", "expected 3 channels, rows, columns; found [4, 2, 2]")) {
            try normalize(.zeros(4, 2, 2))
        }
        #expect(throws: TransformError.self) { try normalize(.zeros(3, 2)) }
        #expect("\(Normalize(mean: [0.5], deviation: [0.25]))" == "Normalize(mean: [0.5], deviation: [0.25])")
    }

    @Test func `a small input learns slowly at the rate of a large one`() {
        let x = Tensor([[1, 0.1], [-1, 0.1], [1, -0.1], [-1, -0.1]])
        let weights = fittedWeights(x, x.matmul(Tensor([1, 10])), rate: 0.5, steps: 30)
        // The inputs have nothing to do with each other, so each error shrinks by 1 - rate · mean square in each step.
        #expect(abs(weights[0].item - 1) < 1e-6)
        #expect(abs(weights[1].item - 10 * (1 - 0.86038)) < 1e-3)
    }
}
