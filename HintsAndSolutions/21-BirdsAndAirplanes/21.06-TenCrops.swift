// Nudge: Write it for five crops of a picture, and call it twice.
// Idea: A crop is given by its first row and its first column. In the corners, these are 0 or as far as the size
//   allows. The mirror image has the same rows, each backwards.
// Almost: The places are (0, 0), (0, w - size), (h - size, 0), (h - size, w - size) and ((h - size) / 2, (w - size)
//   / 2). `x.flipped(2)` is the mirror image, and `Tensor.stack` joins all ten.

import Tensors

public func tenCrops(_ x: Tensor, size: Int) throws -> Tensor {
    let (down, right) = (x.shape[1] - size, x.shape[2] - size)
    let places = [(0, 0), (0, right), (down, 0), (down, right), (down / 2, right / 2)]
    return Tensor.stack(
        [x, x.flipped(2)].flatMap { picture in
            places.map { top, left in picture[0..., top..<top + size, left..<left + size] }
        })
}
