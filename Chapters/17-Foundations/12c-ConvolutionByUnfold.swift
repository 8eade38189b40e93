// # Convolution as a matrix product
//
// Section 17.12 · After this page you can convolve forward and backward with a matrix product, and say what `fold` is.

import Figures
import Layers
import Notebook
import Tensors

// With `unfold` of the page before, a convolution is a product. The weight [filters, channels, kernel height, kernel
// width] has one kernel for each filter. Each becomes a row, and the rows meet all columns at once:

/// y = x ∗ w + b, by `unfold` and a matrix product.
///
/// x [n, channels, h, w] · weight [filters, channels, kh, kw] · bias [filters]
/// → [n, filters, (h + 2 padding - kh) / stride + 1, (w + 2 padding - kw) / stride + 1]
public func conv2dByUnfold(
    _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Size2D = 0
) -> Tensor {
    let operation = "conv2dByUnfold \(x.shape), weight \(weight.shape)"
    require(x.rank == 4 && weight.rank == 4, operation, "images and weights have four axes")
    require(
        x.shape[1] == weight.shape[1], operation,
        "the image has \(x.shape[1]) channels, the weight expects \(weight.shape[1])")
    let (n, filters, kernel) = (x.shape[0], weight.shape[0], Size2D(weight.shape[2], weight.shape[3]))
    require(
        bias == nil || bias!.shape == [filters], operation, "the bias is \(bias!.shape), the filters are \(filters)")
    let columns = unfold(x, kernel: kernel, stride: stride, padding: padding)
    let across = (x.shape[3] + 2 * padding.width - kernel.width) / stride.width + 1
    let rows = weight.reshaped(filters, columns.shape[1])  // [filters, channels · kh · kw]
    let y = rows.matmul(columns).reshaped(n, filters, columns.shape[2] / across, across)
    return bias.map { y + $0.reshaped(-1, 1, 1) } ?? y
}

extension Foundations {
    func convolutionByUnfold() {
        // Nothing in it is new. It consists of views, a copy and a product, and each of these has its gradient, so the
        // whole has one. How far is it from the engine's `conv2d`, forward and back?
        var random = run.random
        var table = TextTable(["kernel", "stride", "padding", "output", "y", "dx", "dw", "db"], decimals: 1)
        for (size, stride, padding) in [(3, 1, 0), (3, 1, 1), (3, 2, 1), (5, 2, 2), (1, 1, 0)] {
            let values = [
                Tensor.randn(4, 3, 12, 10, using: &random), .randn(6, 3, size, size, using: &random),
                .randn(6, using: &random),
            ]
            let (a, b) = (values.map { $0.requiringGrad() }, values.map { $0.requiringGrad() })
            let (step, margin) = (Size2D(stride, stride), Size2D(padding, padding))
            let ours = conv2dByUnfold(a[0], a[1], bias: a[2], stride: step, padding: margin)
            let engines = b[0].conv2d(b[1], bias: b[2], stride: step, padding: margin)
            let dy = Tensor.randn(ours.shape, using: &random)
            ours.backward(gradient: dy)
            engines.backward(gradient: dy)
            table.rows.append(
                ["\(size) × \(size)", stride, padding, "\(ours.shape)", largestDifference(ours, engines)]
                    + zip(a, b).map { largestDifference($0.grad!, $1.grad!) as any TableCell })
        }
        show(table, "Largest differences to the engine's conv2d, in the result and in the gradients")
    }
}

// And what is the gradient of `unfold`? A pixel that stands in nine columns reaches the result in nine ways. By the
// chain rule, the gradients of all nine places add up. So on the way back, every column is laid over the patch that it
// came from, and what lies on the same pixel is added. This is called `fold`:

/// The sum of all columns, each laid over the patch that it came from: [n, channels · kernel · kernel, places] →
/// `shape`, which is [n, channels, h, w]. (PyTorch's `torch.nn.functional.fold`.)
public func fold(_ columns: Tensor, to shape: [Int], kernel: Int) -> Tensor {
    let operation = "fold \(columns.shape) to \(shape), kernel \(kernel)"
    require(shape.count == 4, operation, "images have four axes", try: "the shape [n, channels, h, w]")
    let (down, across) = (shape[2] - kernel + 1, shape[3] - kernel + 1)
    require(kernel > 0 && down > 0 && across > 0, operation, "the kernel does not fit into the image")
    let expected = [shape[0], shape[1] * kernel * kernel, down * across]
    require(columns.shape == expected, operation, "the columns of such an image are \(expected)")
    let taps = columns.reshaped(shape[0], shape[1], kernel, kernel, down, across)
    var image = Tensor.zeros(shape)
    for y in 0..<kernel {
        for x in 0..<kernel {
            // One tap of the kernel, at all places at once: an image, moved by (y, x).
            let place = image[0..., 0..., y..<y + down, x..<x + across]
            image[0..., 0..., y..<y + down, x..<x + across] = place + taps[0..., 0..., y, x]
        }
    }
    return image
}

// In an `AutogradFunction`, one goes forward and the other one back. (It works in the other direction, too: the
// gradient of `fold` is `unfold`.) The context knows the `shapes` of the operands without being told:

/// `unfold` with a backward of our own: stride 1, no padding.
public struct Unfold: AutogradFunction {
    public let kernel: Int

    public init(kernel: Int) { self.kernel = kernel }

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        unfold(operands[0], kernel: Size2D(kernel, kernel))
    }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        [fold(dy, to: context.shapes[0], kernel: kernel)]
    }
}

extension Foundations {
    func foldIsTheWayBack() {
        // Fold what was unfolded, and every pixel is counted as often as it was in a patch. With an image of ones, the
        // result says how often that is:
        let ones = Tensor.ones(1, 1, 6, 6)
        let counts = fold(unfold(ones, kernel: 3), to: [1, 1, 6, 6], kernel: 3)[0, 0]
        show(
            PixelTable(counts, decimals: 0), "In how many 3 × 3 patches each pixel of a 6 × 6 image is",
            predict: .count("In how many of the 3 × 3 patches is a pixel in the middle of the image?", 9))

        // Backward by `fold`, and backward through the views, which the engine has recorded one by one:
        var random = run.random
        let values = Tensor.randn(2, 3, 8, 8, using: &random)
        let dy = Tensor.randn(2, 27, 36, using: &random)
        let (folded, recorded) = (values.requiringGrad(), values.requiringGrad())
        Unfold(kernel: 3)(folded).backward(gradient: dy)
        unfold(recorded, kernel: 3).backward(gradient: dy)
        show(largestDifference(folded.grad!, recorded.grad!), "largest difference between the two gradients")
    }
}
