// # Turned at random
//
// Section 21.3 · After this page you can turn, stretch and move pictures at random, a little differently each time.

import Figures
import Layers
import Notebook
import Tensors

// For augmentation, every picture gets an `AffineMap` of its own, drawn when the picture is asked for. Each number
// is chosen evenly between two limits. The moves are whole pixels:

/// A random turn by at most `degrees` either way, a move by at most so many pixels, a stretch between two factors.
public struct RandomAffine: Transform {
    public let degrees, pixels: Double
    public let scales: ClosedRange<Double>
    private let random: RandomStream

    public init(
        degrees: Double, pixels: Double = 0, scales: ClosedRange<Double> = 1...1, using random: RandomStream
    ) {
        (self.degrees, self.pixels, self.scales, self.random) = (degrees, pixels, scales, random)
    }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        try AffineMap(
            degrees: between(-degrees, degrees), scale: between(scales.lowerBound, scales.upperBound),
            down: between(-pixels, pixels).rounded(), right: between(-pixels, pixels).rounded())(x)
    }

    private func between(_ low: Double, _ high: Double) -> Double {
        var random = random
        return low + (high - low) * random.uniform()
    }
}

// `RandomRotation` is the one that only turns:

/// A random turn by at most `degrees` either way.
public struct RandomRotation: Transform {
    private let turn: RandomAffine

    public init(_ degrees: Double, using random: RandomStream) { turn = RandomAffine(degrees: degrees, using: random) }

    public func callAsFunction(_ x: Tensor) throws -> Tensor { try turn(x) }
}

extension BirdsAndAirplanes {
    func turnedPictures() throws {
        // Four of each, all from one picture:
        let x = try ToTensor()(try PictureDataset(try pictures.train)[99].0)
        let random = RandomStream(seed: run.seed)
        let turns = try (0..<4).map { _ in try RandomRotation(30, using: random)(x) }
        let affine = RandomAffine(degrees: 15, pixels: 4, scales: 0.8...1.2, using: random)
        let maps = try (0..<4).map { _ in try affine(x) }
        show(
            ImageGrid(
                (turns + maps).map { Raster($0) },
                titles: Array(repeating: "turned", count: 4) + Array(repeating: "and moved", count: 4), columns: 4),
            "Item 99 of \(dataName), turned by up to 30 degrees, and turned, stretched and moved")

        // The edges are jagged, because each pixel is a copy of one old pixel. Mixing the nearest four makes it
        // smoother (torchvision's default, too, is the nearest). At 32 × 32 pixels the difference is small.
    }
}
