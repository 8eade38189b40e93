// What a job of a convolution across images looks at: some images, and a region of them that stays in the cache.

/// A source of a target, along one axis, and the tap of the kernel in between.
struct Link {
    var source: Int
    var tap: Int
}

/// Targets of a convolution, and the rectangle of sources that they look at.
struct Region: Equatable {
    var rows = 0..<0
    var columns = 0..<0
    var sourceRows = 0..<0
    var sourceColumns = 0..<0

    var pixels: Int { rows.count * columns.count }
    var sourcePixels: Int { sourceRows.count * sourceColumns.count }
}

/// Which sources the targets of a convolution have, row by row and column by column.
struct Links {
    let target: Size2D
    let source: Size2D
    let down: [[Link]]
    let across: [[Link]]

    /// Targets are the output's pixels, sources the input's.
    init(forward shape: ConvolutionShape) {
        (target, source) = (shape.output, shape.input)
        down = links(target.height, source.height, shape.kernel.height) {
            $0 * shape.stride.height + $1 * shape.dilation.height - shape.padding.height
        }
        across = links(target.width, source.width, shape.kernel.width) {
            $0 * shape.stride.width + $1 * shape.dilation.width - shape.padding.width
        }
    }

    /// The same from the other side.
    init(backward shape: ConvolutionShape) {
        let forward = Links(forward: shape)
        (target, source) = (shape.input, shape.output)
        (down, across) = (reversed(forward.down, target.height), reversed(forward.across, target.width))
    }
}

/// Tap i of target o looks at `place(o, i)`.
private func links(_ targets: Int, _ sources: Int, _ kernel: Int, _ place: (Int, Int) -> Int) -> [[Link]] {
    (0..<targets).map { target in
        (0..<kernel).map { Link(source: place(target, $0), tap: $0) }.filter { (0..<sources).contains($0.source) }
    }
}

private func reversed(_ links: [[Link]], _ count: Int) -> [[Link]] {
    var lists: [[Link]] = Array(repeating: [], count: count)
    for (target, list) in links.enumerated() {
        for link in list { lists[link.source].append(Link(source: target, tap: link.tap)) }
    }
    return lists
}

/// Blocks of images, and the regions of each: the parts into which a convolution is cut.
struct ImageRegions {
    private let images: Int
    private let down: [(targets: Range<Int>, sources: Range<Int>)]
    private let across: [(targets: Range<Int>, sources: Range<Int>)]

    /// Regions whose numbers stay in the cache, and enough of them to share.
    ///
    /// - Parameters:
    ///   - targets, sources: numbers per pixel that a job holds.
    ///   - wanted: the least number of parts there should be.
    init(_ links: Links, images: Int, targets: Int, sources: Int, wanted: Int) {
        self.images = images
        var (rows, columns) = (links.target.height, links.target.width)
        // More than the nearest cache holds: with smaller regions, more rows would be read twice, where regions meet.
        let most = 400_000
        func isTooMuch() -> Bool {
            let source = longest(links.down, rows) * longest(links.across, columns)
            return ImageLanes.count * (targets * rows * columns + sources * source) > most && rows * columns > 32
        }
        while rows > 1 && isTooMuch() { rows = dividedUp(rows, by: 2) }
        while columns > 8 && isTooMuch() { columns = dividedUp(columns, by: 2) }
        rows = min(rows, dividedUp(links.target.height, by: dividedUp(wanted, by: ImageLanes.blocks(images))))
        down = parts(links.down, dividedUp(links.target.height, by: rows))
        across = parts(links.across, dividedUp(links.target.width, by: columns))
    }

    var count: Int { ImageLanes.blocks(images) * down.count * across.count }

    subscript(part: Int) -> (images: Range<Int>, region: Region) {
        let (row, column) = (down[part / across.count % down.count], across[part % across.count])
        let first = part / across.count / down.count * ImageLanes.count
        let region = Region(
            rows: row.targets, columns: column.targets, sourceRows: row.sources, sourceColumns: column.sources)
        return (first..<min(first + ImageLanes.count, images), region)
    }
}

/// The targets along an axis in some parts, each with the sources from its first to its last.
private func parts(_ links: [[Link]], _ count: Int) -> [(targets: Range<Int>, sources: Range<Int>)] {
    (0..<count).map { part in
        let targets = evenly(links.count, in: count, part)
        let sources = links[targets].joined().map(\.source)
        return (targets, (sources.min() ?? 0)..<(sources.max() ?? -1) + 1)
    }
}

/// The most sources that `size` neighbouring targets look at.
private func longest(_ links: [[Link]], _ size: Int) -> Int {
    parts(links, dividedUp(links.count, by: size)).map(\.sources.count).max() ?? 0
}

/// Some channels of a batch of images.
struct ImagePlanes {
    var images: Int
    var channels: Int
    /// The size of each channel.
    var size: Size2D

    /// Copies a part of some planes to `out`, as [channel][row][column][lane], with so many pixels of zeros after each.
    func gather(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, images: Range<Int>, channels: Range<Int>,
        rows: Range<Int>, columns: Range<Int>, zeros: Int
    ) {
        let pixels = rows.count * columns.count
        for (number, channel) in channels.enumerated() {
            let to = out + number * (pixels + zeros) * ImageLanes.count
            gather(to, x, images: images, channels: channel..<channel + 1, rows: rows, columns: columns)
            (to + pixels * ImageLanes.count).update(repeating: 0, count: zeros * ImageLanes.count)
        }
    }

    /// Copies a part of some planes to `out`, as [channel][row][column][lane].
    func gather(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, images: Range<Int>, channels: Range<Int>,
        rows: Range<Int>, columns: Range<Int>
    ) {
        let lanes = ImageLanes(images: images, stride: self.channels * size.count)
        let end = x + self.images * self.channels * size.count
        var to = out
        forEachRun(rows, columns, channels.count) { start, length in
            lanes.gather(to, x + (channels.lowerBound * size.count + start), length, end: end)
            to += length * ImageLanes.count
        }
    }

    /// Copies it back.
    func scatter(
        _ x: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, images: Range<Int>, channels: Range<Int>,
        rows: Range<Int>, columns: Range<Int>
    ) {
        let lanes = ImageLanes(images: images, stride: self.channels * size.count)
        var from = from
        forEachRun(rows, columns, channels.count) { start, length in
            lanes.scatter(x + (channels.lowerBound * size.count + start), from, length)
            from += length * ImageLanes.count
        }
    }

    /// Runs of neighbours: whole planes are one run, and so are whole rows.
    private func forEachRun(_ rows: Range<Int>, _ columns: Range<Int>, _ channels: Int, _ body: (Int, Int) -> Void) {
        if columns.count == size.width && rows.count == size.height { return body(0, channels * size.count) }
        for channel in 0..<channels {
            let start = channel * size.count + rows.lowerBound * size.width + columns.lowerBound
            if columns.count == size.width {
                body(start, rows.count * size.width)
            } else {
                for row in 0..<rows.count { body(start + row * size.width, columns.count) }
            }
        }
    }
}
