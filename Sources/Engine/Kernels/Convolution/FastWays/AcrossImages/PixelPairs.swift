// One region of the weights' gradient: the pixels that meet there, and the innermost loop.

/// Filters times channels whose sums are made at once: 16, or 8 where there is only one channel.
struct SumTile {
    let filters: Int
    let channels: Int

    init(channels: Int) {
        self.channels = channels > 2 ? 4 : channels
        filters = channels > 2 ? 4 : 8
    }
}

/// An output pixel and what a tap sees from there: how far from the start of a plane.
private struct PixelPair {
    var slope: Int
    var input: Int
}

/// The pairs of each tap in a region of some blocks of images, a few pixels at a time: what 16 sums need of these
/// fits into the nearest cache.
struct PixelPairs {
    private(set) var blocks = 0
    /// Those of chunk c and tap t: from `starts[c * taps + t]` on.
    private var pairs: [PixelPair] = []
    private var starts = [0]
    private var taps = 0
    private var tile = SumTile(channels: 1)
    private var (filterTiles, channelTiles) = (0, 0)
    private var (slopeStep, inputStep) = (0, 0)

    init() {}

    init(
        _ links: Links, _ region: Region, _ kernel: Size2D, blocks: Int, _ tile: SumTile, _ filterTiles: Int,
        _ channelTiles: Int
    ) {
        (self.blocks, taps, self.tile) = (blocks, kernel.count, tile)
        (self.filterTiles, self.channelTiles) = (filterTiles, channelTiles)
        (slopeStep, inputStep) = (region.pixels * ImageLanes.count, region.sourcePixels * ImageLanes.count)
        let down = PixelPairs.sources(links.down, region.rows, kernel.height)
        let across = PixelPairs.sources(links.across, region.columns, kernel.width)
        let (width, sourceWidth) = (region.columns.count, region.sourceColumns.count)
        for chunk in stride(from: 0, to: blocks * region.pixels, by: 16) {
            for tap in 0..<taps {
                let (rows, columns) = (down[tap / kernel.width], across[tap % kernel.width])
                for number in chunk..<min(chunk + 16, blocks * region.pixels) {
                    let (block, pixel) = (number / region.pixels, number % region.pixels)
                    guard let row = rows[pixel / width], let column = columns[pixel % width] else { continue }
                    let source =
                        (row - region.sourceRows.lowerBound) * sourceWidth
                        + (column - region.sourceColumns.lowerBound)
                    pairs.append(
                        PixelPair(
                            slope: block * slopeBlock + pixel * ImageLanes.count,
                            input: block * inputBlock + source * ImageLanes.count))
                }
                starts.append(pairs.count)
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

    /// Adds to the sums [channel tile][filter tile][tap][16].
    func add(
        to sums: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>
    ) {
        pairs.withUnsafeBufferPointer { pairs in
            for chunk in 0..<(starts.count - 1) / max(taps, 1) {
                var to = sums
                for channel in stride(from: 0, to: channelTiles * tile.channels, by: tile.channels) {
                    for filter in stride(from: 0, to: filterTiles * tile.filters, by: tile.filters) {
                        for tap in chunk * taps..<(chunk + 1) * taps {
                            let list = UnsafeBufferPointer(rebasing: pairs[starts[tap]..<starts[tap + 1]])
                            add(to, slope + filter * slopeStep, input + channel * inputStep, list)
                            to += 16
                        }
                    }
                }
            }
        }
    }

    private func add(
        _ sums: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
        _ pairs: UnsafeBufferPointer<PixelPair>
    ) {
        switch tile.channels {
        case 1: add(sums, slope, input, pairs, filters: 8, InlineArray<1, Vector>(repeating: .zero))
        case 2: add(sums, slope, input, pairs, filters: 8, InlineArray<2, Vector>(repeating: .zero))
        default: add(sums, slope, input, pairs, filters: 4, InlineArray<4, Vector>(repeating: .zero))
        }
    }

    @inline(__always)
    private func add<let channels: Int>(
        _ sums: UnsafeMutablePointer<Float>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
        _ pairs: UnsafeBufferPointer<PixelPair>, filters: Int, _ zeros: InlineArray<channels, Vector>
    ) {
        var products = InlineArray<16, Vector>(repeating: .zero)
        for pair in pairs {
            let (slope, input) = (slope + pair.slope, input + pair.input)
            multiply(&products, slope, input, filters, zeros)
            multiply(&products, slope + 16, input + 16, filters, zeros)
        }
        store(load(sums) + totals(products), to: sums)
    }

    @inline(__always)
    private func multiply<let channels: Int>(
        _ products: inout InlineArray<16, Vector>, _ slope: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
        _ filters: Int, _ zeros: InlineArray<channels, Vector>
    ) {
        var seen = zeros
        for channel in 0..<channels { seen[channel] = load(input + channel * inputStep) }
        for filter in 0..<filters {
            let factor = load(slope + filter * slopeStep)
            for channel in 0..<channels { products[filter * channels + channel].addProduct(factor, seen[channel]) }
        }
    }
}
