// The weights, in the order in which a tile of results needs them.

/// The weights of one group in panels: [channel block][tile of filters][channel, i, j][tile rows].
/// A last tile that is not full is padded with zeros.
struct WeightPanels {
    let blocks: [Range<Int>]
    let tiles: Int
    private let tileRows: Int
    private let taps: Int
    private let memory: UnsafeMutablePointer<Float>

    /// Floats that the panels of a group need.
    static func room(_ shape: ConvolutionShape, tileRows: Int) -> Int {
        dividedUp(shape.groupFilters, by: tileRows) * tileRows * shape.groupChannels * shape.taps
    }

    init(
        _ shape: ConvolutionShape, tileRows: Int, _ weights: UnsafePointer<Float>, _ layout: WeightLayout,
        group: Int, in memory: UnsafeMutablePointer<Float>
    ) {
        (self.tileRows, self.memory, taps) = (tileRows, memory, shape.taps)
        blocks = channelBlocks(shape)
        let tiles = dividedUp(shape.groupFilters, by: tileRows)
        self.tiles = tiles
        let blocks = self.blocks
        let first = weights + layout.start + group * layout.group
        parallelFor(blocks.count * tiles, grain: max(1, 16_384 / (tileRows * taps * blocks[0].count))) { range in
            for place in range {
                let (block, tile) = (blocks[place / tiles], place % tiles)
                let filters = tile * tileRows..<min((tile + 1) * tileRows, shape.groupFilters)
                var to = memory + block.lowerBound * shape.taps * tiles * tileRows
                to += tile * block.count * shape.taps * tileRows
                for channel in block {
                    for i in 0..<shape.kernel.height {
                        for j in 0..<shape.kernel.width {
                            let from = first + channel * layout.channel + i * layout.down + j * layout.across
                            for row in 0..<filters.count { to[row] = from[(filters.lowerBound + row) * layout.filter] }
                            for row in filters.count..<tileRows { to[row] = 0 }
                            to += tileRows
                        }
                    }
                }
            }
        }
    }

    /// The panel of a tile for the channels of a block.
    func panel(_ block: Range<Int>, tile: Int) -> UnsafePointer<Float> {
        UnsafePointer(memory) + taps * tileRows * (block.lowerBound * tiles + tile * block.count)
    }
}
