// # The whole convolution
//
// Section 13.4 · After this page you have a convolution of your own with bias, stride and padding, equal to the
// engine's in all that it gives.

import Figures
import Notebook
import Tensors

// Sections 13.3 and 13.4 have all the parts. Put them together, and the convolution is complete. What is new is the
// *bias*, one number for each kernel, which is added to all its results. `padded` makes the frame. The pieces that each
// tap sees are cut out as in `windowColumns`, but with steps as long as the stride:

/// The convolution with all its settings: images [n, channels, h, w], weight [kernels, channels, kh, kw], bias
/// [kernels] → [n, kernels, (h + 2 padding − kh) / stride + 1, (w + 2 padding − kw) / stride + 1]
public func convolve(
    _ images: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
) -> Tensor {
    let x = images.padded(padding, lastAxes: 2)
    let sizes = ConvolutionSizes(x, weight)
    require(
        bias.map { $0.shape == [sizes.kernels] } ?? true, "convolve with a bias \(bias?.shape ?? [])",
        "a bias has one number for each of the \(sizes.kernels) kernels")
    let down = convolutionSize(x.shape[2], kernel: sizes.tapsDown, stride: stride)
    let across = convolutionSize(x.shape[3], kernel: sizes.tapsAcross, stride: stride)
    let pieces = (0..<sizes.tapsDown * sizes.tapsAcross).map { tap in
        let (row, column) = (tap / sizes.tapsAcross, tap % sizes.tapsAcross)
        let rows = Swift.stride(from: row, to: row + (down - 1) * stride + 1, by: stride)
        let columns = Swift.stride(from: column, to: column + (across - 1) * stride + 1, by: stride)
        return x[0..., 0..., rows, columns]
    }
    let windows = Tensor.stack(pieces, axis: 2).reshaped(sizes.images, sizes.numbersOfAWindow, down * across)
    let y = weight.reshaped(sizes.kernels, sizes.numbersOfAWindow).matmul(windows).reshaped(
        sizes.images, sizes.kernels, down, across)
    return bias.map { y + $0.reshaped(-1, 1, 1) } ?? y
}

extension ConvolutionalNets {
    func equalToTheEngines() throws {
        // Beside the engine's, in a few settings, for images of three channels and four kernels, results and gradients:
        var random = run.random
        var table = TextTable(["kernel", "stride", "padding", "result", "y", "dx", "dw", "db"], decimals: 7)
        for (size, step, margin) in [(3, 1, 0), (3, 1, 1), (3, 2, 1), (5, 2, 2), (4, 1, 2), (1, 1, 0), (2, 3, 1)] {
            let values = [
                Tensor.randn(2, 3, 9, 8, using: &random), .randn(4, 3, size, size, using: &random),
                .randn(4, using: &random),
            ]
            let (a, b) = (values.map { $0.requiringGrad() }, values.map { $0.requiringGrad() })
            let ours = convolve(a[0], a[1], bias: a[2], stride: step, padding: margin)
            let engines = b[0].conv2d(b[1], bias: b[2], stride: Size2D(step), padding: Size2D(margin))
            let dy = Tensor.randn(ours.shape, using: &random)
            for y in [ours, engines] { y.backward(gradient: dy) }
            let differences: [any TableCell] =
                [largestDifference(ours, engines)]
                + (0..<3).map { largestDifference(a[$0].grad!, b[$0].grad!) as any TableCell }
            table.rows.append(["\(size) × \(size)", step, margin, "\(ours.shape)"] + differences)
        }
        show(table, "Largest differences between `convolve` and the engine's `conv2d`")

        // That is rounding, in sums of up to 75 products. What is it good for? From here on, `conv2d` is no black box:
        // whatever it does in the nets of this chapter, you have done yourself.
    }

    func gradientOfTheBias() {
        // One gradient has not been spoken of, that of the bias. It is added to every result of its kernel, in all
        // images. So all their slopes add up. With two images, maps of 7 × 7, and slopes of 1:
        let bias = Tensor([0.5, -0.5]).requiringGrad()
        let y = convolve(.ones(2, 3, 7, 7), .ones(2, 3, 3, 3), bias: bias, padding: 1)
        y.sum().backward()
        show(
            bias.grad![0].item, "gradient of the first kernel's bias",
            ask: "Two images, maps of 7 × 7, and a slope of 1 for every result: what is the gradient of a bias?")
    }
}
