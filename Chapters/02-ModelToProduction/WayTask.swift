// Three small tasks for the page 03f: in each of them, one way to a square loses what tells two kinds apart.

import Foundation
import Tensors
import Vision

/// What tells two kinds of generated pictures apart.
enum WayTask: String, CaseIterable {
    case rim = "a mark at the rim"
    case shape = "the shape"
    case small = "small stripes"

    /// A picture of the kind 0 or 1, noisy, with its thing at a random place where the task allows that.
    func photo(of kind: Int, using random: inout SplitMix64) -> Photo {
        switch self {
        case .rim:
            let colour: [Double] = kind == 0 ? [0.85, 0.2, 0.15] : [0.15, 0.3, 0.85]
            let (x, y) = (Bool.random(using: &random) ? 12.0 : 148, Double.random(in: 20..<60, using: &random))
            return Self.painted(height: 80, width: 160, using: &random) { row, column in
                hypot(row - y, column - x) < 9 ? colour : nil
            }
        case .shape:
            // A circle in a picture of any shape; or an oval, upright or level.
            let stretch = pow(2, Double.random(in: -1...1, using: &random))
            let (height, width) = (96 / stretch.squareRoot(), 96 * stretch.squareRoot())
            let oval = kind == 0 ? 1 : Bool.random(using: &random) ? 1.8 : 1 / 1.8
            let radius = Double.random(in: 18..<24, using: &random)
            return Self.painted(height: Int(height), width: Int(width), using: &random) { row, column in
                let (y, x) = ((row - height / 2) * oval.squareRoot(), (column - width / 2) / oval.squareRoot())
                return hypot(y, x) < radius ? [0.9, 0.8, 0.2] : nil
            }
        case .small:
            let (x, y) = (Double.random(in: 110..<130, using: &random), Double.random(in: 30..<50, using: &random))
            return Self.painted(height: 80, width: 240, using: &random) { row, column in
                guard abs(row - y) < 14, abs(column - x) < 14 else { return nil }
                return [Double](repeating: kind == 0 ? 0.5 : Int(row) / 2 % 2 == 0 ? 0.2 : 0.8, count: 3)
            }
        }
    }

    /// A green ground with noise, and what `colour` puts on it.
    private static func painted(
        height: Int, width: Int, using random: inout SplitMix64,
        _ colour: (_ row: Double, _ column: Double) -> [Double]?
    ) -> Photo {
        var pixels: [UInt8] = []
        for row in 0..<height {
            for column in 0..<width {
                let noise = Double.random(in: -0.08...0.08, using: &random)
                for value in colour(Double(row), Double(column)) ?? [0.35, 0.5, 0.3] {
                    pixels.append(UInt8(255 * min(1, max(0, value + noise))))
                }
            }
        }
        return Photo(height: height, width: width, pixels: pixels)
    }
}
