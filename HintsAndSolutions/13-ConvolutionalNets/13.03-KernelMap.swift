// Nudge: Which rows can a window begin at, if it has kh rows and the image has h?
// Idea: It begins at the rows from 0 up to h - kh, so there are h - kh + 1 of them. An outer `map` over these rows,
//   an inner one over the columns, and a sum of products for each.
// Almost: Begin with a `guard` for kernels that do not fit: a range from 0 to less than 0 would stop the program. Then
//   `Tensor((0...h - kh).map { i in … })`, where the inner `map` does the same with columns. Each window is a slice in
//   both directions, `image[i..<i + kh, …]`, and one number is made of it with `sum().item`.

import Tensors

public func kernelMap(_ kernel: Tensor, of image: Tensor) throws -> Tensor? {
    let (h, w) = (image.shape[0], image.shape[1])
    let (kh, kw) = (kernel.shape[0], kernel.shape[1])
    guard kh <= h, kw <= w else { return nil }
    return Tensor(
        (0...h - kh).map { i in
            (0...w - kw).map { j in (image[i..<i + kh, j..<j + kw] * kernel).sum().item }
        })
}
