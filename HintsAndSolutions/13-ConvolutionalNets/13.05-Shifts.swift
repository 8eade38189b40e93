// Nudge: Take one tap, say the upper left. At every place, it multiplies one pixel by one number. Which part of the
//   image do all these pixels make up together?
// Idea: They are a piece of the image, as large as the result, that begins at the tap's row and column. Broadcast it:
//   the piece gets an axis for the kernels, the tap's weights get axes for images, rows and columns. Then sum over
//   channels.
// Almost: The piece begins at `images[0..., 0..., r..<r + down, …]`; with `unsqueezed(1)` it is [n, 1, channels, down,
//   across]. The weights of the tap, `weight[0..., 0..., r, c]`, are [kernels, channels]: which shape makes them fit
//   that? Begin the result with `Tensor.zeros`.

import Tensors

public func conv2dByShifts(_ images: Tensor, _ weight: Tensor) throws -> Tensor {
    let (kernels, channels, kh, kw) = (weight.shape[0], weight.shape[1], weight.shape[2], weight.shape[3])
    let (down, across) = (images.shape[2] - kh + 1, images.shape[3] - kw + 1)
    var result = Tensor.zeros(images.shape[0], kernels, down, across)
    for r in 0..<kh {
        for c in 0..<kw {
            let piece = images[0..., 0..., r..<r + down, c..<c + across].unsqueezed(1)
            let weights = weight[0..., 0..., r, c].reshaped(kernels, channels, 1, 1)
            result = result + (piece * weights).sum(axis: 2)
        }
    }
    return result
}
