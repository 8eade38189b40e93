// The weights for Winograd's products: G g Gᵀ, 16 numbers from the nine of every kernel.

/// In panels: [channel block][16 places][tile of filters][channel][tile rows]. A last tile that is not full
/// is padded with zeros.
struct WinogradWeights {
    let blocks: [Range<Int>]
    let tiles: Int
    private let tileRows = RegisterTile.best.rows
    private let memory: UnsafeMutablePointer<Float>

    /// Floats that the weights of a group need.
    static func room(_ shape: ConvolutionShape) -> Int {
        let rows = RegisterTile.best.rows
        return 16 * dividedUp(shape.groupFilters, by: rows) * rows * shape.groupChannels
    }

    init(
        _ shape: ConvolutionShape, _ weights: UnsafePointer<Float>, _ layout: WeightLayout, group: Int,
        in memory: UnsafeMutablePointer<Float>
    ) {
        self.memory = memory
        let parts = dividedUp(shape.groupChannels, by: 96)
        blocks = (0..<parts).map { evenly(shape.groupChannels, in: parts, $0) }
        tiles = dividedUp(shape.groupFilters, by: tileRows)
        let first = weights + layout.start + group * layout.group
        parallelFor(blocks.count * tiles) { range in
            for job in range {
                let (block, tile) = (blocks[job / tiles], job % tiles)
                let step = start(block, 1, tile: tile) - start(block, 0, tile: tile)
                var to = memory + start(block, 0, tile: tile)
                for channel in block {
                    for row in 0..<tileRows {
                        let filter = tile * tileRows + row
                        if filter < shape.groupFilters {
                            let from = first + (filter * layout.filter + channel * layout.channel)
                            WinogradWeights.transform(to, step, from, layout)
                        } else {
                            for k in 0..<16 { to[k * step] = 0 }
                        }
                        to += 1
                    }
                }
            }
        }
    }

    private func start(_ block: Range<Int>, _ place: Int, tile: Int) -> Int {
        (16 * block.lowerBound * tiles + (place * tiles + tile) * block.count) * tileRows
    }

    /// The panel of a tile of filters for one of the 16 places.
    func panel(_ block: Range<Int>, _ place: Int, tile: Int) -> UnsafePointer<Float> {
        UnsafePointer(memory) + start(block, place, tile: tile)
    }

    /// G g Gᵀ with G = 1 0 0, ½ ½ ½, ½ -½ ½, 0 0 1: along the columns, then along the rows.
    private static func transform(
        _ to: UnsafeMutablePointer<Float>, _ step: Int, _ g: UnsafePointer<Float>, _ layout: WeightLayout
    ) {
        @inline(__always) func column(_ j: Int) -> (Float, Float, Float, Float) {
            let g = g + j * layout.across
            return spread(g[0], g[layout.down], g[2 * layout.down])
        }
        @inline(__always) func put(_ i: Int, _ row: (Float, Float, Float, Float)) {
            let to = to + 4 * i * step
            (to[0], to[step], to[2 * step], to[3 * step]) = row
        }
        let (a, b, c) = (column(0), column(1), column(2))
        put(0, spread(a.0, b.0, c.0))
        put(1, spread(a.1, b.1, c.1))
        put(2, spread(a.2, b.2, c.2))
        put(3, spread(a.3, b.3, c.3))
    }

    @inline(__always)
    private static func spread(_ a: Float, _ b: Float, _ c: Float) -> (Float, Float, Float, Float) {
        let ends = (a + c) * 0.5
        return (a, ends + b * 0.5, ends - b * 0.5, c)
    }
}
