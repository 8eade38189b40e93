// Nudge: Start from `convolutionMatrix` of the page. Which of its numbers change when the kernel moves by two pixels,
//   and begins one pixel outside of the image?
// Idea: Place (i, j) has its upper left corner at pixel (i · stride − rows of padding, j · stride − columns of
//   padding). That may be outside of the image, and so may any pixel under the kernel. Put in only the weights whose
//   pixel is inside.
// Almost: For each place and each tap (r, c), compute the pixel's row and column. If both are within 0..<height and
//   0..<width, set number `place * height * width + row * width + column`. Down, there are
//   `(height + 2 * padding.height - kh) / stride + 1` places.

import Tensors

public func stridedMatrix(
    _ kernel: Tensor, height: Int, width: Int, stride: Int, padding: Size2D
) throws -> Tensor {
    let (kh, kw, weights) = (kernel.shape[0], kernel.shape[1], kernel.scalars)
    let down = (height + 2 * padding.height - kh) / stride + 1
    let across = (width + 2 * padding.width - kw) / stride + 1
    var matrix = [Float](repeating: 0, count: down * across * height * width)
    for place in 0..<down * across {
        for tap in weights.indices {
            let row = place / across * stride - padding.height + tap / kw
            let column = place % across * stride - padding.width + tap % kw
            guard (0..<height).contains(row), (0..<width).contains(column) else { continue }
            matrix[(place * height + row) * width + column] = weights[tap]
        }
    }
    return Tensor(shape: [down * across, height * width], matrix)
}
