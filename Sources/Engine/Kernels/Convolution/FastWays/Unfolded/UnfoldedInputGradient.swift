// # Back through a convolution, to its input
//
// Each output pixel used an input pixel through one tap of the kernel; the gradient comes
// back through the same taps. Seen from an input pixel, this is again a convolution: of dy, with the
// kernel rotated by 180°, and with filters and channels swapped.
//
// With a stride s, not every tap can reach every input pixel. Those of column 0, s, 2s, … are reached
// by the same taps, those of column 1, s + 1, … by others: each of the s phases (s² in two axes) is a
// small convolution of its own, with a part of the kernel, and none of them multiplies by zeros.

/// dx from dy, a phase of the stride at a time; the parameters are those of ``convolveTransposed``.
func convolveTransposedByPhases(
    _ shape: ConvolutionShape, _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?
) {
    let plane = shape.input.count
    let down = phases(
        shape.kernel.height, shape.stride.height, shape.padding.height, shape.dilation.height, shape.input.height)
    let across = phases(
        shape.kernel.width, shape.stride.width, shape.padding.width, shape.dilation.width, shape.input.width)
    if (down + across).contains(where: { $0.taps == 0 }) {
        fill(dx, shape, bias)  // no tap reaches these pixels
    }
    for v in down where v.taps > 0 && v.count > 0 {
        for h in across where h.taps > 0 && h.count > 0 {
            let phase = ConvolutionShape(
                images: shape.images, channels: shape.filters, filters: shape.channels, groups: shape.groups,
                input: shape.output, output: Size2D(v.count, h.count), kernel: Size2D(v.taps, h.taps),
                stride: Size2D(1, 1), padding: Size2D(v.padding, h.padding), dilation: Size2D(v.dilation, h.dilation))
            let layout = OutputLayout(
                start: v.first * shape.input.width + h.first, image: shape.channels * plane, filter: plane,
                down: shape.stride.height * shape.input.width, across: shape.stride.width)
            let width = shape.kernel.width
            let turned = WeightLayout(
                start: v.tap * width + h.tap, filter: shape.taps, channel: shape.groupChannels * shape.taps,
                group: shape.groupFilters * shape.groupChannels * shape.taps, down: -v.tapStep * width,
                across: -h.tapStep)
            convolve(phase: phase, dx, layout, dy, weights, turned, bias: bias)
        }
    }
}

/// Along one axis: the pixels `first`, `first + stride`, … of the input, and the taps that reach them.
private struct Phase {
    var first: Int
    var count: Int
    var taps = 0
    /// The last of these taps, which comes first in the rotated kernel, and how far apart they are.
    var tap = 0
    var tapStep = 1
    var padding = 0
    var dilation = 1
}

/// Tap i brings output pixel o to input pixel o · stride + i · dilation - padding.
private func phases(_ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int, _ length: Int) -> [Phase] {
    let common = greatestCommonDivisor(stride, dilation)
    let step = stride / common
    return (0..<stride).map { first in
        var phase = Phase(first: first, count: dividedUp(max(length - first, 0), by: stride))
        guard let i = (0..<min(step, kernel)).first(where: { (first + padding - $0 * dilation) % stride == 0 }) else {
            return phase
        }
        phase.taps = (kernel - 1 - i) / step + 1
        phase.tapStep = step
        phase.tap = i + (phase.taps - 1) * step
        phase.dilation = dilation / common
        phase.padding = (phase.tap * dilation - first - padding) / stride
        return phase
    }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }

/// Sets every channel to its bias, or to 0.
private func fill(_ x: UnsafeMutablePointer<Float>, _ shape: ConvolutionShape, _ bias: UnsafePointer<Float>?) {
    let plane = shape.input.count
    parallelFor(shape.images * shape.channels, grain: max(1, elementGrain / max(plane, 1))) { range in
        for number in range {
            (x + number * plane).update(repeating: bias?[number % shape.channels] ?? 0, count: plane)
        }
    }
}
