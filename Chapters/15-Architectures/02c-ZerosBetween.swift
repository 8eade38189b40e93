// # Larger by zeros: the transposed convolution
//
// Section 15.2 · After this page you can compute a transposed convolution by hand, and say how large
// its result is.

import Common
import Figures
import Layers
import Notebook
import Tensors

// The second way puts zeros between the pixels, instead of copies, and lets a convolution fill them in. A stride of 2
// moves a kernel by two pixels at a time and halves a map. With a zero between any two pixels, the kernel needs two
// steps to get from one old pixel to the next: it moves by half a pixel at a time, so to speak. Hence the name
// *stride-half convolution*; the usual one is *transposed convolution*, and the next page says why. (It is also called
// deconvolution, which it is not.)

/// Zeros between all pixels: x [n, c, h, w] → [n, c, (h - 1) · stride + 1, (w - 1) · stride + 1]
public func withZerosBetween(_ x: Tensor, stride: Int) -> Tensor {
    let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    // Each pixel becomes the first of stride × stride, and what comes behind the last ones is cut off.
    let cells = x.reshaped(n, c, h, 1, w, 1).padded([
        (0, 0), (0, 0), (0, 0), (0, stride - 1), (0, 0), (0, stride - 1),
    ])
    let spread = cells.reshaped(n, c, h * stride, w * stride)
    return spread[0..<n, 0..<c, 0..<(h - 1) * stride + 1, 0..<(w - 1) * stride + 1]
}

// Then comes an ordinary convolution with a stride of 1. Two things are to be known. The margin: `padding` counts as in
// the convolution that is undone, so a padding of 0 here means a margin as wide as the kernel can reach, kernel - 1,
// and every pixel of padding takes one away. And the kernel is turned by half a turn, because each old pixel is to lay
// the kernel as it is over the result. `transposedSize` says how large that is:

/// A transposed convolution as zeros and an ordinary one: x [n, channels, h, w] · weight [channels, filters, k, k] →
/// [n, filters, …]
public func transposedByZeros(_ x: Tensor, _ weight: Tensor, stride: Int = 1, padding: Int = 0) -> Tensor {
    let spread = withZerosBetween(x, stride: stride).padded(weight.shape[2] - 1 - padding, lastAxes: 2)
    return spread.conv2d(weight.transposed(0, 1).flipped(2, 3))
}

/// The size of its result: (n - 1) · stride - 2 · padding + kernel.
public func transposedSize(_ n: Int, kernel: Int, stride: Int = 1, padding: Int = 0) -> Int {
    (n - 1) * stride - 2 * padding + kernel
}

extension Architectures {
    func zeroInsertion() {
        // The book's figure 15-1 has a picture of 3 × 3 and a kernel of 3 × 3, with a stride of 2. Here it is in
        // numbers, with a padding of 1, and a kernel that is easy to follow: full weight in the middle, half at its
        // sides, a quarter at its corners. (`isOld` says which places had a pixel before.)
        let x = Tensor([[4, 8, 4], [0, 4, 8], [8, 0, 4]]).reshaped(1, 1, 3, 3)
        let kernel = Tensor([[0.25, 0.5, 0.25], [0.5, 1, 0.5], [0.25, 0.5, 0.25]]).reshaped(1, 1, 3, 3)
        let y = transposedByZeros(x, kernel, stride: 2, padding: 1)
        let spread = withZerosBetween(x, stride: 2).padded(1, lastAxes: 2)
        func isOld(_ row: Int, _ column: Int) -> Bool {
            row % 2 == 1 && column % 2 == 1 && (1...5).contains(row) && (1...5).contains(column)
        }
        show(
            GridDiagram(
                "A transposed convolution: zeros between the pixels, then a convolution",
                [
                    [
                        .grid("3 × 3 pixels", texts(x)), .sign("→"),
                        .grid("zeros between, and a margin", texts(spread)) { row, column in
                            (1...3).contains(row) && (2...4).contains(column)
                                ? .window : isOld(row, column) ? .plain : .margin
                        }, .sign("∗"), .grid("kernel", texts(kernel, decimals: 2)) { _, _ in .weight }, .sign("="),
                        .grid("5 × 5 pixels", texts(y)) { row, column in row == 1 && column == 2 ? .result : .plain },
                    ]
                ], key: [(.window, "under the kernel"), (.weight, "weights"), (.result, "what they give")]),
            "Zeros between pixels, and a kernel on them",
            predict: .number(
                "Under the marked window are two old pixels, 8 above the middle and 4 below it. What is the result?",
                y[0, 0, 1, 2].item))
        // With this kernel the zeros are filled with means of the pixels around them. A kernel that is learned may do
        // other things.
    }

    func sizesOfTransposed() {
        // How large the result is, by the formula and by the engine's layer, `ConvTranspose2d`. (The book's `ConvLayer`
        // makes it for `transpose=True`.) The first row is the book's question 15.11:
        var random = run.random
        var table = TextTable(["pixels", "kernel", "stride", "padding", "by the formula", "of the layer"])
        for (n, kernel, stride, padding) in [(28, 3, 2, 0), (3, 3, 2, 1), (7, 3, 2, 1), (7, 2, 2, 0), (7, 4, 2, 1)] {
            let layer = ConvTranspose2d(
                1, 1, kernel: Size2D(kernel), stride: Size2D(stride), padding: Size2D(padding), using: &random)
            let shape = layer(.zeros(1, 1, n, n)).shape
            table.add(
                n, kernel, stride, padding, transposedSize(n, kernel: kernel, stride: stride, padding: padding),
                shape[3])
        }
        show(
            table, "Sizes of transposed convolutions",
            predict: .count(
                "28 × 28 pixels, kernel 3, stride 2, no padding. How wide is the result?",
                transposedSize(28, kernel: 3, stride: 2)))
        // Only the last two double exactly. For a kernel of 3, PyTorch and this engine have an `outputPadding`: one
        // more row and column at the end makes 14 of 13.
    }

    func zerosAsTheEngineDoes() {
        var random = run.random
        let (x, w) = (Tensor.randn(2, 3, 5, 4, using: &random), Tensor.randn(3, 6, 3, 3, using: &random))
        let (a, b) = (x.requiringGrad(), x.requiringGrad())
        let own = transposedByZeros(a, w, stride: 2, padding: 1)
        let engines = b.convTranspose2d(w, stride: 2, padding: 1)
        let dy = Tensor.randn(own.shape, using: &random)
        own.backward(gradient: dy)
        engines.backward(gradient: dy)
        show((own - engines).detached().abs().max().item < 1e-5, "the same result as the engine's")
        show((a.grad! - b.grad!).abs().max().item < 1e-5, "the same gradient")

        // The engine does not multiply by zeros: of nine products of the hand-made one, between 5 and 8 are with a
        // zero.
    }
}

// MARK: Helpers

/// The numbers of a picture [1, 1, h, w].
private func texts(_ x: Tensor, decimals: Int = 1) -> [[String]] {
    let (height, width, numbers) = (x.shape[2], x.shape[3], x.scalars)
    return (0..<height).map { row in
        (0..<width).map { column in
            let number = Double(numbers[row * width + column])
            return number == number.rounded() ? "\(Int(number))" : fixed(number, decimals)
        }
    }
}
