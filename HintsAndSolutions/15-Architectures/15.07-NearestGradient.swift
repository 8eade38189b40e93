// Nudge: You need not know how often a pixel was copied. Go through the new pixels: each knows where it came from.
// Idea: Begin with zeros for the old pictures. For each new row and column compute the old ones, and add dy's number
//   there. Planes (a picture's channel) do not mix.
// Almost: `old = (plane * height + row * height / H) * width + column * width / W`, and `dx[old] += slopes[new]`, where
//   `slopes` is `dy.scalars` and `new` counts all of them from 0 on. `plane` is `new / (H * W)`; row and column are
//   what remains.

import Tensors

public func nearestGradient(_ dy: Tensor, height: Int, width: Int) throws -> Tensor {
    let (n, c, newHeight, newWidth) = (dy.shape[0], dy.shape[1], dy.shape[2], dy.shape[3])
    var dx = [Float](repeating: 0, count: n * c * height * width)
    for (new, slope) in dy.scalars.enumerated() {
        let (plane, row, column) = (new / (newHeight * newWidth), new / newWidth % newHeight, new % newWidth)
        let (oldRow, oldColumn) = (row * height / newHeight, column * width / newWidth)
        dx[(plane * height + oldRow) * width + oldColumn] += slope
    }
    return Tensor(shape: [n, c, height, width], dx)
}
