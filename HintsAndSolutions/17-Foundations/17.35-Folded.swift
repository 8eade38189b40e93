// Nudge: Copy `fold` from the page: it goes through the taps of the kernel. What changes, if neighbouring places are a
//   stride apart?
// Idea: One tap of the kernel, at all places, is a part of the image: every stride-th row and every stride-th column,
//   beginning at the tap. An index may have a step.
// Almost: The part is `image[0..., 0..., rows, columns]`, with `rows = Swift.stride(from: y, to: y + down * stride,
//   by: stride)` and the same across. Add to it `taps[0..., 0..., y, x]`, where `taps` is [n, channels, kernel,
//   kernel, down, across]. (As long as y + (down − 1) · stride is inside the image, the end of the range may lie
//   outside: take `to: y + (down - 1) * stride + 1`.)

import Tensors

public func folded(_ columns: Tensor, to size: Size2D, kernel: Int, stride: Int) throws -> Tensor {
    let (down, across) = ((size.height - kernel) / stride + 1, (size.width - kernel) / stride + 1)
    let (n, channels) = (columns.shape[0], columns.shape[1] / (kernel * kernel))
    let taps = columns.reshaped(n, channels, kernel, kernel, down, across)
    func every(_ start: Int, _ count: Int) -> StrideTo<Int> {
        Swift.stride(from: start, to: start + (count - 1) * stride + 1, by: stride)
    }
    var image = Tensor.zeros(n, channels, size.height, size.width)
    for y in 0..<kernel {
        for x in 0..<kernel {
            let (rows, places) = (every(y, down), every(x, across))
            image[0..., 0..., rows, places] = image[0..., 0..., rows, places] + taps[0..., 0..., y, x]
        }
    }
    return image
}
