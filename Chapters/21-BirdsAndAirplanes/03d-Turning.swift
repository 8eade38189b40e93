// # Turned and moved
//
// Section 21.3 · After this page you can turn, stretch and move a picture, by asking every new pixel where it comes
// from.

import Figures
import Foundation
import Layers
import Notebook
import Tensors

// How do you turn a picture? The first idea is to take each pixel and put it where it belongs after the turn. That
// leaves holes, because several pixels may end at the same place, and then others get none. The better idea goes
// backwards: ask each place of the *new* picture where it comes from, and take the nearest old pixel. Where it comes
// from outside, it is black:

/// x [c, h, w] → the same shape, where the pixel at (row, column) is what x has at `source(row, column)`, rounded to
/// the nearest pixel; 0 if that is outside.
public func warped(
    _ x: Tensor, from source: (_ row: Double, _ column: Double) -> (row: Double, column: Double)
) -> Tensor {
    let (height, width) = (x.shape[1], x.shape[2])
    let (old, area) = (x.scalars, height * width)
    var new = [Float](repeating: 0, count: old.count)
    for row in 0..<height {
        for column in 0..<width {
            let place = source(Double(row), Double(column))
            let (from, side) = (Int(place.row.rounded()), Int(place.column.rounded()))
            guard (0..<height).contains(from), (0..<width).contains(side) else { continue }
            for channel in 0..<x.shape[0] {
                new[channel * area + row * width + column] = old[channel * area + from * width + side]
            }
        }
    }
    return Tensor(shape: x.shape, new)
}

// A turn by an angle leaves the middle where it is. Rows count downwards, so the usual formula looks a little
// different: for a turn against the clock, the pixel that is now d rows below the middle and e columns right of it was
// d · cos α + e · sin α below and e · cos α - d · sin α right of it.
//
// More general are *affine* maps, which turn, stretch and move. They are undone in the opposite order: first move back,
// then turn and stretch back.

/// What is done to a picture: a turn against the clock in degrees, then a stretch, then a move in pixels.
public struct AffineMap: Transform, Equatable {
    public var degrees, scale, down, right: Double

    public init(degrees: Double = 0, scale: Double = 1, down: Double = 0, right: Double = 0) {
        (self.degrees, self.scale, self.down, self.right) = (degrees, scale, down, right)
    }

    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        guard x.rank == 3 else {
            throw TransformError("AffineMap", "expected channels, rows, columns; found \(x.shape)")
        }
        guard scale > 0 else { throw TransformError("AffineMap", "expected a scale above 0, found \(scale)") }
        let angle = degrees * .pi / 180
        let (sine, cosine) = (sin(angle) / scale, cos(angle) / scale)
        let middle = (row: Double(x.shape[1] - 1) / 2, column: Double(x.shape[2] - 1) / 2)
        return warped(x) { row, column in
            let (d, e) = (row - down - middle.row, column - right - middle.column)
            return (middle.row + d * cosine + e * sine, middle.column + e * cosine - d * sine)
        }
    }
}

extension BirdsAndAirplanes {
    func quarterTurn() throws {
        // A quarter of a turn, against the clock. What was right is above now:
        let nine = Tensor([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]])
        let turned = try AffineMap(degrees: 90)(nine)
        show(turned, "nine numbers after a quarter turn", ask: "1 to 9 in three rows, turned by 90° against the clock?")
        show(try AffineMap(right: 1)(nine), "moved by one column to the right: the last is lost, the first is new")
        let back = try (0..<4).reduce(nine) { x, _ in try AffineMap(degrees: 90)(x) }
        show(back.scalars == nine.scalars, "four quarter turns change nothing")

        // With the engine's tools, a quarter turn is two others: rows and columns change places, then the rows are
        // turned upside down.
        show(nine.transposed(1, 2).flipped(1).scalars == turned.scalars, "the same from `transposed` and `flipped`")
    }
}

// The random ones choose each number evenly between two limits, new for every picture. `RandomRotation` is the one that
// only turns:

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

/// A random turn by at most `degrees` either way.
public struct RandomRotation: Transform {
    private let turn: RandomAffine

    public init(_ degrees: Double, using random: RandomStream) { turn = RandomAffine(degrees: degrees, using: random) }

    public func callAsFunction(_ x: Tensor) throws -> Tensor { try turn(x) }
}

extension BirdsAndAirplanes {
    func turnedPictures() throws {
        let x = try ToTensor()(try PictureDataset(try pictures.train)[99].0)
        let random = RandomStream(seed: run.seed)
        let turns = try (0..<4).map { _ in try RandomRotation(30, using: random)(x) }
        let maps = try (0..<4).map { _ in try RandomAffine(degrees: 15, pixels: 4, scales: 0.8...1.2, using: random)(x)
        }
        show(
            ImageGrid(
                (turns + maps).map { Raster($0) },
                titles: Array(repeating: "turned", count: 4) + Array(repeating: "and moved", count: 4), columns: 4),
            "Item 99 of \(dataName), turned by up to 30 degrees, and turned, stretched and moved")

        // The edges are jagged, because each pixel is a copy of one old pixel. Mixing the nearest four makes it
        // smoother (torchvision's default, too, is the nearest). At 32 × 32 pixels the difference is small.
    }
}
