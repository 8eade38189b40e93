// # Convolution in plain loops
//
// A kernel is placed on an image, each of its taps over one input pixel. The pixels under it are multiplied by
// the taps' weights and summed to give one output pixel; then the kernel moves on by the stride:
//
//     y[n, f, y, x] = b[f] + Σ over c, i, j of w[f, c, i, j] · x[n, c, y · stride + i · dilation - padding, …]
//
// That is seven loops: over images, filters, output rows and columns, and, for each output pixel, over the
// channels, rows and columns of the kernel. The innermost step is a product of one weight and one input pixel, which
// is added to one output pixel. The derivative of a product gives both gradients in the same loops:
//
//     forward                        y  += w  · x
//     gradient to the input          dx += w  · dy
//     gradient to the weights        dw += dy · x
//
// These loops define what a convolution is, and the tests compare against them. The engine computes the same sums
// in other orders, many times faster: see ConvolutionWay.swift.

/// A convolution and its gradients, straight from the definition. Sums are kept in double precision.
public struct PlainConvolution: Sendable {
    public let shape: ConvolutionShape

    public init(_ shape: ConvolutionShape) { self.shape = shape }

    /// y = x ∗ w + b
    ///
    /// - Parameters:
    ///   - x: [images, channels, input height, input width]
    ///   - weights: [filters, channels of a group, kernel height, kernel width]
    ///   - bias: [filters]
    /// - Returns: y [images, filters, output height, output width]
    public func forward(_ x: [Float], weights: [Float], bias: [Float]? = nil) -> [Float] {
        var y = (0..<shape.images * shape.filters * shape.output.count).map { place in
            Double(bias?[place / shape.output.count % shape.filters] ?? 0)
        }
        forEachProduct { output, input, weight in y[output] += Double(weights[weight]) * Double(x[input]) }
        return y.map { Float($0) }
    }

    /// dx: each output pixel hands its gradient back to the input pixels that it was made from.
    ///
    /// - Parameters:
    ///   - dy: [images, filters, output height, output width]
    ///   - weights: [filters, channels of a group, kernel height, kernel width]
    /// - Returns: dx [images, channels, input height, input width]
    public func inputGradient(_ dy: [Float], weights: [Float]) -> [Float] {
        var dx = [Double](repeating: 0, count: shape.images * shape.channels * shape.input.count)
        forEachProduct { output, input, weight in dx[input] += Double(weights[weight]) * Double(dy[output]) }
        return dx.map { Float($0) }
    }

    /// dw: each weight collects the gradients of all output pixels that it contributed to.
    ///
    /// - Parameters:
    ///   - x: [images, channels, input height, input width]
    ///   - dy: [images, filters, output height, output width]
    /// - Returns: dw [filters, channels of a group, kernel height, kernel width]
    public func weightGradient(_ x: [Float], _ dy: [Float]) -> [Float] {
        var dw = [Double](repeating: 0, count: shape.filters * shape.groupChannels * shape.taps)
        forEachProduct { output, input, weight in dw[weight] += Double(dy[output]) * Double(x[input]) }
        return dw.map { Float($0) }
    }

    /// Calls `body` for every product of a convolution, with the positions in memory of the output pixel that it is
    /// added to, of the input pixel, and of the weight.
    ///
    /// A filter sees the channels of its own group only. A tap outside the image sees a zero, so there is no product.
    private func forEachProduct(_ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void) {
        let (stride, dilation, padding) = (shape.stride, shape.dilation, shape.padding)
        for n in 0..<shape.images {
            for f in 0..<shape.filters {
                for y in 0..<shape.output.height {
                    for x in 0..<shape.output.width {
                        for c in 0..<shape.groupChannels {
                            for i in 0..<shape.kernel.height {
                                for j in 0..<shape.kernel.width {
                                    let row = y * stride.height + i * dilation.height - padding.height
                                    let column = x * stride.width + j * dilation.width - padding.width
                                    guard (0..<shape.input.height).contains(row),
                                        (0..<shape.input.width).contains(column)
                                    else { continue }
                                    let channel = f / shape.groupFilters * shape.groupChannels + c
                                    body(
                                        place(n, f, y, x, of: shape.filters, shape.output),
                                        place(n, channel, row, column, of: shape.channels, shape.input),
                                        place(f, c, i, j, of: shape.groupChannels, shape.kernel))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Where element [a, b, y, x] of an array [..., count, height, width] is in memory.
    private func place(_ a: Int, _ b: Int, _ y: Int, _ x: Int, of count: Int, _ size: Size2D) -> Int {
        ((a * count + b) * size.height + y) * size.width + x
    }
}
