// A depthwise convolution, forward and back. One plane after the other is laid out (StagedPlane.swift), and every
// output on the line is a sum over the taps; back, every input of a phase is a sum over the taps of that phase, in the
// other direction. No sum depends on how the planes are shared among the threads.

/// y, and dx, of a convolution that ``ConvolutionShape/suitsDepthwise`` describes.
struct DepthwiseConvolution: ~Copyable {
    private let shape: ConvolutionShape
    private let plane: StagedPlane

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        plane = StagedPlane(shape)
    }

    /// Planes that are worth a job.
    private var grain: Int { max(1, elementGrain / max(shape.input.count, shape.output.count)) }

    // MARK: Forward

    /// - Parameter bounds: what the results are kept in.
    func forward(
        _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?, within bounds: ClosedRange<Float>?
    ) {
        let (height, outputSize) = (shape.output.height, plane.outputSize(min(plane.stripRows, shape.output.height)))
        let whole = tapsOfAllPhases(min(plane.stripRows, height))
        let rest = tapsOfAllPhases((height - 1) % plane.stripRows + 1)
        whole.withUnsafeBufferPointer { whole in
            rest.withUnsafeBufferPointer { rest in
                parallelFor(shape.images * shape.channels, grain: grain) { range in
                    withScratch(plane.inputSize + outputSize) { line in
                        let out = line + plane.inputSize
                        for number in range {
                            let channel = number % shape.channels
                            let (x, y) = (x + number * shape.input.count, y + number * shape.output.count)
                            plane.forEachStrip(of: height) { rows in
                                plane.stage(line, x, rows)
                                sum(
                                    out, line, rows.upperBound < height ? whole : rest,
                                    weights + channel * shape.taps, bias?[channel] ?? 0,
                                    count: (rows.count - 1) * plane.pitch + shape.output.width)
                                write(y + rows.lowerBound * shape.output.width, out, rows.count, bounds)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The taps of all phases, which lie one after the other, in a strip of so many rows.
    private func tapsOfAllPhases(_ rows: Int) -> [StagedPlane.Tap] {
        let size = plane.phaseSize(rows)
        return plane.phases.enumerated().flatMap { number, phase in
            phase.taps.map { StagedPlane.Tap(weight: $0.weight, offset: number * size + $0.offset) }
        }.sorted { $0.weight < $1.weight }
    }

    /// Rows from the line.
    private func write(
        _ y: UnsafeMutablePointer<Float>, _ line: UnsafePointer<Float>, _ rows: Int, _ bounds: ClosedRange<Float>?
    ) {
        let width = shape.output.width
        for row in 0..<rows {
            let (to, from) = (y + row * width, line + row * plane.pitch)
            if let bounds {
                for i in 0..<width { to[i] = kept(from[i], within: bounds) }
            } else {
                to.update(from: from, count: width)
            }
        }
    }

    // MARK: Back

    func backward(
        _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?
    ) {
        let (reach, pitch) = (plane.reach, plane.pitch)
        // Before the first pixel of the first row, the kernel reaches into nothing.
        let front = reach.height * pitch + reach.width
        let phaseRows = shape.output.height + reach.height
        let most = min(plane.stripRows, phaseRows)
        let lineSize = reach.width + plane.outputSize(most + reach.height)
        parallelFor(shape.images * shape.channels, grain: grain) { range in
            withScratch(lineSize + plane.outputSize(most)) { line in
                let out = line + lineSize
                line.update(repeating: 0, count: reach.width)
                for number in range {
                    let bias = bias?[number % shape.channels] ?? 0
                    let (dx, dy) = (dx + number * shape.input.count, dy + number * shape.output.count)
                    let weights = weights + number % shape.channels * shape.taps
                    if leavesGaps { dx.update(repeating: bias, count: shape.input.count) }
                    plane.forEachStrip(of: phaseRows) { rows in
                        plane.stage(
                            line + reach.width, output: dy, rows.lowerBound - reach.height..<rows.upperBound)
                        for phase in plane.phases {
                            sum(
                                out, line + front, phase.taps, direction: -1, weights, bias,
                                count: rows.count * pitch)
                            write(dx, out, phase, rows)
                        }
                    }
                }
            }
        }
    }

    /// Whether there may be input pixels that no tap sees.
    private var leavesGaps: Bool {
        plane.phases.count < plane.phaseCount
            || (shape.output.height + plane.reach.height) * shape.stride.height - shape.padding.height
                < shape.input.height
            || plane.pitch * shape.stride.width - shape.padding.width < shape.input.width
    }

    /// Rows of a phase from the line to where they belong in the input.
    private func write(
        _ dx: UnsafeMutablePointer<Float>, _ line: UnsafePointer<Float>, _ phase: StagedPlane.Phase, _ rows: Range<Int>
    ) {
        let (step, width) = (shape.stride.width, shape.input.width)
        let first = phase.column - shape.padding.width
        let start = min(plane.pitch, first >= 0 ? 0 : dividedUp(-first, by: step))
        let end = max(start, min(plane.pitch, first >= width ? 0 : dividedUp(width - first, by: step)))
        for (place, row) in rows.enumerated() {
            let target = row * shape.stride.height + phase.row - shape.padding.height
            guard (0..<shape.input.height).contains(target) else { continue }
            let (to, from) = (dx + (target * width + first), line + place * plane.pitch)
            if step == 1 {
                (to + start).update(from: from + start, count: end - start)
            } else {
                for column in start..<end { to[column * step] = from[column] }
            }
        }
    }

    // MARK: The sums

    /// out[p] = bias + Σ over the taps of weight · line[p ± offset], for `count` places; up to 15 more are written.
    private func sum(
        _ out: UnsafeMutablePointer<Float>, _ line: UnsafePointer<Float>, _ taps: UnsafeBufferPointer<StagedPlane.Tap>,
        direction: Int = 1, _ weights: UnsafePointer<Float>, _ bias: Float, count: Int
    ) {
        @inline(__always) func sum(_ place: Int, vectors: Int) {
            var sums = InlineArray<4, Vector>(repeating: Vector(repeating: bias))
            for tap in taps {
                let (weight, from) = (Vector(repeating: weights[tap.weight]), line + (place + direction * tap.offset))
                for number in 0..<vectors { sums[number].addProduct(weight, load(from + 16 * number)) }
            }
            for number in 0..<vectors { store(sums[number], to: out + (place + 16 * number)) }
        }
        var place = 0
        while count - place > 48 {
            sum(place, vectors: 4)
            place += 64
        }
        if count - place > 32 {
            sum(place, vectors: 3)
        } else if count - place > 16 {
            sum(place, vectors: 2)
        } else if count - place > 0 {
            sum(place, vectors: 1)
        }
    }
}

/// A number, or the nearest bound; NaN goes through.
@inline(__always) func kept(_ x: Float, within bounds: ClosedRange<Float>) -> Float {
    let x = x < bounds.lowerBound ? bounds.lowerBound : x
    return x > bounds.upperBound ? bounds.upperBound : x
}
