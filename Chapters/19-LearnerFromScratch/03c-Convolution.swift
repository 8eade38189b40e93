// # A convolution, and where it starts
//
// Section 19.3 · After this page you can compute a convolution as a matrix product, and draw weights of the right size
// for it.

import Figures
import Notebook
import Tensors

// A convolution looks at a small window of the picture, all channels of it, at every place. In each place it sums all
// numbers in the window, times the weights of a filter. That is the product of two vectors, and many of these at once
// are a product of matrices. So lay out every window as a row. `windows` gives them as a view: first windows of k rows,
// then of k columns. Section 17.12 builds it step by step; here is all of it:

/// y = x ∗ w + b, as a matrix product of all windows with all filters.
///
/// x [n, c, h, w] · weight [f, c, k, k] · bias [f] → [n, f, (h + 2 padding - k) / stride + 1, …]
public func conv2dByWindows(
    _ x: Tensor, _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
) -> Tensor {
    let (f, k) = (weight.shape[0], weight.shape[2])
    let windows = x.padded(padding, lastAxes: 2)
        .windows(axis: 2, size: k, step: stride)  // [n, c, h', w + 2 padding, k]
        .windows(axis: 3, size: k, step: stride)  // [n, c, h', w', k, k]
    let (n, down, across) = (x.shape[0], windows.shape[2], windows.shape[3])
    let rows = windows.permuted(0, 2, 3, 1, 4, 5).reshaped(n, down, across, -1)  // [n, h', w', c · k · k]
    let y = rows.matmul(weight.reshaped(f, -1).T)  // [n, h', w', f]
    return (bias.map { y + $0 } ?? y).permuted(0, 3, 1, 2)
}

extension LearnerFromScratch {
    func sameConvolution() {
        // The gradient comes for free, since each step has one. The engine has a `conv2d` of its own, which takes many
        // shortcuts. Do they agree, forward and back?
        var random = run.random
        var table = TextTable(["channels", "stride", "output", "y", "dx", "dw", "db"], decimals: 1)
        for (c, f, stride) in [(3, 4, 1), (3, 16, 2), (16, 32, 2)] {
            let values = [
                Tensor.randn(2, c, 9, 9, using: &random), .randn(f, c, 3, 3, using: &random), .randn(f, using: &random),
            ]
            let (a, b) = (values.map { $0.requiringGrad() }, values.map { $0.requiringGrad() })
            let ours = conv2dByWindows(a[0], a[1], bias: a[2], stride: stride, padding: 1)
            let engines = b[0].conv2d(b[1], bias: b[2], stride: Size2D(stride, stride), padding: 1)
            let dy = Tensor.randn(ours.shape, using: &random)
            ours.backward(gradient: dy)
            engines.backward(gradient: dy)
            let gradients = zip(a, b).map { largestDifference($0.grad!, $1.grad!) as any TableCell }
            table.rows.append(
                ["\(c) → \(f)", stride, "\(ours.shape)", largestDifference(ours, engines)] + gradients)
        }
        show(table, "Largest differences between ours and the engine's, of sums of up to 300 products")

        // But for rounding. So from here on we may use the engine's.
    }
}

// How large should the weights be at the start? Each output is a sum over c · k · k inputs, the *fan in*. If the
// weights have a standard deviation of √(1 / fan in), the outputs are about as large as the inputs. A ReLU after the
// layer sets half of them to 0, and half of the mean square is gone. To make up for that, Kaiming He and others (2015)
// draw them with √(2 / fan in): `kaimingNormal`. Xavier Glorot and Yoshua Bengio (2010), who had no ReLU in mind, also
// thought of the way back, in which each input gets a sum over f · k · k gradients, the *fan out*. Their compromise is
// √(2 / (fan in + fan out)): `xavierNormal`. The two `fans` follow from the shape of the weight:

/// How many numbers go into an output, and to how many outputs an input goes: weight [outputs, inputs, kernel …].
public func fans(_ shape: [Int]) -> (in: Int, out: Int) {
    let taps = shape.dropFirst(2).reduce(1, *)
    return (shape[1] * taps, shape[0] * taps)
}

/// Normal weights for a layer with a ReLU behind it. (PyTorch's `kaiming_normal_`.)
public func kaimingNormal(_ shape: [Int], using random: inout some RandomNumberGenerator) -> Tensor {
    Tensor.randn(shape, using: &random) * (2 / Float(fans(shape).in)).squareRoot()
}

/// Normal weights for a layer without one. (PyTorch's `xavier_normal_`.)
public func xavierNormal(_ shape: [Int], using random: inout some RandomNumberGenerator) -> Tensor {
    let (fanIn, fanOut) = fans(shape)
    return Tensor.randn(shape, using: &random) * (2 / Float(fanIn + fanOut)).squareRoot()
}

extension LearnerFromScratch {
    func howLargeToStart() {
        // A weight for 32 channels in, 64 out, with windows of 3 × 3:
        let shape = [64, 32, 3, 3]
        show(fans(shape).in, "fan in", ask: "32 channels in, 64 out, windows of 3 × 3: what is the fan in?")
        show(fans(shape).out, "fan out")
        var random = run.random
        var table = TextTable(["way", "standard deviation should be", "and is"], decimals: 4)
        table.add("Kaiming", (2 / Float(288)).squareRoot(), kaimingNormal(shape, using: &random).std().item)
        table.add("Xavier", (2 / Float(288 + 576)).squareRoot(), xavierNormal(shape, using: &random).std().item)
        show(table, "18,432 weights, drawn in two ways")
    }
}
