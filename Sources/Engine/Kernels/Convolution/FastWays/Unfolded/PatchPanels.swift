// The unfolded input, a panel at a time.
//
// A convolution is a matrix product: the weights, a row for each filter, times a matrix with a column
// for each output pixel: its patch, all the numbers under the kernel, from all channels. That matrix
// is as many times larger than the input as the kernel has taps, so it never exists as a whole:
// only the panels that the next products need are made, in the cache, and then discarded.

/// A panel is filled by copies of 16 floats. What a copy writes beyond its end is overwritten by the next one, or falls
/// into the spare room after the last; what it reads beyond its end is in the spare room after the stage.
private typealias Chunk = SIMD16<Float>
private let slack = 4 * Chunk.scalarCount

/// Runs of channels whose patches together fit into the nearest cache, as one panel.
func channelBlocks(_ shape: ConvolutionShape) -> [Range<Int>] {
    let parts = dividedUp(shape.groupChannels, by: max(1, 144 / shape.taps))
    return (0..<parts).map { evenly(shape.groupChannels, in: parts, $0) }
}

/// Lays patches of a range of output pixels into panels: for each channel, and for each tap of the kernel,
/// what the tap sees from each pixel.
struct PatchPanels {
    /// A run of pixels in a panel: where in the panel, where in the stage its first patch begins, how many.
    private struct Piece {
        var to: Int
        var from: Int
        var count: Int
    }
    /// How many floats are copied at a time.
    static let chunk = Chunk.scalarCount
    private let shape: ConvolutionShape
    private let rows: PatchRows
    private let columns: Int
    private var panels: [[Piece]]

    /// - Parameters:
    ///   - pixels: of the output, numbered across all images.
    ///   - columns: pixels in a panel.
    init(_ shape: ConvolutionShape, pixels: Range<Int>, columns: Int) {
        (self.shape, self.columns) = (shape, columns)
        rows = PatchRows(shape, pixels: pixels)
        panels = Array(repeating: [], count: dividedUp(pixels.count, by: columns))
        for run in rows.runs {
            var done = 0
            while done < run.count {
                let to = run.start + done
                let count = min(run.count - done, columns - to % columns)
                let from = run.row * rows.width + run.x + done
                panels[to / columns].append(Piece(to: to % columns, from: from, count: count))
                done += count
            }
        }
    }

    var count: Int { panels.count }
    var runs: [PatchRows.Run] { rows.runs }

    /// Floats that the stage needs for a number of channels, and that the panels need for a number of rows.
    func stageRoom(channels: Int) -> Int { channels * rows.size + slack }
    func panelRoom(depth: Int) -> Int { count * depth * columns + slack }

    /// Makes the panels [panel][channel, i, j][columns] of some channels, numbered across all groups.
    ///
    /// - Parameter stage: the rows are copied there first; all zeros at the start of a job.
    func pack(
        _ out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, channels: Range<Int>,
        stage: UnsafeMutablePointer<Float>
    ) {
        for (place, channel) in channels.enumerated() {
            rows.stage(stage + place * rows.size, x, channel: channel)
        }
        pack(out, stage, step: rows.size, channels.count)
    }

    /// - Parameter step: from one channel to the next.
    private func pack(
        _ out: UnsafeMutablePointer<Float>, _ source: UnsafePointer<Float>, step: Int, _ channels: Int
    ) {
        let taps = rows.offsets
        var to = out
        for panel in panels {
            panel.withUnsafeBufferPointer { pieces in
                for channel in 0..<channels {
                    for tap in taps {
                        let source = source + (channel * step + tap)
                        for piece in pieces { copyChunks(to + piece.to, source + piece.from, piece.count) }
                        to += columns
                    }
                }
            }
        }
    }
}

/// Copies whole chunks: up to 15 floats more than `count` are read and written.
@inline(__always)
func copyChunks(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int) {
    var done = 0
    repeat {
        let chunk = UnsafeRawPointer(from + done).loadUnaligned(as: Chunk.self)
        UnsafeMutableRawPointer(to + done).storeBytes(of: chunk, as: Chunk.self)
        done += Chunk.scalarCount
    } while done < count
}
