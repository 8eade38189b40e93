// What is done to pictures: section 21.3.

import Chapter21
import Layers
import Tensors
import TestSupport
import Testing

private let nine = Tensor([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]])

@Suite struct `21.3 Transforms` {
    @Test func `bytes become floats from 0 to 1, channels first`() throws {
        let picture = ByteTensor(shape: [1, 2, 3], [0, 51, 102, 153, 204, 255])
        expectClose(try ToTensor()(picture), Tensor([[[0, 0.6]], [[0.2, 0.8]], [[0.4, 1]]]))
        var random = SplitMix64(seed: 1)
        let large = ByteTensor(shape: [5, 7, 3], (0..<105).map { _ in UInt8(random.next() % 256) })
        #expect(try ToTensor()(large).scalars == tensorByIndexing(large).scalars)
        #expect(throws: TransformError("ToTensor", "expected rows, columns, colours; found [5, 7]")) {
            try ToTensor()(large[0..., 0..., 0])
        }
    }

    @Test func `all bytes survive the way to floats and back`() throws {
        let bytes = ByteTensor(shape: [16, 16, 1], (0...255).map { UInt8($0) })
        #expect(try ToPicture()(try ToTensor()(bytes)) == bytes)
        #expect(try ToPicture()(Tensor([[[-0.5, 0.5, 1.5]]])).scalars == [0, 128, 255])
    }

    @Test(arguments: [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 1], [1, 0, 2]])
    func `permuting by hand is permuted`(_ order: [Int]) throws {
        var random = SplitMix64(seed: 2)
        let x = Tensor.randn(2, 3, 4, using: &random)
        let byHand = try permutedByHand(x, order)
        #expect(byHand.shape == x.permuted(order).shape && byHand.scalars == x.permuted(order).scalars)
    }

    @Test func `an order that is none is refused`() {
        #expect(throws: TransformError.self) { try permutedByHand(nine, [0, 1, 1]) }
        #expect(throws: TransformError.self) { try permutedByHand(nine[0], [0, 1, 2]) }
    }

    @Test func `crops lie inside, and a margin is zeros`() throws {
        #expect(try cropped(nine, top: 1, left: 0, height: 2, width: 2).scalars == [4, 5, 7, 8])
        #expect(try CenterCrop(1)(nine).scalars == [5])
        #expect(try CenterCrop(2)(nine).scalars == [1, 2, 4, 5])
        #expect(try Pad(1)(nine).scalars == nine.padded(1, lastAxes: 2).scalars)
        for (top, left, size) in [(-1, 0, 2), (2, 0, 2), (0, 2, 2), (0, 0, 0), (0, 0, 4)] {
            #expect(throws: TransformError.self) { try cropped(nine, top: top, left: left, height: size, width: size) }
        }
        #expect(throws: TransformError.self) { try Pad(-1)(nine) }
        #expect(throws: TransformError.self) { try RandomCrop(4, using: RandomStream(seed: 1))(nine) }
    }

    @Test func `what has no channels is refused`() throws {
        let flat = Tensor([[1, 2], [3, 4]])
        let random = RandomStream(seed: 1)
        let all: [any Transform<Tensor, Tensor>] = [
            CenterCrop(1), Pad(1), RandomCrop(1, using: random), AffineMap(), RandomRotation(9, using: random),
            ColourChange(),
        ]
        for transform in all { #expect(throws: TransformError.self) { try transform(flat) } }
        #expect(throws: TransformError.self) { try cropped(flat, top: 0, left: 0, height: 1, width: 1) }
    }

    @Test func `a random crop is at every place, differs, and comes again with its seed`() throws {
        let crop = RandomCrop(2, padding: 1, using: RandomStream(seed: 9))
        let padded = try Pad(1)(nine)
        var counts: [[Float]: Int] = [:]
        for _ in 0..<1600 { counts[try crop(nine).scalars, default: 0] += 1 }
        let all = try (0...3).flatMap { top in
            try (0...3).map { try cropped(padded, top: top, left: $0, height: 2, width: 2).scalars }
        }
        #expect(Set(counts.keys) == Set(all) && counts.values.allSatisfy { (60...140).contains($0) })
        let (a, b) = (RandomCrop(2, using: RandomStream(seed: 4)), RandomCrop(2, using: RandomStream(seed: 4)))
        #expect(try (0..<20).allSatisfy { _ in try a(nine).scalars == b(nine).scalars })
    }

    @Test func `a turn against the clock, a move, a stretch`() throws {
        // rot90 of PyTorch: [[3, 6, 9], [2, 5, 8], [1, 4, 7]].
        #expect(try AffineMap(degrees: 90)(nine).scalars == [3, 6, 9, 2, 5, 8, 1, 4, 7])
        #expect(try AffineMap(degrees: -90)(nine).scalars == [7, 4, 1, 8, 5, 2, 9, 6, 3])
        #expect(try AffineMap(degrees: 180)(nine).scalars == nine.scalars.reversed())
        #expect(try AffineMap(down: 1)(nine).scalars == [0, 0, 0, 1, 2, 3, 4, 5, 6])
        #expect(try AffineMap(right: -1)(nine).scalars == [2, 3, 0, 5, 6, 0, 8, 9, 0])
        #expect(try AffineMap(scale: 3)(nine).scalars == [Float](repeating: 5, count: 9))
        #expect(throws: TransformError.self) { try AffineMap(scale: 0)(nine) }
        // Numbers that no pixel has: all is from outside, but the middle.
        #expect(try AffineMap(scale: 1e-300)(nine).scalars == [0, 0, 0, 0, 5, 0, 0, 0, 0])
        #expect(try AffineMap(degrees: .nan)(nine).scalars == [Float](repeating: 0, count: 9))
        #expect(try AffineMap(down: 1e300)(nine).scalars == [Float](repeating: 0, count: 9))
        // First the turn, then the move.
        #expect(try AffineMap(degrees: 90, down: 1)(nine).scalars == [0, 0, 0, 3, 6, 9, 2, 5, 8])
    }

    @Test func `random turns and colours stay within their limits`() throws {
        let x = Tensor([[[0.4]], [[0.5]], [[0.6]]])
        let jitter = ColourJitter(brightness: 0.5, using: RandomStream(seed: 1))
        let reds = try (0..<400).map { _ in try jitter(x)[0].item }
        #expect(reds.min()! >= 0.2 && reds.min()! < 0.22 && reds.max()! <= 0.6 && reds.max()! > 0.58)
        let still = RandomAffine(degrees: 0, using: RandomStream(seed: 1))
        #expect(try still(nine).scalars == nine.scalars)
        let turns = RandomRotation(44, using: RandomStream(seed: 1))
        // The middle stays, and a corner never goes as far as a quarter turn would take it.
        #expect(try (0..<50).allSatisfy { _ in try turns(nine)[0, 1, 1].item == 5 && turns(nine)[0, 0, 0].item != 3 })
    }

    @Test func `colours are mixed as torchvision mixes them`() throws {
        // Computed with PyTorch from torchvision's formulas.
        let x = Tensor([[[0.2, 0.9], [0.5, 0]], [[0.4, 0.1], [0.5, 1]], [[0.8, 0.3], [0.6, 0.2]]])
        let contrast: [Float] = [
            0.333605, 0.683605, 0.483605, 0.233605, 0.433605, 0.283605, 0.483605, 0.733605, 0.633605, 0.383605,
            0.533605,
            0.333605,
        ]
        expectClose(try ColourChange(contrast: 0.5)(x), Tensor(shape: [3, 2, 2], contrast), absolute: 2e-6)
        let all: [Float] = [
            0.3277309, 1, 0.6299396, 0.0387277, 0.5797309, 0.2407116, 0.6299396, 0.9387276, 0.9757309, 0.4927116,
            0.7559397, 0.2907276,
        ]
        let change = ColourChange(brightness: 1.4, contrast: 0.5, saturation: 1.8)
        expectClose(try change(x), Tensor(shape: [3, 2, 2], all), absolute: 2e-6)
        #expect(try ColourChange()(x).scalars == x.scalars)
        #expect(throws: TransformError.self) { try change(nine) }
    }
}
