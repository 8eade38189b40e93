// # Turned and moved
//
// Section 21.3 · After this page you can turn, stretch and move a picture, by asking every new pixel where it comes
// from.

import Figures
import Foundation
import Notebook
import Tensors

// How do you turn a picture? The first idea is to take each pixel and put it where it belongs after the turn. That
// leaves holes, because several pixels may end at the same place, and then other places get none (there is a picture of
// it at the end of this page). The better idea goes backwards: ask each place of the *new* picture where it comes from,
// and take the nearest old pixel. Where it comes from outside, it is black:

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
            let (from, side) = (place.row.rounded(), place.column.rounded())
            let isInside = from >= 0 && from < Double(height) && side >= 0 && side < Double(width)
            guard isInside else { continue }  // also where a number is NaN, or too large for an `Int`
            for channel in 0..<x.shape[0] {
                new[channel * area + row * width + column] = old[channel * area + Int(from) * width + Int(side)]
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
        try requireChannels(x, "AffineMap")
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

    func holesOfTheFirstIdea() throws {
        // And the first idea? `pushed` takes each pixel to its new place. A white square, turned by 30° in both ways:
        let square = Tensor.ones(1, 32, 32)
        let backwards = try AffineMap(degrees: 30)(square)
        let forwards = pushed(square, degrees: 30)
        show(
            ImageGrid(
                [Raster(forwards), Raster(backwards)], titles: ["pixel by pixel", "place by place"], columns: 2),
            "A white square after a turn by 30 degrees: pushed to where they belong, its pixels leave holes")
        let middle = (8..<24)  // far enough from the edge that all of it is white
        let holes = [forwards, backwards].map { ($0[0, middle, middle] .== 0).trueCount }
        show(
            "\(holes[0]) and \(holes[1])", "black pixels in the middle, of 256",
            predict: .yesNo("Asking each new place where it comes from: can that leave a hole?", holes[1] > 0))
    }

    // MARK: Helpers

    /// Each pixel of x [1, h, w], put where it belongs after a turn against the clock.
    private func pushed(_ x: Tensor, degrees: Double) -> Tensor {
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        let (height, width, old) = (x.shape[1], x.shape[2], x.scalars)
        let middle = (row: Double(height - 1) / 2, column: Double(width - 1) / 2)
        var new = [Float](repeating: 0, count: old.count)
        for place in old.indices {
            let (d, e) = (Double(place / width) - middle.row, Double(place % width) - middle.column)
            let row = Int((middle.row + d * cosine - e * sine).rounded())
            let column = Int((middle.column + e * cosine + d * sine).rounded())
            if (0..<height).contains(row), (0..<width).contains(column) { new[row * width + column] = old[place] }
        }
        return Tensor(shape: x.shape, new)
    }
}
