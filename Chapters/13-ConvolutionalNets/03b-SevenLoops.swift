// # The convolution as seven loops
//
// Section 13.3 · After this page you can write the convolution of many images by many kernels as loops.

import Common
import Figures
import Notebook
import Tensors

// Images [n, channels, h, w] and a weight [kernels, channels, kernel height, kernel width] go in. What comes out has a
// map for each image and each kernel. Each number of a map is a sum as before, over all pixels under the kernel, and
// over all channels, since a kernel has a slice for each of them. A result is found by image, kernel, row and column:
// four loops. What it adds up is found by channel, and by row and column within the kernel: three more.
//
// Taking numbers out of tensors one by one is slow, so they are taken out as plain lists first. In such a list, the
// pixel (image, channel, row, column) is number ((image · channels + channel) · rows + row) · columns + column.
//
// `ConvolutionSizes` keeps the lengths of all axes, checks that they fit together, and has the three inner loops: which
// pixel meets which weight? (A *tap* is one of a kernel's numbers, by where it is in the kernel.) They will be needed
// again on the way back.

/// The sizes of a convolution, and which pixels meet which weights.
struct ConvolutionSizes {
    let images, channels, height, width, kernels, tapsDown, tapsAcross: Int
    var down: Int { height - tapsDown + 1 }
    var across: Int { width - tapsAcross + 1 }
    /// How many pixels are under a kernel, in all channels.
    var numbersOfAWindow: Int { channels * tapsDown * tapsAcross }

    /// Stops the program if they do not fit together.
    init(_ x: Tensor, _ w: Tensor) {
        let operation = "convolution of \(x.shape) by \(w.shape)"
        require(x.rank == 4 && w.rank == 4, operation, "images and weight have four axes each", try: "unsqueezed(0)")
        require(
            x.shape[1] == w.shape[1], operation, "\(x.shape[1]) channels meet \(w.shape[1])",
            try: "a weight [kernels, \(x.shape[1]), rows, columns]")
        (images, channels, height, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
        (kernels, tapsDown, tapsAcross) = (w.shape[0], w.shape[2], w.shape[3])
        require(
            (1...max(1, height)).contains(tapsDown) && (1...max(1, width)).contains(tapsAcross), operation,
            "the kernel does not fit into the image", try: "padding, or a smaller kernel")
    }

    /// Calls `body` with the numbers of a pixel and of the weight that lies on it, for all taps of one place.
    func forEachTap(_ image: Int, _ kernel: Int, _ row: Int, _ column: Int, _ body: (_ pixel: Int, _ tap: Int) -> Void)
    {
        for channel in 0..<channels {
            for r in 0..<tapsDown {
                for c in 0..<tapsAcross {
                    let pixel = ((image * channels + channel) * height + row + r) * width + column + c
                    body(pixel, ((kernel * channels + channel) * tapsDown + r) * tapsAcross + c)
                }
            }
        }
    }
}

// Around them go the four outer loops:

/// The convolution in seven loops: images [n, channels, h, w], weight [kernels, channels, kh, kw]
/// → [n, kernels, h - kh + 1, w - kw + 1]
public func conv2dByLoops(_ images: Tensor, _ weight: Tensor) -> Tensor {
    let sizes = ConvolutionSizes(images, weight)
    let (x, w) = (images.scalars, weight.scalars)
    var y: [Float] = []
    for image in 0..<sizes.images {
        for kernel in 0..<sizes.kernels {
            for row in 0..<sizes.down {
                for column in 0..<sizes.across {
                    var sum: Float = 0
                    sizes.forEachTap(image, kernel, row, column) { pixel, tap in sum += x[pixel] * w[tap] }
                    y.append(sum)
                }
            }
        }
    }
    return Tensor(shape: [sizes.images, sizes.kernels, sizes.down, sizes.across], y)
}

// `featuresByLoops` keeps the result for `xb`, the first 64 validation images, and `edgeKernels`, the four kernels of
// the page before:

extension ConvolutionalNets {
    /// The 64 images through the four kernels, by loops [64, 4, 26, 26].
    var featuresByLoops: Tensor { get throws { try run.once { conv2dByLoops(try xb, edgeKernels) } } }

    func batchByLoops() throws {
        // Four kernels to 64 images:
        let features = try featuresByLoops
        show(
            features.shape, "features of the batch",
            ask: "64 images, 4 kernels of 3 × 3, 28 × 28 pixels: what is the shape of the result?")

        // Channel 0 of the first image is its map of left edges. Is it the same that `edgeMap` of section 13.2 finds?
        let map = try edgeMap(leftEdge, of: try xb[0, 0])
        show(largestDifference(features[0, 0], map), "largest difference between the seven loops and `edgeMap`")
        show(
            drawn(zip(["left", "top", "diagonal 1", "diagonal 2"], 0..<4).map { ($0, features[0, $1]) }),
            "The first image of the batch through all four kernels")
    }
}
