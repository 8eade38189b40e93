// # Convolution with a kernel of one pixel
//
// Every output pixel sees one pixel of the input, in all channels. Nothing needs to be unfolded: an image
// x [channels, pixels] is a matrix already, and
//
//     y = w x        dx = wᵀ dy        dw = Σ over the images of dy xᵀ
//
// are products of matrices as they lie in memory.

/// Whether the kernel is one pixel, and every pixel of the input is seen once.
func isPointwise(_ shape: ConvolutionShape) -> Bool {
    shape.taps == 1 && shape.stride == Extent(1, 1) && shape.padding == Extent(0, 0) && shape.pixels > 0
}

/// A convolution for which ``isPointwise(_:)`` is true.
struct PointwiseConvolution {
    let shape: ConvolutionShape
    private var pixels: Int { shape.output.count }
    private var filters: Int { shape.groupFilters }
    private var channels: Int { shape.groupChannels }

    /// y = w x + b
    func forward(
        _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?
    ) {
        forEachGroup { image, group in
            let y = y + (image * shape.filters + group * filters) * pixels
            fill(y, bias.map { $0 + group * filters }, channels: filters)
            multiply(
                m: filters, n: pixels, k: channels, kernel(weights, group), plane(x, image, group, of: shape.channels),
                into: y, cStride: pixels, accumulate: bias != nil)
        }
    }

    /// dx = wᵀ dy + b
    func backward(
        _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?
    ) {
        forEachGroup { image, group in
            let dx = dx + (image * shape.channels + group * channels) * pixels
            fill(dx, bias.map { $0 + group * channels }, channels: channels)
            multiply(
                m: channels, n: pixels, k: filters, kernel(weights, group, transposed: true),
                plane(dy, image, group, of: shape.filters), into: dx, cStride: pixels, accumulate: bias != nil)
        }
    }

    /// dw = Σ dy xᵀ
    func weightGradient(
        _ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>
    ) {
        let count = shape.filters * channels
        let parts = min(shape.images, 8, max(2, 2_000_000 / count))
        withScratch(parts > 1 ? parts * count : 0) { memory in
            let sums = parts > 1 ? memory : dw
            parallelFor(parts) { range in
                for part in range {
                    let images = evenly(shape.images, in: parts, part)
                    for image in images { add(image, to: sums + part * count, x, dy, isFirst: image == images.first) }
                }
            }
            if parts > 1 { addUp(dw, sums, parts: parts, count: count) }
        }
    }

    private func add(
        _ image: Int, to dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
        isFirst: Bool
    ) {
        for group in 0..<shape.groups {
            multiply(
                m: filters, n: channels, k: pixels, plane(dy, image, group, of: shape.filters),
                plane(x, image, group, of: shape.channels, transposed: true), into: dw + group * filters * channels,
                cStride: channels, accumulate: !isFirst)
        }
    }

    // MARK: The matrices

    /// w [filters, channels] of a group.
    private func kernel(_ weights: UnsafePointer<Float>, _ group: Int, transposed: Bool = false) -> MatrixView {
        matrix(weights + group * filters * channels, rows: filters, columns: channels, transposed)
    }

    /// The [channels, pixels] of a group, of so many channels in all.
    private func plane(
        _ x: UnsafePointer<Float>, _ image: Int, _ group: Int, of channels: Int, transposed: Bool = false
    ) -> MatrixView {
        let rows = channels / shape.groups
        return matrix(x + (image * channels + group * rows) * pixels, rows: rows, columns: pixels, transposed)
    }

    private func fill(_ y: UnsafeMutablePointer<Float>, _ bias: UnsafePointer<Float>?, channels: Int) {
        guard let bias else { return }
        for channel in 0..<channels { (y + channel * pixels).update(repeating: bias[channel], count: pixels) }
    }

    /// Many images are shared by the threads; few are cut up themselves, by `multiply`.
    private func forEachGroup(_ body: (_ image: Int, _ group: Int) -> Void) {
        let count = shape.images * shape.groups
        let products = pixels * filters * channels
        parallelFor(count, grain: count < 8 ? count : max(1, 200_000 / max(products, 1))) { range in
            for number in range { body(number / shape.groups, number % shape.groups) }
        }
    }
}

/// Dense rows, one after the other; or these as columns.
private func matrix(_ base: UnsafePointer<Float>, rows: Int, columns: Int, _ transposed: Bool) -> MatrixView {
    transposed
        ? MatrixView(base, rows: columns, columns: rows, rowStride: 1, columnStride: columns)!
        : MatrixView(base, rows: rows, columns: columns, rowStride: columns, columnStride: 1)!
}
