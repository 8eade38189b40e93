// Nudge: Make the two maps first. Then it is a matter of going through their numbers in pairs.
// Idea: `conv2d` gives both maps. `atan2(y, x)` gives the angle in radians, from −π to π, where 2π is the whole
//   circle. Divide by the angle of one bin and round to the nearest. What comes out may be negative, or the number of
//   bins.
// Almost: `Int((atan2(y, x) / (2 * .pi) * Float(bins)).rounded())`, then `(bin % bins + bins) % bins`. Add `(x * x +
//   y * y).squareRoot()` there. Divide by the sum only if it is above 0.

import Foundation
import Tensors

public func orientationHistogram(_ image: Tensor, bins: Int) throws -> [Float] {
    let top = Tensor([[-1, -1, -1], [0, 0, 0], [1, 1, 1]])
    let maps = image.reshaped([1, 1] + image.shape).conv2d(Tensor.stack([top.transposed(), top]).unsqueezed(1))
    var histogram = [Float](repeating: 0, count: bins)
    for (x, y) in zip(maps[0, 0].scalars, maps[0, 1].scalars) {
        let bin = Int((atan2(y, x) / (2 * .pi) * Float(bins)).rounded())
        // Just below 360° the nearest direction is bin 0 again, and negative angles count from the other end.
        histogram[(bin % bins + bins) % bins] += (x * x + y * y).squareRoot()
    }
    let sum = histogram.reduce(0, +)
    return sum > 0 ? histogram.map { $0 / sum } : histogram
}
