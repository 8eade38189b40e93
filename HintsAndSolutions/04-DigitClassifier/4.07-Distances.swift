// Nudge: Write it for one image first. Then ask which part would not work for many.
// Idea: The subtraction takes many images as they are: the ideal is broadcast. But the mean must not run over
//   everything, only over the two axes of the image. And the root comes after the mean.
// Almost: `(images - ideal).squared()` is [n, h, w]. `mean(axes: …)` averages over the axes that you name. They may be
//   counted from the end, where −1 is the last: then the function works for a single image, too. After that, only the
//   root is missing.

import Tensors

public func distances(_ images: Tensor, to ideal: Tensor) throws -> Tensor {
    // Counted from the end, the axes are right whatever comes before them.
    (images - ideal).squared().mean(axes: -1, -2).sqrt()
}
