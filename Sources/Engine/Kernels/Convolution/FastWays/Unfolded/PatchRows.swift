// Which rows of the input a range of output pixels needs, and where in them each pixel's patch begins.
//
// The pixels of all images are numbered consecutively: image by image, row by row. A job takes a range of
// them and copies the input rows under their patches, with a margin of zeros, to a *stage*: a small
// piece of memory that stays in the cache. A patch can then be read where it is, with no edges to check for.
//
// With a stride, neighbouring pixels look at columns that are not neighbours. A staged row is therefore
// sorted: with stride 2 first all its even columns, then all its odd ones. What a tap of the kernel
// sees from one pixel after the other is side by side again.

struct PatchRows {
    /// Pixels next to each other in an output row.
    struct Run {
        /// The first one's number within the range.
        var start: Int
        var count: Int
        var image: Int
        var y: Int
        var x: Int
        /// The staged row in which their patches begin.
        var row: Int
    }
    private(set) var runs: [Run] = []
    /// Where the input rows to be staged begin, for the first channel; -1 for one in the margin.
    private var rows: [Int] = []
    /// What a share of a staged row gets: columns of the input from `first` on, written from its place `start` on.
    private struct Share {
        var start: Int
        var count: Int
        var first: Int
    }
    private let shares: [Share]
    private let shape: ConvolutionShape
    /// Shares of a row: as many as the stride, or 1 for rows that are not sorted.
    private let step: Int
    /// Columns of each share of a staged row, and of all of them.
    private let share: Int
    let width: Int

    /// - Parameters:
    ///   - pixels: of the output, numbered across all images.
    ///   - sorted: whether a staged row is sorted by the stride.
    init(_ shape: ConvolutionShape, pixels: Range<Int>, sorted: Bool = true) {
        self.shape = shape
        step = sorted ? shape.stride.width : 1
        share = dividedUp(shape.reach, by: step)
        width = share * step
        shares = PatchRows.shares(shape, share, step)
        var pixel = pixels.lowerBound
        while pixel < pixels.upperBound {
            let (image, place) = (pixel / shape.output.count, pixel % shape.output.count)
            let (y, x) = (place / shape.output.width, place % shape.output.width)
            let count = min(shape.output.width - x, pixels.upperBound - pixel)
            let row = add(image: image, y: y)
            runs.append(Run(start: pixel - pixels.lowerBound, count: count, image: image, y: y, x: x, row: row))
            pixel += count
        }
    }

    /// Adds the input rows under an output row that are not there yet; returns the place of the first.
    private mutating func add(image: Int, y: Int) -> Int {
        let height = (shape.kernel.height - 1) * shape.dilation.height + 1
        var first = rows.count
        if let last = runs.last, last.image == image { first = last.row + shape.stride.height }
        let top = y * shape.stride.height - shape.padding.height
        while rows.count < first + height {
            let row = top + rows.count - first
            let isInside = row >= 0 && row < shape.input.height
            rows.append(isInside ? image * shape.channels * shape.input.count + row * shape.input.width : -1)
        }
        return first
    }

    /// Floats of one staged channel.
    var size: Int { rows.count * width }

    /// From the start of a patch to what tap (i, j) sees.
    func offset(_ i: Int, _ j: Int) -> Int {
        let (row, column) = (i * shape.dilation.height, j * shape.dilation.width)
        return row * width + column % step * share + column / step
    }

    /// The same for all taps, row by row.
    var offsets: [Int] { (0..<shape.taps).map { offset($0 / shape.kernel.width, $0 % shape.kernel.width) } }

    /// Copies the rows of a channel, numbered across all groups, to a stage whose margins are zero.
    func stage(_ stage: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, channel: Int) {
        let plane = x + channel * shape.input.count
        let (to, width) = (stage, width)
        rows.withUnsafeBufferPointer { rows in
            for (phase, columns) in shares.enumerated() {
                var to = to + phase * share
                let first = plane + columns.first
                to += columns.start
                for row in rows {
                    if row >= 0 { copy(to, first + row, columns.count, step: step) }
                    to += width
                }
            }
        }
    }

    /// The rows of some channels as [staged row][column][channel], sixteen channels at a time.
    ///
    /// - Parameter stride: from one column to the next.
    func stageByPixel(
        _ stage: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, channels: Range<Int>, stride: Int
    ) {
        withScratch(16 * size) { memory in
            memory.update(repeating: 0, count: 16 * size)
            for start in Swift.stride(from: 0, to: channels.count, by: 16) {
                let count = min(16, channels.count - start)
                for k in 0..<count { self.stage(memory + k * size, x, channel: channels.lowerBound + start + k) }
                if count == 16 && size >= 16 {
                    for i in Swift.stride(from: 0, to: size, by: 16) {
                        let i = min(i, size - 16)
                        turnSixteen(stage + (i * stride + start), stride, memory + i, size)
                    }
                } else {
                    for k in Swift.stride(from: 0, to: count, by: 8) {
                        transpose(
                            stage + (start + k), stride: stride, memory + k * size, size, rows: min(8, count - k), size)
                    }
                }
            }
        }
    }

    /// Column `k * stride + phase` of the input, margin included, goes to place k of its share.
    private static func shares(_ shape: ConvolutionShape, _ share: Int, _ step: Int) -> [Share] {
        let padding = shape.padding.width
        return (0..<step).map { phase in
            let start = min(dividedUp(max(padding - phase, 0), by: step), share)
            let end = min(dividedUp(max(shape.input.width + padding - phase, 0), by: step), share)
            return Share(start: start, count: max(end - start, 0), first: start * step + phase - padding)
        }
    }
}

@inline(__always)
private func copy(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int, step: Int) {
    switch step {
    case 1: for i in 0..<count { to[i] = from[i] }
    case 2: for i in 0..<count { to[i] = from[2 * i] }
    default: for i in 0..<count { to[i] = from[i * step] }
    }
}

/// out[i, row] = x[row, i]
func transpose(
    _ out: UnsafeMutablePointer<Float>, stride: Int, _ x: UnsafePointer<Float>, _ xStride: Int, rows: Int, _ count: Int
) {
    if rows == 8 {
        for i in 0..<count { for row in 0..<8 { out[i * stride + row] = x[row * xStride + i] } }
    } else {
        for i in 0..<count { for row in 0..<rows { out[i * stride + row] = x[row * xStride + i] } }
    }
}
