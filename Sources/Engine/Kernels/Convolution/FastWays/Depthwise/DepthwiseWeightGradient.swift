// The gradient of a depthwise convolution's weights
//
// dw[channel, tap] = Σ over images and pixels of dy[pixel] · x[what the tap sees from there]
//
// Both planes are laid out on a line (StagedPlane.swift), dy with zeros between its rows; then each tap is a dot
// product. A few taps go along the line together, so that dy is loaded once for all of them. A job has some channels,
// and adds up all images of a channel in their order.

/// dw of a convolution that ``ConvolutionShape/suitsDepthwise`` describes.
struct DepthwiseWeightGradient: ~Copyable {
    private let shape: ConvolutionShape
    private let plane: StagedPlane

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        plane = StagedPlane(shape)
    }

    /// Taps that go together.
    private static let most = 5

    func run(_ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>) {
        let work = shape.images * max(shape.input.count, shape.output.count)
        let slopeSize = plane.outputSize(min(plane.stripRows, shape.output.height))
        parallelFor(shape.channels, grain: max(1, elementGrain / work)) { range in
            withScratch(plane.inputSize + slopeSize + shape.taps * Vector.scalarCount) { line in
                let slope = line + plane.inputSize
                let sums = slope + slopeSize
                for channel in range {
                    sums.update(repeating: 0, count: shape.taps * Vector.scalarCount)
                    for image in 0..<shape.images {
                        let number = image * shape.channels + channel
                        add(sums, line, slope, x + number * shape.input.count, dy + number * shape.output.count)
                    }
                    for tap in 0..<shape.taps {
                        dw[channel * shape.taps + tap] = Float(total(load(sums + tap * Vector.scalarCount)))
                    }
                }
            }
        }
    }

    /// Adds a plane to the sums, a vector for each tap.
    private func add(
        _ sums: UnsafeMutablePointer<Float>, _ line: UnsafeMutablePointer<Float>, _ slope: UnsafeMutablePointer<Float>,
        _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>
    ) {
        plane.forEachStrip(of: shape.output.height) { rows in
            plane.stage(line, x, rows)
            plane.stage(slope, output: dy, rows)
            let count = (rows.count - 1) * plane.pitch + shape.output.width
            for (number, phase) in plane.phases.enumerated() {
                let from = line + number * plane.phaseSize(rows.count)
                for start in stride(from: 0, to: phase.taps.count, by: Self.most) {
                    let end = min(start + Self.most, phase.taps.count)
                    add(sums, from, slope, UnsafeBufferPointer(rebasing: phase.taps[start..<end]), count)
                }
            }
        }
    }

    private func add(
        _ sums: UnsafeMutablePointer<Float>, _ line: UnsafePointer<Float>, _ slope: UnsafePointer<Float>,
        _ taps: UnsafeBufferPointer<StagedPlane.Tap>, _ count: Int
    ) {
        switch taps.count {
        case 1: add(sums, line, slope, taps, count, together: 1)
        case 2: add(sums, line, slope, taps, count, together: 2)
        case 3: add(sums, line, slope, taps, count, together: 3)
        case 4: add(sums, line, slope, taps, count, together: 4)
        default: add(sums, line, slope, taps, count, together: 5)
        }
    }

    /// Two vectors of the line at a time, with a sum each: an addition need not wait for the one before. (The sums are
    /// variables of their own: in an array, the compiler would keep them in memory.)
    @inline(__always)
    private func add(
        _ sums: UnsafeMutablePointer<Float>, _ line: UnsafePointer<Float>, _ slope: UnsafePointer<Float>,
        _ taps: UnsafeBufferPointer<StagedPlane.Tap>, _ count: Int, together: Int
    ) {
        func from(_ tap: Int) -> UnsafePointer<Float> { line + taps[tap < together ? tap : 0].offset }
        let (x0, x1, x2, x3, x4) = (from(0), from(1), from(2), from(3), from(4))
        var (a0, a1, a2, a3, a4) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        var (b0, b1, b2, b3, b4) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        for place in stride(from: 0, to: count, by: 32) {
            let (a, b) = (load(slope + place), load(slope + (place + 16)))
            addProducts(&a0, &b0, a, b, x0 + place)
            if together > 1 { addProducts(&a1, &b1, a, b, x1 + place) }
            if together > 2 { addProducts(&a2, &b2, a, b, x2 + place) }
            if together > 3 { addProducts(&a3, &b3, a, b, x3 + place) }
            if together > 4 { addProducts(&a4, &b4, a, b, x4 + place) }
        }
        func keep(_ tap: Int, _ sum: Vector) {
            guard tap < together else { return }
            let to = sums + taps[tap].weight * Vector.scalarCount
            store(load(to) + sum, to: to)
        }
        keep(0, a0 + b0)
        keep(1, a1 + b1)
        keep(2, a2 + b2)
        keep(3, a3 + b3)
        keep(4, a4 + b4)
    }
}

@inline(__always)
private func addProducts(
    _ first: inout Vector, _ second: inout Vector, _ a: Vector, _ b: Vector, _ x: UnsafePointer<Float>
) {
    first.addProduct(a, load(x))
    second.addProduct(b, load(x + 16))
}
