// Counts below 0, and sizes whose sums or products no number can hold: they stop with a message, as any other mistake.

import TestSupport
import Testing

@testable import Tensors

private let (x, image, most) = (Tensor([1, 2, 3, 4]), Tensor.zeros(1, 4, 6, 6), Int.max)
private let (kernel, far) = (Tensor.zeros(1, 4, 3, 3), Size2D(most, most))

private let mistakes = [
    Mistake("shape [-1, -1]", "cannot be negative") { _ = Tensor.eye(-1) },
    Mistake("shape [8589934592, 8589934592]", "more than memory") { _ = Tensor.eye(1 << 33) },
    Mistake("arange(-1)", "negative") { _ = Tensor.arange(-1) },
    Mistake("permutation(-1)", "negative") { _ = dice.permutation(-1) },
    Mistake("an array of shape [-2, -2]", "4 elements were given") { _ = Tensor(shape: [-2, -2], [1, 2, 3, 4]) },
    Mistake("shape [1099511627776, 1099511627776]") { _ = Tensor(shape: [1 << 40, 1 << 40], [1]) },
    Mistake("reshape [4] to [4294967296, 4294967296]") { _ = x.reshaped(1 << 32, 1 << 32) },
    Mistake("reshape [4] to [-1, 4294967296, 4294967296]") { _ = x.reshaped(-1, 1 << 32, 1 << 32) },
    Mistake("expand [1] to [-1]", "cannot be negative") { _ = Tensor([1]).expanded(to: [-1]) },
    Mistake("expand [1, 1]", "more than memory") { _ = Tensor.zeros(1, 1).expanded(to: [1 << 40, 1 << 40]) },
    Mistake("expand [4, 1]", "more than memory") { _ = x.repeated(most, axis: 0) },
    Mistake("expand [1, 4]", "more than memory") { _ = x.tiled(most) },
    Mistake("split [4]", "do not add up to 4") { _ = x.split(into: [most, most]) },
    Mistake("[4] padded by 1, lastAxes: -1", "it has 1 axis") { _ = x.padded(1, lastAxes: -1) },
    Mistake("[4] padded by", "none above 2147483647") { _ = x.padded(most, lastAxes: 1) },
    Mistake("conv2d [1, 4, 6, 6]", "padding", "at most 2147483647") { _ = image.conv2d(kernel, padding: far) },
    Mistake("conv2d [1, 4, 6, 6]", "dilation", "at most 2147483647") { _ = image.conv2d(kernel, dilation: far) },
    Mistake("convTranspose2d", "stride", "at most") { _ = image.convTranspose2d(.zeros(4, 1, 3, 3), stride: far) },
    Mistake("of [1, 4, 6, 6]", "too large") { _ = image.adaptiveMaxPooled(far) },
    Mistake("of [1, 4, 6, 6]", "the kernel is larger") { _ = image.maxPooled(far) },
    Mistake("of [1, 4, 6, 6]", "too large") { _ = image.interpolated(to: far) },
    Mistake("pixelShuffled(\(Int.max)) of [1, 4, 6, 6]", "a factor from 1") { _ = image.pixelShuffled(most) },
    Mistake("pixelUnshuffled(\(Int.max)) of [1, 4, 6, 6]") { _ = image.pixelUnshuffled(most) },
    Mistake("1 - \(Int.min)", "64 bits") { _ = IntTensor([1]) - Int.min },
    Mistake("\(Int.max) * 2", "64 bits") { _ = IntTensor([most]) * IntTensor([2]) },
]

@Suite(.serialized) struct `Counts and sizes that cannot be` {
    @Test(arguments: mistakes.indices) func `stop the program with a message`(_ number: Int) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        mistakes[number].expectExplained(by: result)
    }

    @Test func `are none where the result is small`() {
        #expect(x.rolled(by: Int.min, axis: 0).scalars == [1, 2, 3, 4])
        #expect(x.rolled(by: Int.max, axis: 0).scalars == [2, 3, 4, 1])
        #expect(x.chunked(most).count == 4)
        #expect(x.split(every: most).map(\.shape) == [[4]])
        #expect(Tensor.zeros(0).chunked(1).map(\.shape) == [[0]])
        #expect(Tensor.eye(0).shape == [0, 0])
        #expect(Tensor.eye(3).scalars == [1, 0, 0, 0, 1, 0, 0, 0, 1])
        #expect(Tensor.zeros(0, 3).repeated(2, axis: 1).shape == [0, 6])
    }

    @Test func `do not keep a roll from going back`() {
        let w = x.requiringGrad()
        (w.rolled(by: Int.min + 1, axis: 0) * Tensor([1, 2, 3, 4])).sum().backward()
        #expect(w.grad?.scalars == [2, 3, 4, 1])
    }
}

nonisolated(unsafe) private var dice = SplitMix64(seed: 1)
