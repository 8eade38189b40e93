// Nudge: Work on a plain array, pixel by pixel. Three questions for each: how strong, which direction, which cell?
// Idea: `atan2(gy, gx)` gives the angle from −π to π. Divide by the angle of one direction and round: that is the
//   number of the nearest direction, but it may be negative, or one turn too far.
// Almost: `((k % directions) + directions) % directions` brings it into the range. The place in the result is (row /
//   cell · cells across + column / cell) · directions + k.

import Foundation
import Tensors

public func orientedGradients(_ picture: Tensor, cell: Int, directions: Int) throws -> Tensor {
    let (height, width, pixels) = (picture.shape[0], picture.shape[1], picture.scalars)
    func pixel(_ row: Int, _ column: Int) -> Float {
        (0..<height).contains(row) && (0..<width).contains(column) ? pixels[row * width + column] : 0
    }
    let (down, across) = (height / cell, width / cell)
    var strengths = [Float](repeating: 0, count: down * across * directions)
    for row in 0..<height {
        for column in 0..<width {
            let gx = pixel(row, column + 1) - pixel(row, column - 1)
            let gy = pixel(row + 1, column) - pixel(row - 1, column)
            let turn = atan2(gy, gx) / (2 * .pi) * Float(directions)
            let k = (Int(turn.rounded()) + directions) % directions
            strengths[(row / cell * across + column / cell) * directions + k] += (gx * gx + gy * gy).squareRoot()
        }
    }
    let all = Tensor(shape: [down, across, directions], strengths)
    let length = all.squared().sum().sqrt().item
    return length > 0 ? all / length : all
}
