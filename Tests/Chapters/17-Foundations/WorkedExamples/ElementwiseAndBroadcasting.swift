// The book's small examples with their numbers: elementwise arithmetic and broadcasting, sections 17.3 to 17.5.

import Tensors
import TestSupport
import Testing

@testable import Chapter17

private let a = Tensor([10, 6, -4])
private let b = Tensor([2, 8, 7])
private let c = Tensor([10, 20, 30])
private let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])

@Suite struct `17.3 Elementwise arithmetic` {
    @Test func `a + b is 12, 14, 3; a < b is false, true, true`() {
        #expect((a + b).scalars == [12, 14, 3] && elementwise(+, a, b).scalars == [12, 14, 3])
        #expect((a .< b).scalars == [false, true, true])
        #expect(!(a .< b).all && !(a .== b).all)
    }

    @Test func `the mean of a + b shows the digits of 32 bits`() {
        #expect(Double((a + b).mean().item) == 9.666666984558105)
        #expect((a + b).mean().shape == [] && sum(a + b).item == 29 && (a + b).sum().item == 29)
    }

    @Test func `m * m squares every number`() {
        #expect((m * m).scalars == [1, 4, 9, 16, 25, 36, 49, 64, 81])
    }

    @Test(arguments: [[3], [2, 3], [2, 1, 2], []], Seeds.all)
    func `ours is the engine's, bit for bit`(_ shape: [Int], _ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (x, y) = (Tensor.randn(shape, using: &random), Tensor.rand(shape, low: 1, high: 2, using: &random))
        #expect(elementwise(+, x, y).scalars == (x + y).scalars && elementwise(-, x, y).scalars == (x - y).scalars)
        #expect(elementwise(*, x, y).scalars == (x * y).scalars && elementwise(/, x, y).scalars == (x / y).scalars)
    }

    @Test func `3 × 3 times 2 × 3 names the axis and both lengths`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.ones(3, 3) * Tensor.ones(2, 3)
        }
        // Section 17.3 quotes this message.
        #expect(message(of: result).contains("[3, 3] * [2, 3]: axis -2 is 3 on the left and 2 on the right"))
    }
}

@Suite struct `17.4 Broadcasting` {
    @Test func `a > 0 compares each of the three`() { #expect((a .> 0).scalars == [true, true, false]) }

    // PyTorch's values.
    @Test func `(m - 5) / 2.73 normalizes m`() {
        let expected: [Float] = [
            -1.465201497077942, -1.0989010334014893, -0.732600748538971, -0.3663003742694855, 0, 0.3663003742694855,
            0.732600748538971, 1.0989010334014893, 1.465201497077942,
        ]
        #expect(((m - 5) / 2.73).scalars == expected)
    }

    @Test func `m + c adds c to every row, in either order`() {
        #expect((m + c).scalars == [11, 22, 33, 14, 25, 36, 17, 28, 39] && (c + m).scalars == (m + c).scalars)
        #expect((c + Tensor([[1, 2, 3], [4, 5, 6]])).scalars == [11, 22, 33, 14, 25, 36])
    }

    @Test func `two numbers do not fit three columns`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([10, 20]) + Tensor([[1, 2, 3], [4, 5, 6]])
        }
        // Section 17.4 quotes this message.
        #expect(message(of: result).contains("[2] + [2, 3]: axis -1 is 2 on the left and 3 on the right"))
    }

    @Test func `9 elements in 3 numbers, with strides 0, 1 and 1, 0`() {
        let (rows, columns) = (c.expanded(as: m), c.unsqueezed(1).expanded(as: m))
        #expect(rows.shape == [3, 3] && rows.strides == [0, 1] && rows.storage == [10, 20, 30])
        #expect(columns.shape == [3, 3] && columns.strides == [1, 0] && columns.storage == [10, 20, 30])
        #expect((c.unsqueezed(1) + m).scalars == [11, 12, 13, 24, 25, 26, 37, 38, 39])
    }

    @Test func `shapes of c with a new axis`() {
        #expect(c.shape == [3] && c.unsqueezed(0).shape == [1, 3] && c.unsqueezed(1).shape == [3, 1])
        #expect(c[.newAxis].shape == [1, 3] && c[.newAxis, 0...].shape == [1, 3])
        #expect(c[0..., .newAxis].shape == [3, 1] && c[.ellipsis, .newAxis].shape == [3, 1])
    }
}

@Suite struct `17.5 The rules of broadcasting` {
    @Test func `the book's three tables`() throws {
        #expect(try broadcast([256, 256, 3], [3]) == [256, 256, 3] && broadcast([3, 3], [3]) == [3, 3])
        #expect(throws: Clash(axis: -1, left: 3, right: 256)) { try broadcast([256, 256, 3], [256, 256]) }
    }

    @Test func `a clash says where and what`() {
        #expect("\(Clash(axis: -2, left: 3, right: 2))" == "axis -2 is 3 on the left and 2 on the right")
    }

    @Test func `ours is the engine's on all small shapes, with 0 too`() {
        var (shapes, longest) = ([[Int]](), [[Int]]([[]]))
        for _ in 0...3 {
            shapes += longest
            longest = longest.flatMap { shape in [0, 1, 2, 3].map { shape + [$0] } }
        }
        let differ = shapes.flatMap { a in shapes.map { (a, $0) } }
            .filter { (try? broadcast($0, $1)) != BroadcastAlignment($0, $1).shape }
        #expect(differ.isEmpty && shapes.count == 85, "\(differ)")
    }

    /// A single image has no axis of images; a mean of three would make three channels of one.
    @Test(arguments: [[3, 4, 3], [2, 1, 4, 4], [3]]) func `a batch has as many channels as the mean`(
        _ shape: [Int]
    ) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [shape = shape as [Int]] in _ = normalized(.ones(shape), mean: .zeros(3), std: .ones(3))
        }
        #expect(message(of: result).contains("normalizing \(shape): the mean is [3], the standard deviation [3]"))
    }

    @Test(arguments: [[4, 3, 5, 6], [2, 3, 3, 3], [5, 3]]) func `a batch is normalized channel by channel`(
        _ shape: [Int]
    ) {
        var random = SplitMix64(seed: 175)
        let (mean, std) = (Tensor([0.485, 0.456, 0.406]), Tensor([0.229, 0.224, 0.225]))
        let images = Tensor.rand(shape, using: &random)
        let found = normalized(images, mean: mean, std: std)
        for channel in 0..<3 {
            let expected = (images[0..., channel] - mean[channel].item) / std[channel].item
            expectClose(found[0..., channel], expected)
        }
    }
}

@Suite struct `17.2 Timing` {
    @Test func `repeats a piece of code in runs of loops`() {
        var calls = 0
        #expect(Timing(runs: 3, loops: 5) { calls += 1 }.runs.count == 3 && calls == 15)
    }

    @Test func `without a run has no mean`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Timing(runs: [], loops: 1)
        }
        #expect(message(of: result).contains("timing: there are no runs"))
    }

    @Test func `has the spread that %timeit prints`() {
        let timing = Timing(runs: [0.5, 1.5], loops: 20)
        #expect(timing.mean == 1 && timing.deviation == 0.5 && timing.best == 0.5)
        #expect(
            "\(timing)" == "1.00 ± 0.500 milliseconds per loop (mean and standard deviation of 2 runs, 20 loops each)")
        #expect("\(Timing(runs: [0.0012345, 0.0012345], loops: 1))".hasPrefix("0.00123 ± 0.0 milliseconds"))
    }
}
