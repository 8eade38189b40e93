// # Depthwise convolution: planes on a line
//
// In a depthwise convolution every channel has a filter of its own, so that each plane of an image is convolved alone.
// There is no sum over channels, hence no matrix product: 9 or 25 products for an output pixel, and that is all. The
// time goes into memory, and into the edges of small planes. Both become simple when a plane is first laid out:
//
//     with its margin, as one long row         a tap (i, j) then sees what is i · pitch + j further on, for every pixel
//     parted by the stride                     of every second row and column: four planes, each with a stride of 1
//
// The output is computed on the same line, vector after vector, across the ends of rows. Between two rows it has some
// pixels that nobody asked for, as many as a kernel reaches to the right; they are dropped when the rows are written.
// So a plane of 5×5 pixels fills three vectors of 16, and not five.

/// How the taps of a depthwise convolution see a staged plane.
///
/// All threads go through the lists of phases and taps for every plane. An array counts its users, and threads would wait for
/// one another to count; so the lists are plain memory, which the plane gives back in the end.
struct StagedPlane: ~Copyable {
    struct Tap {
        /// Its place among the weights of a filter.
        let weight: Int
        /// How far on the line it is from the output pixel.
        let offset: Int
    }

    /// Every so many rows and columns of the input, from a first one on.
    struct Phase {
        let row, column: Int
        let taps: UnsafeBufferPointer<Tap>
    }

    let shape: ConvolutionShape
    /// Rows and columns that the kernel reaches beyond an output pixel, in a phase.
    let reach: Size2D
    /// Pixels of a row on the line.
    let pitch: Int
    /// Those that have taps, and how many there are altogether.
    let phases: UnsafeMutableBufferPointer<Phase>
    let phaseCount: Int
    /// Those of all phases, one after the other.
    private let taps: UnsafeMutableBufferPointer<Tap>

    /// Room for what the last vector reads beyond the end.
    static let slack = 64

    init(_ shape: ConvolutionShape) {
        let (stride, dilation, kernel) = (shape.stride, shape.dilation, shape.kernel)
        let reach = Size2D(
            (kernel.height - 1) * dilation.height / stride.height, (kernel.width - 1) * dilation.width / stride.width)
        let pitch = shape.output.width + reach.width
        var taps: [Size2D: [Tap]] = [:]
        for i in 0..<kernel.height {
            for j in 0..<kernel.width {
                let (y, x) = (i * dilation.height, j * dilation.width)
                taps[Size2D(y % stride.height, x % stride.width), default: []].append(
                    Tap(weight: i * kernel.width + j, offset: y / stride.height * pitch + x / stride.width))
            }
        }
        let sorted = taps.sorted { ($0.key.height, $0.key.width) < ($1.key.height, $1.key.width) }
        phases = .allocate(capacity: sorted.count)
        self.taps = .allocate(capacity: kernel.count)
        var place = 0
        for (number, (first, taps)) in sorted.enumerated() {
            let own = UnsafeMutableBufferPointer(rebasing: self.taps[place..<place + taps.count])
            _ = own.initialize(from: taps)
            phases.initializeElement(
                at: number, to: Phase(row: first.height, column: first.width, taps: UnsafeBufferPointer(own)))
            place += taps.count
        }
        (self.shape, self.reach, self.pitch, phaseCount) = (shape, reach, pitch, stride.count)
    }

    deinit {
        phases.deallocate()
        taps.deallocate()
    }

    /// Output rows that are computed together, so that they and what they see stay in the cache.
    var stripRows: Int { max(8, 12_288 / pitch) }

    /// The rows of a plane, in strips.
    @inline(__always)
    func forEachStrip(of rows: Int, _ body: (Range<Int>) -> Void) {
        for start in stride(from: 0, to: rows, by: stripRows) { body(start..<min(start + stripRows, rows)) }
    }

    // MARK: The input

    /// Floats of a phase for so many output rows.
    func phaseSize(_ rows: Int) -> Int { (rows + reach.height) * pitch + Self.slack }

    /// Floats of all phases for a strip.
    var inputSize: Int { phases.count * phaseSize(min(stripRows, shape.output.height)) }

    /// Lays out what these output rows see of a plane of the input: phase after phase.
    func stage(_ line: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ rows: Range<Int>) {
        var to = line
        for phase in phases {
            for row in rows.lowerBound..<rows.upperBound + reach.height {
                let source = row * shape.stride.height + phase.row - shape.padding.height
                if (0..<shape.input.height).contains(source) {
                    stageRow(to, x + source * shape.input.width, first: phase.column - shape.padding.width)
                } else {
                    to.update(repeating: 0, count: pitch)
                }
                to += pitch
            }
            to.update(repeating: 0, count: Self.slack)
            to += Self.slack
        }
    }

    /// Columns first, first + stride, … of a row; 0 where there are none.
    @inline(__always)
    private func stageRow(_ to: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, first: Int) {
        let (step, width) = (shape.stride.width, shape.input.width)
        let start = min(pitch, first >= 0 ? 0 : dividedUp(-first, by: step))
        let end = max(start, min(pitch, first >= width ? 0 : dividedUp(width - first, by: step)))
        to.update(repeating: 0, count: start)
        (to + end).update(repeating: 0, count: pitch - end)
        if step == 1 { return (to + start).update(from: x + (first + start), count: end - start) }
        var column = start
        if step == 2 {
            while first + 2 * column + 32 <= width && column + 16 <= end {
                let from = x + (first + 2 * column)
                store(evens(load(from), load(from + 16)), to: to + column)
                column += 16
            }
        }
        while column < end {
            to[column] = x[first + column * step]
            column += 1
        }
    }

    // MARK: The output

    /// Floats of so many output rows on the line.
    func outputSize(_ rows: Int) -> Int { rows * pitch + Self.slack }

    /// Lays out rows of a plane of the output; between them, and where there are none, it is 0.
    func stage(_ line: UnsafeMutablePointer<Float>, output y: UnsafePointer<Float>, _ rows: Range<Int>) {
        let (height, width) = (shape.output.height, shape.output.width)
        var to = line
        for row in rows {
            if (0..<height).contains(row) {
                to.update(from: y + row * width, count: width)
                (to + width).update(repeating: 0, count: reach.width)
            } else {
                to.update(repeating: 0, count: pitch)
            }
            to += pitch
        }
        to.update(repeating: 0, count: Self.slack)
    }
}

extension ConvolutionShape {
    /// Every channel has a filter of its own.
    var suitsDepthwise: Bool {
        groups > 1 && groupChannels == 1 && groupFilters == 1 && pixels > 0 && input.count > 0
    }
}
