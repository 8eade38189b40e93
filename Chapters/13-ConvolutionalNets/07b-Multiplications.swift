// # Counting multiplications
//
// Section 13.7 · After this page you can count the multiplications of a convolution in two ways, and say which of them
// the processor does.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Parameters take memory, multiplications take time. To count them reliably, do a convolution the slow way and count
// along:

/// A convolution in plain loops which counts its multiplications, for images of one size along both axes and a weight
/// of [filters, channels, size, size].
public func countedConvolution(
    _ image: Tensor, _ weight: Tensor, stride: Int, padding: Int
) -> (result: Tensor, multiplications: Int) {
    let operation = "countedConvolution of \(image.shape) by \(weight.shape)"
    require(
        image.rank == 3 && weight.rank == 4 && image.shape[0] == weight.shape[1], operation,
        "image and weight do not agree in their channels", try: "[channels, size, size] and [filters, channels, k, k]")
    require(
        image.shape[1] == image.shape[2] && weight.shape[2] == weight.shape[3], operation,
        "image and kernels have to be square", try: "[channels, size, size] and [filters, channels, k, k]")
    let x = image.padded(padding, lastAxes: 2)
    let (channels, size, kernel) = (x.shape[0], x.shape[1], weight.shape[2])
    let (pixels, weights) = (x.scalars, weight.scalars)
    let outputs = convolutionSize(size, kernel: kernel, stride: stride)
    var (result, count) = ([Float](), 0)
    for filter in 0..<weight.shape[0] {
        for row in 0..<outputs {
            for column in 0..<outputs {
                var sum: Float = 0
                for channel in 0..<channels {
                    for i in 0..<kernel {
                        for j in 0..<kernel {
                            let pixel = (channel * size + row * stride + i) * size + column * stride + j
                            sum += pixels[pixel] * weights[((filter * channels + channel) * kernel + i) * kernel + j]
                            count += 1
                        }
                    }
                }
                result.append(sum)
            }
        }
    }
    return (Tensor(shape: [weight.shape[0], outputs, outputs], result), count)
}

extension ConvolutionalNets {
    func multiplicationsOneByOne() {
        // The second layer of simpleCNN gets 4 channels of 14 × 14, has 8 filters, and puts out 7 × 7:
        var random = run.random
        let (image, weight) = (Tensor.randn(4, 14, 14, using: &random), Tensor.randn(8, 4, 3, 3, using: &random))
        let (result, count) = countedConvolution(image, weight, stride: 2, padding: 1)
        let engines = image.unsqueezed(0).conv2d(weight, stride: 2, padding: 1)[0]
        show((result - engines).abs().max().item < 1e-4, "the result is conv2d's, but for rounding")
        show(
            count, "multiplications for one image",
            ask: "8 · 4 · 9 = 288 weights, input 14 × 14, output 7 × 7, stride 2. How many multiplications?")

        // Each of the 288 weights is used once for every number of its filter's map, and that has 7 · 7 = 49 of them:
        show(288 * 7 * 7, "288 · 7 · 7")
    }
}

// So the number of multiplications is the number of weights times the number of *output* positions:

/// The multiplications of a convolution for one image: filters · channels · kernel² · positions.
/// - Parameter grid: height and width of the output.
public func multiplicationCount(channels: Int, filters: Int, kernel: Int = 3, grid: Int) -> Int {
    filters * channels * kernel * kernel * grid * grid
}

extension ConvolutionalNets {
    func inputGridOrOutputGrid() {
        // The book counts differently, and this is an *erratum*. It multiplies the weights by the positions of the
        // *input*, 14 · 14 · 288 for the second layer and 7 · 7 · 1152 for the third, where 288 is 296 parameters
        // without the 8 biases, and 1152 is 1168 without 16. Both are the same number:
        record(
            "multiplications/layer-2-on-the-input-grid", multiplicationCount(channels: 4, filters: 8, grid: 14),
            book: 56448, on: sampleSource)
        record(
            "multiplications/layer-3-on-the-input-grid", multiplicationCount(channels: 8, filters: 16, grid: 7),
            book: 56448, on: sampleSource)

        // With a stride of 1 and padding that would be right: input and output have the same size. With a stride of 2
        // the kernel stops at every second pixel of every second row, and there are a quarter as many positions. Here
        // are all layers in both ways:
        let widths = [1, 4, 8, 16, 32, 2]
        let grids = [28, 14, 7, 4, 2, 1]
        var table = TextTable(["layer", "grid in", "grid out", "weights · grid in (the book's)", "multiplications"])
        var (books, ours) = ([Int](), [Int]())
        for layer in 0..<5 {
            let (channels, filters) = (widths[layer], widths[layer + 1])
            books.append(multiplicationCount(channels: channels, filters: filters, grid: grids[layer]))
            ours.append(multiplicationCount(channels: channels, filters: filters, grid: grids[layer + 1]))
            table.add(
                "\(channels) → \(filters)", "\(grids[layer]) × \(grids[layer])",
                "\(grids[layer + 1]) × \(grids[layer + 1])", books[layer], ours[layer])
        }
        table.add("all", "", "", books.reduce(0, +), ours.reduce(0, +))
        show(table, "The multiplications of simpleCNN for one image")
        for (layer, count) in ours.enumerated() {
            record("multiplications/layer-\(layer + 1)", count, on: sampleSource)
        }

        // What the book wants to say holds in either way: halve the grid and double the channels, and the work of a
        // layer stays about the same, since a quarter of the positions is made up for by four times the weights. It
        // would be exactly the same, but 7 pixels become 4 and not 3.5: 4 · 4 positions are more than a quarter of 49.
        show(
            fixed(Double(ours[2]) / Double(ours[1]), 2), "layer 3 compared with layer 2",
            predict: .number("(4 · 4) / (7 · 7) · 4 = ?", 4 * 16.0 / 49))
        // (The zeros of the padding are multiplied, too, in these loops as in the formula. Exercise 13.12 leaves them
        // out.)
    }
}
