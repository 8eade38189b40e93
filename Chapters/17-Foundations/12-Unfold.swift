// # A convolution of our own
//
// Section 17.12 · After this page you can write `unfold`, which lays the patches of an image side by side as columns.

import Figures
import Layers
import Notebook
import Tensors

// The book's third piece of research: learn what `unfold` does, write a convolution with it and with the matrix
// product, and train a net that uses it. A convolution takes a small *kernel* of weights to every place of an image. At
// each place, the pixels under the kernel, a *patch*, are multiplied by the weights and added up. That is a dot
// product, and many dot products with the same row are a matrix product, if only the patches were the columns of a
// matrix.
//
// So that is all that `unfold` does: it takes every patch out of the image and writes it down as a column. (The trick
// is also known as *im2col*.) An image may have several channels; then a patch has that many layers, one below the
// other. By hand, number by number:

/// Patches as columns, in loops: x [n, channels, h, w] → [n, channels · kernel · kernel, places]
public func unfoldByLoops(_ x: Tensor, kernel: Int, stride: Int = 1) -> Tensor {
    require(
        x.rank == 4 && stride > 0 && kernel > 0 && kernel <= min(x.shape[2], x.shape[3]),
        "unfoldByLoops \(x.shape), kernel \(kernel), stride \(stride)", "the kernel does not fit into the image",
        try: "images [n, channels, h, w], a kernel of at most h and w, and a stride from 1 up")
    let (n, channels, height, width) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let (down, across) = ((height - kernel) / stride + 1, (width - kernel) / stride + 1)
    var columns: [Float] = []
    for image in 0..<n {
        for row in 0..<channels * kernel * kernel {
            let (channel, ky, kx) = (row / (kernel * kernel), row / kernel % kernel, row % kernel)
            for place in 0..<down * across {
                let (top, left) = (place / across * stride, place % across * stride)
                columns.append(x[image, channel, top + ky, left + kx].item)
            }
        }
    }
    return Tensor(shape: [n, channels * kernel * kernel, down * across], columns)
}

extension Foundations {
    func unfoldDrawn() {
        // An image of 4 × 4 pixels and a kernel of 3 × 3. The kernel fits in four places, so there are four columns of
        // nine numbers:
        let image = Tensor.arange(16).reshaped(1, 1, 4, 4)
        let columns = unfoldByLoops(image, kernel: 3)
        show(
            columns.shape, "shape after unfold",
            ask: "One image, one channel, 4 × 4 pixels, a kernel of 3 × 3: what is the shape after unfold?")

        // In the picture, each patch has a colour. The kernel here is a cross of ones: it adds up the pixel in the
        // middle and its four neighbours.
        let cross = Tensor([[0, 1, 0], [1, 1, 1], [0, 1, 0]])
        show(
            PatchesAsColumns(
                (0..<4).map { image[0, 0, $0].scalars }, kernel: (0..<3).map { cross[$0].scalars },
                title: "A convolution is a matrix product"),
            "Four patches become four columns, and the kernel becomes a row",
            predict: .count("The first patch has a 5 in its middle. What is the first result?", 1 + 4 + 5 + 6 + 9))

        // The product of the row and the matrix has one number for each place. Laid out as 2 × 2, it is the image of
        // the result:
        show(cross.reshaped(1, 9).matmul(columns[0]).reshaped(2, 2), "the row times the columns, as an image")
        show(image.conv2d(cross.reshaped(1, 1, 3, 3))[0, 0], "and what the engine's conv2d finds")
    }
}
