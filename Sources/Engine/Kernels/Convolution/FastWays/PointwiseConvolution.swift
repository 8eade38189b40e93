// # Convolution with a kernel of one pixel
//
// Every output pixel sees one pixel of the input, in all channels. Nothing needs to be unfolded: an image
// x [channels, pixels] is a matrix already, and
//
//     y = w x        dx = wᵀ dy        dw = Σ over the images of dy xᵀ
//
// are products of matrices as they are in memory.

/// A convolution that ``ConvolutionShape/suitsPointwise`` describes.
struct PointwiseConvolution {
    let shape: ConvolutionShape
    private var pixels: Int { shape.output.count }
    private var filters: Int { shape.groupFilters }
    private var channels: Int { shape.groupChannels }

    /// y = w x + b
    func forward(
        _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?, within bounds: ClosedRange<Float>? = nil
    ) { run(y, x, weights, bias, rows: filters, depth: channels, transposed: false, within: bounds) }

    /// dx = wᵀ dy + b
    func backward(
        _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?
    ) { run(dx, dy, weights, bias, rows: channels, depth: filters, transposed: true) }

    /// Many images are shared among the threads; if there are few, `multiply` cuts up each one.
    private func run(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        _ bias: UnsafePointer<Float>?, rows: Int, depth: Int, transposed: Bool,
        within bounds: ClosedRange<Float>? = nil
    ) {
        let count = shape.images * shape.groups
        let products = pixels * filters * channels
        parallelFor(count, grain: count < 8 ? count : max(1, 200_000 / max(products, 1))) { range in
            for number in range {
                let (out, group) = (out + number * rows * pixels, number % shape.groups)
                let (left, right) = (
                    kernel(weights, group, transposed: transposed), plane(x, number, channels: depth)
                )
                if bias == nil && bounds == nil {
                    multiply(m: rows, n: pixels, k: depth, left, right, into: out, cStride: pixels, accumulate: false)
                } else {
                    run(out, left, x + number * depth * pixels, bias.map { $0 + group * rows }, bounds, rows, depth)
                }
            }
        }
    }

    /// One image with a bias or with bounds: some pixels at a time, so that they are still in the cache when they are
    /// kept in bounds.
    private func run(
        _ out: UnsafeMutablePointer<Float>, _ weights: MatrixView, _ x: UnsafePointer<Float>,
        _ bias: UnsafePointer<Float>?, _ bounds: ClosedRange<Float>?, _ rows: Int, _ depth: Int
    ) {
        let most = max(256, 65_536 / (rows + depth) / 64 * 64)
        for start in stride(from: 0, to: pixels, by: most) {
            let (out, count) = (out + start, min(most, pixels - start))
            if let bias {
                for row in 0..<rows { (out + row * pixels).update(repeating: bias[row], count: count) }
            }
            let right = MatrixView(x + start, rows: depth, columns: count, rowStride: pixels, columnStride: 1)!
            multiply(
                m: rows, n: count, k: depth, weights, right, into: out, cStride: pixels, accumulate: bias != nil)
            guard let bounds else { continue }
            for row in 0..<rows {
                let out = out + row * pixels
                for i in 0..<count { out[i] = kept(out[i], within: bounds) }
            }
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
            let number = image * shape.groups + group
            multiply(
                m: filters, n: channels, k: pixels, plane(dy, number, channels: filters),
                plane(x, number, channels: channels, transposed: true), into: dw + group * filters * channels,
                cStride: channels, accumulate: !isFirst)
        }
    }

    // MARK: The matrices

    /// w [filters, channels] of a group.
    private func kernel(_ weights: UnsafePointer<Float>, _ group: Int, transposed: Bool) -> MatrixView {
        matrix(weights + group * filters * channels, rows: filters, columns: channels, transposed)
    }

    /// The [channels, pixels] of a group, numbered across all images.
    private func plane(
        _ x: UnsafePointer<Float>, _ number: Int, channels: Int, transposed: Bool = false
    ) -> MatrixView {
        matrix(x + number * channels * pixels, rows: channels, columns: pixels, transposed)
    }
}

/// Dense rows, one after the other; or the same as columns.
private func matrix(_ base: UnsafePointer<Float>, rows: Int, columns: Int, _ transposed: Bool) -> MatrixView {
    transposed
        ? MatrixView(base, rows: columns, columns: rows, rowStride: 1, columnStride: columns)!
        : MatrixView(base, rows: rows, columns: columns, rowStride: columns, columnStride: 1)!
}
