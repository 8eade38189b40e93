// # The weights' gradient, across images
//
// dw[f, c, tap] = Σ over all output pixels of dy[f, pixel] · x[c, what the tap sees from there]
//
// With the images side by side (ConvolutionAcrossImages.swift) these are products of vectors. A few filters times a
// few channels times a few neighbouring taps make up to 24 sums, which stay in registers while some pixels of a region
// go by; when a region is done, the lanes of each sum are added up.

/// dw of a convolution of many images.
struct WeightGradientAcrossImages {
    private let shape: ConvolutionShape
    private let links: Links
    private let tile: SumTile
    /// Tiles along both axes.
    private let filterTiles: Int
    private let channelTiles: Int
    private let regions: ImageRegions
    /// Jobs: some of the channels, summed over some of the regions.
    private let channelParts: Int
    private let sumParts: Int
    /// Blocks of whole small images that are summed together.
    private let together: Int

    init(_ shape: ConvolutionShape) {
        (self.shape, links, tile) = (
            shape, Links(forward: shape), SumTile(channels: shape.groupChannels, width: shape.kernel.width)
        )
        filterTiles = dividedUp(shape.groupFilters, by: tile.filters)
        channelTiles = dividedUp(shape.groupChannels, by: tile.channels)
        let products = shape.pixels * shape.groupFilters * shape.groupChannels * shape.taps
        let wanted = min(16, dividedUp(products, by: 2_000_000))
        let weights = filterTiles * channelTiles * tile.count(rows: shape.kernel.height)
        let mostSums = min(wanted, max(1, 2_000_000 / weights))
        channelParts = min(channelTiles, max(dividedUp(wanted, by: mostSums), dividedUp(shape.groupChannels, by: 64)))
        regions = ImageRegions(
            links, images: shape.images, targets: filterTiles * tile.filters,
            sources: dividedUp(channelTiles, by: channelParts) * tile.channels, wanted: mostSums)
        sumParts = min(mostSums, regions.count)
        let pixels = max(1, regions[0].region.pixels)
        together = pixels == shape.output.count ? max(1, 32 / pixels) : 1
    }

    /// Floats of a tile's sums: [kernel row][block of taps][sum]
    private var tileSize: Int { tile.count(rows: shape.kernel.height) }
    /// Floats of a group's sums: [channel tile][filter tile][tile]
    private var size: Int { channelTiles * filterTiles * tileSize }

    /// - Parameters:
    ///   - dw: [filters, channels of a group, kernel height, kernel width]
    ///   - x: [images, channels, input height, input width]
    ///   - dy: [images, filters, output height, output width]
    func run(_ dw: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>) {
        withScratch(sumParts * size) { sums in
            for group in 0..<shape.groups {
                parallelFor(channelParts * sumParts) { range in
                    for job in range { sum(job, group: group, sums, x, dy) }
                }
                if sumParts > 1 { addUp(sums, sums, parts: sumParts, count: size) }
                store(sums, to: dw + group * shape.groupFilters * shape.groupChannels * shape.taps)
            }
        }
    }

    // MARK: One job

    private func sum(
        _ job: Int, group: Int, _ sums: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
        _ dy: UnsafePointer<Float>
    ) {
        let (channelPart, sumPart) = (job / sumParts, job % sumParts)
        let tiles = evenly(channelTiles, in: channelParts, channelPart)
        let sums = sums + (sumPart * size + tiles.lowerBound * filterTiles * tileSize)
        sums.update(repeating: 0, count: tiles.count * filterTiles * tileSize)
        let first = group * shape.groupChannels
        let last = first + min(tiles.upperBound * tile.channels, shape.groupChannels)
        let channels = first + tiles.lowerBound * tile.channels..<last
        let filters = group * shape.groupFilters..<(group + 1) * shape.groupFilters
        let inputs = ImagePlanes(images: shape.images, channels: shape.channels, size: shape.input)
        let slopes = ImagePlanes(images: shape.images, channels: shape.filters, size: shape.output)
        let parts = evenly(regions.count, in: sumParts, sumPart)
        var (pairs, region) = (PixelPairs(), Region())
        for start in stride(from: parts.lowerBound, to: parts.upperBound, by: together) {
            let blocks = start..<min(start + together, parts.upperBound)
            if blocks.count != pairs.blocks || regions[start].region != region {
                region = regions[start].region
                pairs = PixelPairs(links, region, shape.kernel, blocks: blocks.count, tile, filterTiles, tiles.count)
            }
            withScratch(pairs.slopeRoom + pairs.inputRoom + pairs.sumRoom) { slope in
                let input = slope + pairs.slopeRoom
                for (place, part) in blocks.enumerated() {
                    let images = regions[part].images
                    inputs.gather(
                        input + place * pairs.inputBlock, x, images: images, channels: channels,
                        rows: region.sourceRows, columns: region.sourceColumns, zeros: 1)
                    slopes.gather(
                        slope + place * pairs.slopeBlock, dy, images: images, channels: filters, rows: region.rows,
                        columns: region.columns)
                }
                pairs.add(to: sums, slope, input, input + pairs.inputRoom)
            }
        }
    }

    /// Sums [channel tile][filter tile][kernel row][block of taps][sum] → dw of a group
    private func store(_ sums: UnsafePointer<Float>, to dw: UnsafeMutablePointer<Float>) {
        let (taps, width, blocks) = (shape.taps, shape.kernel.width, tile.blocks)
        parallelFor(shape.groupFilters, grain: max(1, elementGrain / (shape.groupChannels * taps))) { range in
            for filter in range {
                for channel in 0..<shape.groupChannels {
                    var from = sums + (channel / tile.channels * filterTiles + filter / tile.filters) * tileSize
                    let to = dw + (filter * shape.groupChannels + channel) * taps
                    for row in 0..<shape.kernel.height {
                        for block in blocks {
                            for tap in 0..<block.count {
                                let lane = tile.lane(
                                    filter: filter % tile.filters, channel: channel % tile.channels, tap: tap)
                                to[row * width + block.lowerBound + tap] = from[lane]
                            }
                            from += SumTile.count
                        }
                    }
                }
            }
        }
    }
}
