// # Larger by copying
//
// Section 15.2 · After this page you can enlarge maps by nearest-neighbour interpolation, and say what its gradient is.

import Figures
import Layers
import Notebook
import Tensors

// The simplest way to make a map twice as large is to make four pixels of each, all with the same number. This is
// called *nearest-neighbour interpolation*: each new pixel takes the number of the old pixel that it is nearest to. As
// loops it is hardly more than an index: new row r was made from old row r / 2, rounded down.
//
// And the gradient? An old pixel has a part in four results, with a slope of 1 in each. By the chain rule it gets the
// gradients of all four, added up:

/// Every pixel becomes a square of `factor` × `factor`: x [n, c, h, w] → y [n, c, factor · h, factor · w]. (The book's
/// nearest neighbor interpolation.)
public struct CopiedPixels: AutogradFunction {
    public let factor: Int

    public init(factor: Int = 2) { self.factor = factor }

    /// Calls `body` with the place of each new pixel and that of the old one which it copies.
    private func forEachCopy(_ shape: [Int], _ body: (_ new: Int, _ old: Int) -> Void) {
        let (height, width) = (shape[2], shape[3])
        for plane in 0..<shape[0] * shape[1] {
            for row in 0..<height * factor {
                for column in 0..<width * factor {
                    body(
                        (plane * height * factor + row) * width * factor + column,
                        (plane * height + row / factor) * width + column / factor)
                }
            }
        }
    }

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        let (x, shape) = (operands[0].scalars, operands[0].shape)
        var y = [Float](repeating: 0, count: x.count * factor * factor)
        forEachCopy(shape) { new, old in y[new] = x[old] }
        return Tensor(shape: [shape[0], shape[1], shape[2] * factor, shape[3] * factor], y)
    }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        let (shape, slopes) = (context.shapes[0], dy.scalars)
        var dx = [Float](repeating: 0, count: slopes.count / (factor * factor))
        forEachCopy(shape) { new, old in dx[old] += slopes[new] }
        return [Tensor(shape: shape, dx)]
    }
}

extension Architectures {
    func everyPixelFourTimes() {
        let x = Tensor([[1, 2, 3], [4, 5, 6]]).reshaped(1, 1, 2, 3).requiringGrad()
        let y = CopiedPixels()(x)
        // For the way back, let the gradient of the result be the numbers from 1 on:
        let dy = Tensor(shape: y.shape, (1...24).map(Float.init))
        y.backward(gradient: dy)
        let corner = NumberGrids.Outline(0..<2, 0..<2, .vermilion)
        let one = NumberGrids.Outline(0..<1, 0..<1, .vermilion)
        show(
            NumberGrids(
                [
                    .init("x", x.detached()[0, 0], decimals: 0, outlines: [one]),
                    .init("y", y.detached()[0, 0], decimals: 0, outlines: [corner]),
                    .init("dy", dy[0, 0], decimals: 0, outlines: [corner]),
                    .init("dx", x.grad![0, 0], decimals: 0, outlines: [one]),
                ], title: "Every pixel four times, and back", side: 230),
            "Copies of pixels, and the sums of their gradients",
            predict: .number(
                "dy is 1, 2 in its first row and 7, 8 in its second. What is dx of the first pixel?",
                x.grad![0, 0, 0, 0].item))
    }

    func copiedAsTheEngineDoes() {
        // The engine's `interpolated(by:)` does the same for any size, and `Upsample` is the same as a layer. Both must
        // agree with the loops, in the result and in the gradient:
        var random = run.random
        var table = TextTable(["factor", "shape", "difference of y", "difference of dx"], decimals: 7)
        for factor in [2, 3] {
            let numbers = Tensor.randn(2, 3, 5, 4, using: &random)
            let (a, b) = (numbers.requiringGrad(), numbers.requiringGrad())
            let (own, engines) = (CopiedPixels(factor: factor)(a), Upsample(by: Double(factor))(b))
            let dy = Tensor.randn(own.shape, using: &random)
            own.backward(gradient: dy)
            engines.backward(gradient: dy)
            table.add(
                factor, "\(own.shape)", (own - engines).detached().abs().max().item,
                (a.grad! - b.grad!).abs().max().item)
        }
        show(table, "Loops against the engine's interpolation")
    }

    func fiveDoublings() {
        // Copies bring nothing that was not there. So the book puts a convolution behind each doubling, which keeps the
        // size and mixes what is around: now neighbours may differ. Doubling and convolving in turn leads from 7 × 7
        // cells to 224 × 224 pixels:
        var random = run.random
        let least = run.size(quick: 2, usual: 7)
        var value = Tensor.randn(1, 64, least, least, using: &random)
        var sizes = [value.shape[3]]
        var channels = 64
        for _ in 0..<5 {
            let layers = Sequential(
                Upsample(by: 2), Conv2d(channels, channels / 2, kernel: 3, padding: 1, bias: false, using: &random),
                BatchNorm2d(channels / 2), ReLU())
            value = noGrad { layers(value) }
            channels /= 2
            sizes.append(value.shape[3])
        }
        show(sizes.map(String.init).joined(separator: " → "), "sizes, doubling by doubling")
        show(
            value.shape, "shape at the end",
            predict: .count("From \(least) cells, doubled five times: how wide is the picture?", value.shape[3]))
    }
}
