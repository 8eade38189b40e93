// The weights for Winograd's products: G g Gᵀ, 36 numbers from the nine of every kernel.

/// In panels: [36 places][tile of filters][channel][tile rows]. A last tile that is not full ends in copies of
/// its last filter.
struct WinogradWeights {
    let channels: Int
    let tiles: Int
    private let tileRows = RegisterTile.best.rows
    private let memory: UnsafeMutablePointer<Float>

    /// Floats that the weights of a group need.
    static func room(_ shape: ConvolutionShape) -> Int {
        let rows = RegisterTile.best.rows
        return 36 * (dividedUp(shape.groupFilters, by: rows) * rows * shape.groupChannels + winogradSpare)
    }

    init(
        _ shape: ConvolutionShape, _ weights: UnsafePointer<Float>, _ layout: WeightLayout, group: Int,
        in memory: UnsafeMutablePointer<Float>
    ) {
        self.memory = memory
        channels = shape.groupChannels
        tiles = dividedUp(shape.groupFilters, by: tileRows)
        let first = weights + layout.start + group * layout.group
        let blocks = dividedUp(channels, by: 32)
        parallelFor(tiles * blocks) { range in
            for job in range {
                let (tile, channels) = (job / blocks, evenly(channels, in: blocks, job % blocks))
                let filters = tile * tileRows..<min((tile + 1) * tileRows, shape.groupFilters)
                if tileRows == 8 {
                    transform(first, layout, filters, channels, SIMD8<Float>.self)
                } else {
                    transform(first, layout, filters, channels, SIMD4<Float>.self)
                }
            }
        }
    }

    /// From one place to the next.
    private var step: Int { tiles * channels * tileRows + winogradSpare }

    /// The panel of a tile of filters for one of the 36 places: [channel][tile rows]
    func panel(_ place: Int, tile: Int) -> UnsafePointer<Float> {
        UnsafePointer(memory) + (place * step + tile * channels * tileRows)
    }

    /// Some channels of a tile of filters: a vector holds the same number for all filters of the tile.
    @inline(__always)
    private func transform<Vector: SIMD<Float>>(
        _ weights: UnsafePointer<Float>, _ layout: WeightLayout, _ filters: Range<Int>, _ channels: Range<Int>,
        _: Vector.Type
    ) {
        let (first, last) = (weights + filters.lowerBound * layout.filter, filters.count - 1)
        let to = memory + filters.lowerBound * self.channels
        for channel in channels {
            let (g, to) = (first + channel * layout.channel, to + channel * tileRows)
            @inline(__always) func tap(_ i: Int, _ j: Int) -> Vector {
                let g = g + (i * layout.down + j * layout.across)
                var all = Vector()
                for row in 0..<Vector.scalarCount { all[row] = g[min(row, last) * layout.filter] }
                return all
            }
            WinogradSums<Vector>.ofTaps {
                (tap(0, $0), tap(1, $0), tap(2, $0))
            } _: {
                put($1, to: to + 6 * $0 * step, step)
            }
        }
    }
}
