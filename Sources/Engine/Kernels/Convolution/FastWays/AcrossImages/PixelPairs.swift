// One region of the weights' gradient: the pixels that meet there, and the innermost loop.

/// The sums that are made at once: 8 filters of one channel, or 4 of two, times up to three *views* of an input pixel.
/// A view is a tap of a kernel row; in a kernel of width 1 it is another pair of channels. Each of the up to 24 sums is
/// a vector in a register, and every number that is read takes part in several.
struct SumTile {
    let filters: Int
    let channels: Int
    /// The taps of a kernel row, in blocks of up to three.
    let blocks: [Range<Int>]
    /// True if the views are pairs of channels.
    private let isWide: Bool

    init(channels: Int, width: Int) {
        let count = dividedUp(width, by: 3)
        blocks = (0..<count).map { evenly(width, in: count, $0) }
        isWide = width == 1 && channels > 2
        // Tiles of one channel leave nothing over; with many channels, it does not matter.
        let size = channels % 2 == 1 && channels < 8 ? 1 : 2
        (self.channels, filters) = (isWide ? 4 : size, isWide || size == 2 ? 4 : 8)
    }

    /// The most sums there are for a block of taps, and how many there is room for, for a kernel of so many rows.
    static let count = 24
    func count(rows: Int) -> Int { rows * blocks.count * SumTile.count }

    /// How many views a block of taps has, and how far a view's first channel is from the tile's.
    func views(_ taps: Range<Int>) -> [(tap: Int, channel: Int)] {
        isWide ? [(0, 0), (0, 2)] : taps.map { ($0, 0) }
    }

    /// Where the sum of a filter, a channel and a tap of a block is: [view][channel of the view][filter]
    func lane(filter: Int, channel: Int, tap: Int) -> Int {
        isWide ? channel * filters + filter : tap * 8 + channel * filters + filter
    }
}

/// An output pixel and what the views see from there: how far from the start of the tile's first plane.
private struct PixelPair {
    var slope: Int
    var inputs: InlineArray<3, Int>
}

/// The pairs of each block of taps in a region of some blocks of images, a few pixels at a time: what the sums need of
/// these fits into the nearest cache.
struct PixelPairs {
    private(set) var blocks = 0
    /// Those of chunk c and block of taps b: from `starts[c * views.count + b]` on.
    private var pairs: [PixelPair] = []
    private var starts = [0]
    private var chunks = 0
    /// Views of each block of taps: those of all kernel rows, one row after the other.
    private var views: [Int] = []
    private var tile = SumTile(channels: 1, width: 1)
    private var (filterTiles, channelTiles) = (0, 0)
    private var (slopeStep, inputStep) = (0, 0)

    init() {}

    init(
        _ links: Links, _ region: Region, _ kernel: Size2D, blocks: Int, _ tile: SumTile, _ filterTiles: Int,
        _ channelTiles: Int
    ) {
        (self.blocks, self.tile) = (blocks, tile)
        views = (0..<kernel.height).flatMap { _ in tile.blocks.map { tile.views($0).count } }
        (self.filterTiles, self.channelTiles) = (filterTiles, channelTiles)
        // After an input plane comes a pixel of zeros, for taps that are outside of the image.
        slopeStep = region.pixels * ImageLanes.count
        inputStep = (region.sourcePixels + 1) * ImageLanes.count
        let down = PixelPairs.sources(links.down, region.rows, kernel.height)
        let across = PixelPairs.sources(links.across, region.columns, kernel.width)
        let (width, sourceWidth) = (region.columns.count, region.sourceColumns.count)
        let pixels = blocks * region.pixels
        chunks = max(1, (pixels + 8) / 16)
        for chunk in 0..<chunks {
            for row in 0..<kernel.height {
                for taps in tile.blocks {
                    for number in evenly(pixels, in: chunks, chunk) {
                        let (block, pixel) = (number / region.pixels, number % region.pixels)
                        guard let y = down[row][pixel / width] else { continue }
                        let views = tile.views(taps).map { (across[$0.tap][pixel % width], $0.channel) }
                        if views.allSatisfy({ $0.0 == nil }) { continue }
                        var inputs = InlineArray<3, Int>(repeating: 0)
                        for (view, (column, channel)) in views.enumerated() {
                            let source = column.map {
                                (y - region.sourceRows.lowerBound) * sourceWidth
                                    + ($0 - region.sourceColumns.lowerBound)
                            }
                            inputs[view] =
                                block * inputBlock + channel * inputStep
                                + (source ?? region.sourcePixels) * ImageLanes.count
                        }
                        pairs.append(
                            PixelPair(slope: block * slopeBlock + pixel * ImageLanes.count, inputs: inputs))
                    }
                    starts.append(pairs.count)
                }
            }
        }
    }

    /// For each tap along an axis, what it sees from each target.
    private static func sources(_ links: [[Link]], _ targets: Range<Int>, _ taps: Int) -> [[Int?]] {
        (0..<taps).map { tap in links[targets].map { $0.first { $0.tap == tap }?.source } }
    }

    /// Floats of a block of images, and of all.
    var slopeBlock: Int { filterTiles * tile.filters * slopeStep }
    var inputBlock: Int { channelTiles * tile.channels * inputStep }
    var slopeRoom: Int { blocks * slopeBlock + ImageLanes.slack }
    var inputRoom: Int { blocks * inputBlock + ImageLanes.slack }

    /// The sums of a tile of channels: [filter tile][kernel row][block of taps][sum]
    private var sumCount: Int { filterTiles * views.count * SumTile.count }
    /// Floats that are needed while they are vectors.
    var sumRoom: Int { 2 * (sumCount + 1) * Vector.scalarCount }

    /// Adds to the sums [channel tile][filter tile][kernel row][block of taps][sum].
    ///
    /// - Parameter vectors: room for `sumRoom` floats.
    func add(
        to sums: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
        _ vectors: UnsafeMutablePointer<Float>
    ) {
        for channelTile in 0..<channelTiles {
            vectors.update(repeating: 0, count: sumCount * Vector.scalarCount)
            add(to: vectors, slope, input + channelTile * tile.channels * inputStep)
            addLanes(vectors, sumCount)
            let sums = sums + channelTile * sumCount
            for number in 0..<sumCount { sums[number] += vectors[number] }
        }
    }

    /// The same for a tile of channels, to vectors whose lanes are to be added.
    private func add(
        to vectors: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>
    ) {
        pairs.withUnsafeBufferPointer { pairs in
            for chunk in 0..<chunks {
                var to = vectors
                for filter in stride(from: 0, to: filterTiles * tile.filters, by: tile.filters) {
                    for (block, count) in views.enumerated() {
                        let place = chunk * views.count + block
                        let list = UnsafeBufferPointer(rebasing: pairs[starts[place]..<starts[place + 1]])
                        add(to, slope + filter * slopeStep, input, list, views: count)
                        to += SumTile.count * Vector.scalarCount
                    }
                }
            }
        }
    }

    private func add(
        _ sums: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
        _ pairs: UnsafeBufferPointer<PixelPair>, views: Int
    ) {
        switch (tile.filters, views) {
        case (8, 1): add(sums, slope, input, pairs, filters: 8, views: 1)
        case (8, 2): add(sums, slope, input, pairs, filters: 8, views: 2)
        case (8, _): add(sums, slope, input, pairs, filters: 8, views: 3)
        case (_, 1): add(sums, slope, input, pairs, filters: 4, views: 1)
        case (_, 2): add(sums, slope, input, pairs, filters: 4, views: 2)
        default: add(sums, slope, input, pairs, filters: 4, views: 3)
        }
    }

    @inline(__always)
    private func add(
        _ sums: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
        _ pairs: UnsafeBufferPointer<PixelPair>, filters: Int, views: Int
    ) {
        var first = eight(sums)
        var second = eight(sums + 8 * Vector.scalarCount)
        var third = eight(sums + 16 * Vector.scalarCount)
        for pair in pairs {
            for half in 0..<2 {
                let (slope, input) = (slope + (pair.slope + 16 * half), input + 16 * half)
                var factors = InlineArray<8, Vector>(repeating: .zero)
                for filter in 0..<filters { factors[filter] = load(slope + filter * slopeStep) }
                multiply(&first, factors, input + pair.inputs[0], filters)
                if views > 1 { multiply(&second, factors, input + pair.inputs[1], filters) }
                if views > 2 { multiply(&third, factors, input + pair.inputs[2], filters) }
            }
        }
        store(first, to: sums)
        if views > 1 { store(second, to: sums + 8 * Vector.scalarCount) }
        if views > 2 { store(third, to: sums + 16 * Vector.scalarCount) }
    }

    /// One view of some images: a channel or two, times the filters.
    @inline(__always)
    private func multiply(
        _ sums: inout InlineArray<8, Vector>, _ factors: InlineArray<8, Vector>, _ input: UnsafePointer<Float>,
        _ filters: Int
    ) {
        for channel in 0..<8 / filters {
            let seen = load(input + channel * inputStep)
            for filter in 0..<filters { sums[channel * filters + filter].addProduct(factors[filter], seen) }
        }
    }
}

/// The lanes of each vector become one number: half as many floats, four times.
///
/// (Neighbours are parted first and then added in a loop of its own. If a compiler sees both at once, it makes single
/// numbers of it.)
private func addLanes(_ vectors: UnsafeMutablePointer<Float>, _ count: Int) {
    let odd = vectors + (count + 1) * Vector.scalarCount
    var length = count * Vector.scalarCount
    while length > count {
        for i in stride(from: 0, to: length, by: 32) {
            let (a, b) = (load(vectors + i), load(vectors + i + 16))
            store(evens(a, b), to: vectors + i / 2)
            store(odds(a, b), to: odd + i / 2)
        }
        length /= 2
        for i in stride(from: 0, to: length, by: 16) { store(load(vectors + i) + load(odd + i), to: vectors + i) }
    }
}

/// Eight vectors, one after the other.
@inline(__always)
private func eight(_ from: UnsafePointer<Float>) -> InlineArray<8, Vector> {
    var vectors = InlineArray<8, Vector>(repeating: .zero)
    for number in 0..<8 { vectors[number] = load(from + number * Vector.scalarCount) }
    return vectors
}

@inline(__always)
private func store(_ vectors: InlineArray<8, Vector>, to: UnsafeMutablePointer<Float>) {
    for number in 0..<8 { store(vectors[number], to: to + number * Vector.scalarCount) }
}
