// # Seven loops become one product
//
// Section 13.3 · After this page you can write a convolution as a matrix product, and you know that a library's
// function does the same.

import Figures
import Notebook
import Tensors

// Each number that `conv2dByLoops` of the page before finds is the sum of products of two rows of numbers: the pixels
// of a window, and the weights of a kernel. Many such sums, every window with every kernel, are a matrix product. So
// lay out the pixels of each window as a column, all columns side by side, and each kernel as a row:
//
//     kernels [kernels, channels · kh · kw]  ×  windows [channels · kh · kw, places]  =  maps [kernels, places]
//
// This is known as *im2col*, image to columns; PyTorch calls the first step `unfold`. A column holds, one below the
// other, what each tap of the kernel sees at this place. Turn that around, and it is easy to build: a row holds what
// one tap sees at all places, and that is a piece of the image, moved by the tap's distance. For a kernel of 3 × 3
// there are nine such pieces of each channel:

/// The windows of images as columns: [n, channels, h, w] → [n, channels · kh · kw, places]
public func windowColumns(_ images: Tensor, kernelHeight: Int, kernelWidth: Int) -> Tensor {
    require(
        images.rank == 4 && (1...max(1, images.shape[2])).contains(kernelHeight)
            && (1...max(1, images.shape[3])).contains(kernelWidth),
        "windows of \(kernelHeight) × \(kernelWidth) in \(images.shape)",
        "images have four axes, and the kernel has to fit into them")
    let down = images.shape[2] - kernelHeight + 1
    let across = images.shape[3] - kernelWidth + 1
    let pieces = (0..<kernelHeight * kernelWidth).map { tap in
        let (row, column) = (tap / kernelWidth, tap % kernelWidth)
        return images[0..., 0..., row..<row + down, column..<column + across]
    }
    // [n, channels, taps, rows, columns]
    return Tensor.stack(pieces, axis: 2).reshaped(images.shape[0], images.shape[1] * pieces.count, down * across)
}

// The product needs no more than that, and `reshaped` makes maps of its rows again:

/// The convolution as a matrix product: images [n, channels, h, w], weight [kernels, channels, kh, kw]
/// → [n, kernels, h - kh + 1, w - kw + 1]
public func conv2dByProduct(_ images: Tensor, _ weight: Tensor) -> Tensor {
    let sizes = ConvolutionSizes(images, weight)
    let windows = windowColumns(images, kernelHeight: sizes.tapsDown, kernelWidth: sizes.tapsAcross)
    let rows = weight.reshaped(sizes.kernels, sizes.numbersOfAWindow)
    return rows.matmul(windows).reshaped(sizes.images, sizes.kernels, sizes.down, sizes.across)
}

extension ConvolutionalNets {
    func columnsOfASmallImage() {
        // In a picture, for one image of 4 × 4 with one channel. Each window, or *patch*, has a colour, and its column
        // has the same:
        let image = Tensor([[0, 0, 0, 0], [0, 9, 9, 0], [9, 9, 0, 0], [0, 0, 0, 0]])
        show(
            PatchesAsColumns(
                (0..<4).map { image[$0].scalars }, kernel: (0..<3).map { topEdge[$0].scalars },
                title: "Every window is a column, every kernel a row"),
            "Four windows, nine taps, one kernel: the four results",
            predict: .numbers(
                "What are the four results, row by row?", edgeNumbers(of: image)))
    }

    func threeWaysAgree() throws {
        // The batch of 64 images through the four edge kernels, by loops, by the product, and by the engine's method
        // `conv2d`:
        let (images, weight) = (try xb, edgeKernels)
        let loops = try featuresByLoops
        let features = images.conv2d(weight)
        show(
            [features.shape, conv2dByProduct(images, weight).shape, loops.shape],
            "shapes of the engine's result, of the product's and of the loops'")
        record("features/images", features.shape[0], book: 64, on: sampleSource)
        record("features/channels", features.shape[1], book: 4, on: sampleSource)
        record("features/rows", features.shape[2], book: 26, on: sampleSource)
        var table = TextTable(["way", "largest difference to the seven loops"], decimals: 9)
        table.add("one matrix product", largestDifference(conv2dByProduct(images, weight), loops))
        table.add("the engine's conv2d", largestDifference(features, loops))
        show(table, "Three ways to the same numbers")

        // They agree up to rounding, so from here on this chapter uses the engine's. Like the book's, its pixels are
        // from 0 to 1 now; a map of pixels from 0 to 255 has the same picture, with numbers 255 times as large:
        let (row, column) = try placeAtTop
        let scaled = (try three / 255).reshaped(1, 1, 28, 28).conv2d(topEdge.reshaped(1, 1, 3, 3))
        let before = plain(try topEdgeMap[row - 1, column - 1].item)
        show(
            scaled[0, 0, row - 1, column - 1].item * 255, "255 times the answer at the top of the stroke",
            ask: "`applyKernel` gave \(before) there, for pixels from 0 to 255. What is 255 times the answer for "
                + "pixels from 0 to 1?")
    }

    // MARK: Helpers

    private func edgeNumbers(of image: Tensor) -> [Float] {
        conv2dByProduct(image.reshaped(1, 1, 4, 4), topEdge.reshaped(1, 1, 3, 3)).scalars
    }
}
