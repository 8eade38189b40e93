// # Unfold without loops
//
// Section 17.12 · After this page you can make patches out of strides, and say what they cost.

import Figures
import Notebook
import Tensors

// `unfoldByLoops` takes every number out with brackets, and section 17.2 has shown what that costs. Look at the picture
// once more: neighbouring patches overlap, and most pixels stand in several columns. They are the same numbers, read in
// another order. So this is a matter of strides, as broadcasting was in section 17.4.
//
// Along one axis, windows of 3 over five numbers begin at 0, 1 and 2. From one window to the next it is one step, and
// from one number of a window to the next it is one step also: two axes with the same stride. The engine has that as
// `windows` (PyTorch's method `unfold`). With windows along both axes of the image, each place has its patch. What
// remains is to put the axes in order, and to lay out rows and columns.
//
// A kernel need not be square, so sizes come in pairs, a `Size2D` of height and width. A single number stands for both:
// `kernel: 3` is 3 × 3. And an image may get a margin of zeros first, so that the kernel reaches over the edge. For
// each of the last axes, `padded` is told how many zeros come before and after:

/// Patches as columns: x [n, channels, h, w] → [n, channels · kernel height · kernel width, places], where
/// places = ⌊(h + 2 padding - kernel) / stride + 1⌋ · the same across. (PyTorch's `torch.nn.functional.unfold`.)
///
/// A kernel that is larger than the image with its margin stops the program.
public func unfold(_ x: Tensor, kernel: Size2D, stride: Size2D = 1, padding: Size2D = 0) -> Tensor {
    let operation = "unfold \(x.shape), kernel \(kernel), stride \(stride), padding \(padding)"
    require(x.rank == 4, operation, "it works on images [n, channels, h, w]", try: "unsqueezed(0) for a single image")
    let (height, width) = (x.shape[2] + 2 * padding.height, x.shape[3] + 2 * padding.width)
    require(
        (1...max(1, height)).contains(kernel.height) && (1...max(1, width)).contains(kernel.width), operation,
        "the kernel does not fit into the image", try: "a larger padding or a smaller kernel")
    require(min(stride.height, stride.width) > 0, operation, "the patches do not move on", try: "a stride from 1 up")
    let margins = [(before: padding.height, after: padding.height), (before: padding.width, after: padding.width)]
    let patches = (padding == 0 ? x : x.padded(margins))
        .windows(axis: 2, size: kernel.height, step: stride.height)
        .windows(axis: 3, size: kernel.width, step: stride.width)
    // [n, channels, down, across, kernel height, kernel width]
    let shape = patches.shape
    return patches.permuted(0, 1, 4, 5, 2, 3)
        .reshaped(shape[0], shape[1] * shape[4] * shape[5], shape[2] * shape[3])
}

extension Foundations {
    func windowsAndStrides() {
        // First along one axis. The windows are a view: three rows of three, made of five numbers.
        let line = Tensor([10, 20, 30, 40, 50])
        let windows = line.windows(axis: 0, size: 3)
        show(windows, "windows of 3 over five numbers")
        show(
            windows.strides, "their strides",
            ask: "How far is it in the storage to the next row of the windows, and to the next column?")

        // Then in images, of several channels, with a stride. Both versions find the same:
        var random = run.random
        let x = Tensor.randn(2, 3, 7, 6, using: &random)
        for (kernel, stride) in [(3, 1), (2, 2), (3, 2)] {
            let (loops, view) = (
                unfoldByLoops(x, kernel: kernel, stride: stride),
                unfold(x, kernel: Size2D(kernel, kernel), stride: Size2D(stride, stride))
            )
            show(loops.scalars == view.scalars, "kernel \(kernel), stride \(stride): \(view.shape), the same numbers")
        }
    }

    func whatUnfoldCosts() {
        // The windows cost no memory. The last step does: a matrix with rows and columns cannot overlap, so `reshaped`
        // copies. How much larger than the image is it?
        let (image, stride1) = (Tensor.zeros(1, 8, 28, 28), unfold(.zeros(1, 8, 28, 28), kernel: 3, padding: 1))
        show(
            Float(stride1.count) / Float(image.count), "times the image's numbers, for a kernel of 3 × 3",
            ask: "A kernel of 3 × 3, one place for every pixel: how many times larger is the matrix than the image?")
        var table = TextTable(
            ["kernel", "stride", "numbers of the image", "numbers of the matrix", "times"], decimals: 2)
        for (kernel, stride) in [(3, 1), (5, 1), (7, 1), (3, 2), (2, 2)] {
            let margin = kernel / 2 * (kernel % 2)
            let matrix = unfold(
                image, kernel: Size2D(kernel, kernel), stride: Size2D(stride, stride), padding: Size2D(margin, margin))
            table.add(
                "\(kernel) × \(kernel)", stride, image.count, matrix.count, Float(matrix.count) / Float(image.count))
        }
        show(table, "28 × 28 pixels, 8 channels")

        // With a stride as large as the kernel, patches do not overlap and nothing is repeated. With a stride of 1,
        // every pixel is in as many patches as the kernel has numbers (*taps*), but for those at the edge. This is why
        // the engine's convolution never builds the whole matrix: it lays out a few columns at a time, in a corner of
        // the processor's cache, multiplies, and forgets them (`PatchPanels.swift`, in
        // Sources/Engine/Kernels/Convolution/FastWays/Unfolded).
    }
}
