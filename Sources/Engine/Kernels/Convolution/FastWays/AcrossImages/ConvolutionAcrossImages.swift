// # Convolution across images
//
// A vector may hold 16 neighbouring pixels of an image, or the same pixel of 16 images. The second is simpler: all
// lanes do the same, even with a stride and at an edge, and no patch needs to be laid out. A batch of many images
// is transposed (ImageLanes.swift), a region at a time, and the results are transposed back.
//
// Every pixel that is computed, a *target*, has a list of *sources*: which pixel, through which tap of the kernel.
// Forward, targets are output pixels and sources input pixels; back to the input it is the other way around, with
// the same pairs. Stride, padding and dilation appear only in these lists (ImageRegions.swift).

/// A convolution of many images, forward or back to its input.
struct ConvolutionAcrossImages {
    private let links: Links
    private let groups: Int
    /// Channels of a group, on both sides.
    private let sources: Int
    private let targets: Int
    private let sourcePlanes: ImagePlanes
    private let targetPlanes: ImagePlanes
    /// What the weights' panels are made for.
    private let shape: ConvolutionShape
    private let layout: WeightLayout
    private let tile: RegisterTile

    /// y from x.
    init(forward shape: ConvolutionShape) {
        self.init(shape, WeightLayout(shape), Links(forward: shape))
    }

    /// dx from dy: filters and channels swap roles.
    init(backward shape: ConvolutionShape) {
        var turned = shape
        (turned.channels, turned.filters) = (shape.filters, shape.channels)
        var layout = WeightLayout(shape)
        (layout.channel, layout.filter) = (layout.filter, layout.channel)
        self.init(turned, layout, Links(backward: shape))
    }

    private init(_ shape: ConvolutionShape, _ layout: WeightLayout, _ links: Links) {
        (self.shape, self.layout, self.links, groups) = (shape, layout, links, shape.groups)
        (sources, targets) = (shape.groupChannels, shape.groupFilters)
        sourcePlanes = ImagePlanes(images: shape.images, channels: shape.channels, size: links.source)
        targetPlanes = ImagePlanes(images: shape.images, channels: shape.filters, size: links.target)
        tile = RegisterTile.fitting(rows: targets)
    }

    /// - Parameters:
    ///   - out: [images, targets of all groups, height, width]
    ///   - x: [images, sources of all groups, height, width]
    ///   - bias: a number for each target channel.
    func run(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?
    ) {
        withScratch(WeightPanels.room(shape, tileRows: tile.rows)) { memory in
            for group in 0..<groups {
                let panels = WeightPanels(shape, tileRows: tile.rows, weights, layout, group: group, in: memory)
                let most = panels.blocks.map(\.count).max() ?? 0
                let products = links.target.count * shape.images * targets * sources * shape.taps
                let regions = ImageRegions(
                    links, images: shape.images, targets: panels.tiles * tile.rows, sources: most,
                    wanted: min(16, dividedUp(products, by: 2_000_000)))
                parallelFor(regions.count) { range in
                    for part in range {
                        let (images, region) = regions[part]
                        compute(region, of: images, group: group, out, x, panels, bias)
                    }
                }
            }
        }
    }

    private func compute(
        _ region: Region, of images: Range<Int>, group: Int, _ out: UnsafeMutablePointer<Float>,
        _ x: UnsafePointer<Float>, _ panels: WeightPanels, _ bias: UnsafePointer<Float>?
    ) {
        let most = panels.blocks.map(\.count).max() ?? 0
        let filters = panels.tiles * tile.rows
        let resultRoom = filters * region.pixels * ImageLanes.count
        let stageRoom = most * region.sourcePixels * ImageLanes.count + ImageLanes.slack
        withScratch(resultRoom + stageRoom + filters) { result in
            let (stage, shifts) = (result + resultRoom, result + (resultRoom + stageRoom))
            for row in 0..<filters { shifts[row] = row < targets ? bias?[group * targets + row] ?? 0 : 0 }
            for block in panels.blocks {
                let first = group * sources + block.lowerBound
                sourcePlanes.gather(
                    stage, x, images: images, channels: first..<first + block.count, rows: region.sourceRows,
                    columns: region.sourceColumns)
                multiply(result, stage, region, panels, block, shifts)
            }
            targetPlanes.scatter(
                out, result, images: images, channels: group * targets..<(group + 1) * targets, rows: region.rows,
                columns: region.columns)
        }
    }

    /// Adds what a block of channels contributes to the results [filter][row][column][lane].
    private func multiply(
        _ result: UnsafeMutablePointer<Float>, _ stage: UnsafePointer<Float>, _ region: Region,
        _ panels: WeightPanels, _ block: Range<Int>, _ shifts: UnsafePointer<Float>
    ) {
        let lanes = ImageLanes.count
        let product = LinkProduct(
            channels: block.count, weightStep: shape.taps * tile.rows, sourceStep: region.sourcePixels * lanes,
            rowStep: region.pixels * lanes)
        withUnsafeTemporaryAllocation(of: LinkPlace.self, capacity: shape.taps) { places in
            var to = result
            for y in region.rows {
                for x in region.columns {
                    let count = list(places, region, y, x)
                    let list = UnsafeBufferPointer(start: places.baseAddress, count: count)
                    for number in 0..<panels.tiles {
                        let first = number * tile.rows
                        product.run(
                            list, panels.panel(block, tile: number), stage, to + first * product.rowStep,
                            shifts + first, isFirst: block.lowerBound == 0, rows: tile.rows)
                    }
                    to += lanes
                }
            }
        }
    }

    /// Lists the links of a target, and returns how many there are.
    private func list(_ places: UnsafeMutableBufferPointer<LinkPlace>, _ region: Region, _ y: Int, _ x: Int) -> Int {
        var count = 0
        for row in links.down[y] {
            for column in links.across[x] {
                let place =
                    (row.source - region.sourceRows.lowerBound) * region.sourceColumns.count
                    + (column.source - region.sourceColumns.lowerBound)
                let tap = row.tap * shape.kernel.width + column.tap
                places[count] = LinkPlace(source: place * ImageLanes.count, weight: tap * tile.rows)
                count += 1
            }
        }
        return count
    }
}

/// Where in a channel's stage the source of a link is, and where in the channel's panel the weights of its tap.
private struct LinkPlace {
    var source: Int
    var weight: Int
}

/// One target of 32 images, for some filters: Σ over channels and links of weight · source.
private struct LinkProduct {
    var channels: Int
    /// From one channel to the next.
    var weightStep: Int
    var sourceStep: Int
    /// From one filter's results to the next's.
    var rowStep: Int

    func run(
        _ links: UnsafeBufferPointer<LinkPlace>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
        _ c: UnsafeMutablePointer<Float>, _ shifts: UnsafePointer<Float>, isFirst: Bool, rows: Int
    ) {
        if rows == 8 {
            product(links, a, b, c, shifts, isFirst, InlineArray<8, Vector>.self)
        } else {
            product(links, a, b, c, shifts, isFirst, InlineArray<4, Vector>.self)
        }
    }

    @inline(__always)
    private func product<let rows: Int>(
        _ links: UnsafeBufferPointer<LinkPlace>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
        _ c: UnsafeMutablePointer<Float>, _ shifts: UnsafePointer<Float>, _ isFirst: Bool,
        _: InlineArray<rows, Vector>.Type
    ) {
        var left = InlineArray<rows, Vector>(repeating: .zero)
        var right = left
        for channel in 0..<channels {
            let (a, b) = (a + channel * weightStep, b + channel * sourceStep)
            for link in links {
                let (weights, source) = (a + link.weight, b + link.source)
                let (b0, b1) = (load(source), load(source + 16))
                for row in 0..<rows {
                    let factor = Vector(repeating: weights[row])
                    left[row].addProduct(factor, b0)
                    right[row].addProduct(factor, b1)
                }
            }
        }
        for row in 0..<rows {
            let place = c + row * rowStep
            if isFirst {
                store(left[row] + shifts[row], to: place)
                store(right[row] + shifts[row], to: place + 16)
            } else {
                store(left[row] + load(place), to: place)
                store(right[row] + load(place + 16), to: place + 16)
            }
        }
    }
}
