// Nudge: Take one axis, and a kernel a, b, c. Pixel 5 is met by c in window 3, by b in window 4, by a in window 5. So
//   which weights do the slopes 3, 4, 5 have in the gradient of pixel 5, in this order?
// Idea: The kernel runs backwards: reverse both of its axes, with `flipped`. What were kernels are channels now, and
//   the other way round. And without padding, y is smaller than the images, so dy needs a margin to grow again.
// Almost: `transposed(0, 1)` exchanges kernels and channels. Without padding on the way forward, dy needs k − 1 zeros
//   at each side. How many does it need if there was one zero at each side already?

import Tensors

public func inputGradient(_ dy: Tensor, _ weight: Tensor, padding: Int) throws -> Tensor {
    let margin = weight.shape[2] - 1 - padding
    return dy.conv2d(weight.flipped(2, 3).transposed(0, 1), padding: Size2D(margin))
}
