// # One pixel at a time
//
// Section 14.5 · After this page you can change the number of channels without touching the grid, and halve the grid so
// that it fits a convolution with stride 2.

import Figures
import Layers
import Notebook
import Tensors

// The block of section 14.4 cannot change the shape. But the stages of a net do: half the height and width, twice the
// channels. For x + f(x) to be possible there, x has to change its shape as well, and with as little ado as possible,
// since it should stay a direct way.
//
// First the channels. A convolution with a window of 1 × 1 looks at one pixel at a time. There it has as many numbers
// as x has channels, and multiplies each by a weight of its own: a *dot product* of the pixel's channels with the
// filter's weights. With f filters come f such products, and so f channels. Height and width stay, and no pixel sees
// another:

/// One filter of a 1 × 1 convolution at one pixel: Σ channel · weight.
public func dotProduct(_ picture: Tensor, row: Int, column: Int, weights: Tensor) -> Float {
    (0..<weights.count).reduce(0) { $0 + picture[$1, row, column].item * weights[$1].item }
}

// The dot products of all pixels with all filters are a matrix product. `pointwise` lays the channels last, so that
// each pixel is a row of a matrix:

/// A 1 × 1 convolution: x [n, channels, h, w], weight [filters, channels] → [n, filters, h, w]
public func pointwise(_ x: Tensor, _ weight: Tensor) -> Tensor {
    let pixels = x.permuted(0, 2, 3, 1)
    let products = pixels.reshaped(-1, x.shape[1]).matmul(weight.T)
    return products.reshaped(x.shape[0], x.shape[2], x.shape[3], weight.shape[0]).permuted(0, 3, 1, 2)
}

extension ResidualNets {
    func oneByOne() throws {
        // A picture of three channels, and eight filters:
        var random = run.random
        let x = try trainPictures.inputs[0..<1]
        let weight = Tensor.randn(8, 3, 1, 1, using: &random)
        let y = x.conv2d(weight)
        show(
            y.shape, "a picture [1, 3, 64, 64] after a 1 × 1 convolution of eight filters",
            ask: "A picture [1, 3, 64, 64] and eight filters of 1 × 1, without padding. Which shape comes out?")
        let byHand = dotProduct(x[0], row: 10, column: 20, weights: weight[5].flattened())
        show(abs(byHand - y[0, 5, 10, 20].item) < 1e-5, "filter 5 at row 10, column 20 is the dot product there")
        show((pointwise(x, weight.flattened(from: 1)) - y).abs().max().item < 1e-5, "and all of it is a matrix product")

        // Change one pixel, and see how many of the output's pixels notice:
        var nudged = x
        nudged[0, 0, 10, 20] = x[0, 0, 10, 20] + 1
        let changed = (nudged.conv2d(weight) - y).abs().max(axis: 1).values .> 1e-4
        show(
            changed.trueCount, "places of the output that are changed",
            ask: "One pixel of the picture is changed. At how many places does the output change?")
        record(
            "one-by-one/weights-beside-three-by-three", Float(weight.count) / Float(8 * 3 * 3 * 3),
            predict: .number("What share of the weights of a 3 × 3 convolution has one of 1 × 1?", Float(1) / 9))
    }

    func skipPathInHalf() {
        // Now the grid. Where f has a stride of 2, x is halved by average pooling (section 14.2): its windows of 2 × 2
        // lose no pixel. On an odd grid, mind the rest. A convolution of 3 × 3 with stride 2 and padding 1 makes 4
        // places of 7:
        let x = Tensor.zeros(2, 16, 7, 7)
        let convolved = x.conv2d(.zeros(16, 16, 3, 3), stride: 2, padding: 1)
        let (dropping, keeping) = (x.averagePooled(2), x.averagePooled(2, ceilMode: true))
        show(BroadcastAlignment(convolved.shape, dropping.shape), "f(x), and x pooled by whole windows")
        show(
            BroadcastAlignment(convolved.shape, keeping.shape), "f(x), and x pooled with ceil mode",
            predict: .shape(
                "7 × 7 places, pooled by 2 × 2 with ceil mode: which shape has [2, 16, 7, 7] then?", keeping.shape))
    }
}
