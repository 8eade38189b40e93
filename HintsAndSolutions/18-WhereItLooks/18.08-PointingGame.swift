// Nudge: Enlarging a box by the tolerance is easier than measuring a distance.
// Idea: `argmax` of each flattened map gives a place; its row and column give a square; the pixel is the start of the
//   square plus half of its side.
// Almost: Pixel row: `place / w * (side / h) + side / h / 2`. Then `boxes[n].contains { … }` with `top - tolerance ..<
//   bottom + tolerance`.

import Datasets
import Tensors

public func pointingShare(_ maps: Tensor, at boxes: [[PixelBox]], side: Int, tolerance: Int) throws -> Float {
    if boxes.isEmpty { return 0 }
    let (high, wide) = (side / maps.shape[1], side / maps.shape[2])
    let places = maps.flattened(from: 1).argmax(axis: 1).scalars
    let hits = zip(places, boxes).count { place, boxes in
        let row = place / maps.shape[2] * high + high / 2
        let column = place % maps.shape[2] * wide + wide / 2
        return boxes.contains { box in
            let wider = PixelBox(
                left: box.left - tolerance, top: box.top - tolerance, right: box.right + tolerance,
                bottom: box.bottom + tolerance)
            return wider.contains(row: row, column: column)
        }
    }
    return Float(hits) / Float(boxes.count)
}
