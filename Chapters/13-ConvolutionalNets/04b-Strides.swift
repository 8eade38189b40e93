// # Strides, and how large the output is
//
// Section 13.4 · After this page you can predict the shape of any convolution's result.

import Common
import Figures
import Notebook
import Tensors

// So far the kernel has moved by one pixel. The number of pixels that it moves is its *stride*. With a stride of 2, it
// leaves out every second place, along both axes:

extension ConvolutionalNets {
    func everySecondPlace() throws {
        show(
            KernelPlaces(input: 5, kernel: 3, stride: 2, padding: 1).diagram(
                "A stride of 2 takes every second place", [(0, 0), (0, 1), (1, 0), (2, 2)]),
            "5 × 5 pixels with a padding of 1, a kernel of 3 × 3, a stride of 2, and an output of 3 × 3")

        // Every second place of what? Of those that a stride of 1 has. Compute them all, and keep every second one
        // along both axes. This is the definition, if not the way to do it, since three of four results are thrown
        // away:
        let image = try (three / 255).reshaped(1, 1, 28, 28)
        let kernel = leftEdge.reshaped(1, 1, 3, 3)
        let all = image.conv2d(kernel, padding: 1)
        let kept = all[0..., 0..., stride(from: 0, to: 28, by: 2), stride(from: 0, to: 28, by: 2)]
        let strided = image.conv2d(kernel, stride: 2, padding: 1)
        show(
            strided.shape, ask: "28 × 28 pixels, a 3 × 3 kernel, padding 1, stride 2: what is the shape of the result?")
        show(largestDifference(kept, strided), "largest difference between the two")

        // Most convolutions of today's nets have kernels of 3 × 3 and a padding of 1. Those of stride 1 add layers and
        // keep the size. Those of stride 2 halve it: h × w becomes (h + 1)/2 × (w + 1)/2, in whole numbers. So 5
        // becomes 3, 28 becomes 14, and 7 becomes 4.
    }
}

// For all of them there is one formula, for rows as for columns. An axis of n pixels with its padding is n + 2 ·
// padding long. The kernel takes up the first k of them. What is left is room to move, in steps of the stride, and each
// step that fits is one more place:

/// How many places a kernel has along an axis of n pixels: (n + 2 padding − kernel) / stride + 1, rounded down; 0 if
/// the kernel does not fit.
public func convolutionSize(_ n: Int, kernel: Int, stride: Int = 1, padding: Int = 0) -> Int {
    require(
        kernel > 0 && stride > 0 && padding >= 0,
        "convolutionSize(\(n), kernel: \(kernel), stride: \(stride), padding: \(padding))",
        "kernel and stride must be at least 1, padding at least 0")
    let room = n + 2 * padding - kernel
    return room < 0 ? 0 : room / stride + 1
}

// (The line with `room < 0` is there for a reason. Python's `//` rounds down, so a kernel that is too large by one
// gives −1 // 2 + 1 = 0 places. Swift's `/` rounds towards zero: −1 / 2 + 1 is 1, a place that does not exist.)

extension ConvolutionalNets {
    func sizesOfOutputs() {
        var table = TextTable(["pixels", "kernel", "padding", "stride", "output"])
        for (n, kernel, padding, stride) in [
            (28, 3, 0, 1), (28, 3, 1, 1), (5, 4, 2, 1), (5, 3, 1, 2), (28, 3, 1, 2), (7, 3, 1, 2), (28, 5, 2, 2),
            (224, 7, 3, 2), (2, 3, 0, 1),
        ] {
            let size = convolutionSize(n, kernel: kernel, stride: stride, padding: padding)
            table.add(n, kernel, padding, stride, size)
        }
        show(
            table, "Sizes of outputs, along one axis",
            predict: .count(
                "224 pixels, a kernel of 7, a padding of 3 and a stride of 2: how large is the output?",
                convolutionSize(224, kernel: 7, stride: 2, padding: 3)))
        record("stride-2/output-of-28", convolutionSize(28, kernel: 3, stride: 2, padding: 1), book: 14)

        // Is it what `conv2d` really does? Try all that fit, up to 12 pixels, kernels of 1 to 5, paddings of 0 to 2 and
        // strides of 1 to 3:
        var (tried, right) = (0, 0)
        for n in 1...12 {
            for kernel in 1...5 where kernel <= n {
                for padding in 0...2 {
                    for step in 1...3 {
                        let y = Tensor.zeros(1, 1, n, n).conv2d(
                            .ones(1, 1, kernel, kernel), stride: Size2D(step), padding: Size2D(padding))
                        tried += 1
                        if y.shape[2] == convolutionSize(n, kernel: kernel, stride: step, padding: padding) {
                            right += 1
                        }
                    }
                }
            }
        }
        show("\(right) of \(tried)", "how often the formula is right")
    }

    func whatIsLeftOver() {
        // Rounding down means that something may be left over. With 28 pixels, a kernel of 3, a stride of 2 and no
        // padding, the last window begins at pixel 24 and ends at 26. Pixel 27 is in no window at all. Gradients show
        // it: how much does the sum of all results change with each pixel of the last row?
        let image = Tensor.ones(1, 1, 28, 28).requiringGrad()
        image.conv2d(.ones(1, 1, 3, 3), stride: 2).sum().backward()
        let unseen = Int(Tensor(image.grad![0, 0] .== 0).sum().item)
        show(
            unseen, "pixels of 784 that no window has",
            ask: "28 × 28 pixels, 3 × 3, stride 2, no padding: the last row and the last column are in no window. How "
                + "many pixels is that?")
        show(
            PixelTable(image.grad![0, 0, 20..<28, 20..<28], decimals: 0, rowsFrom: 20, columnsFrom: 20),
            "In how many windows the last pixels are; the very last are in none")
    }
}
