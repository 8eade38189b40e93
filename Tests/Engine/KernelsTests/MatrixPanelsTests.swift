import TestSupport
import Testing

@testable import Kernels

@Suite struct `Panels of a matrix` {
    /// Of every width that a processor may have, also those that this one has not.
    private static let tiles = [
        TileLimits(width: 16, mostRows: [8, 8, 8, 6]), TileLimits(width: 8, mostRows: [8, 6, 4]),
        TileLimits(width: 4, mostRows: [8, 8, 8, 6]),
    ]

    @Test(arguments: tiles, [1, 2, 4, 5, 8, 9, 12, 16, 23, 24, 25, 40, 64, 65, 130])
    func `hold its columns, step by step`(_ tile: TileLimits, columns: Int) {
        for depth in [1, 3, 15, 16, 17, 47, 300] {
            let x = noise(depth * columns)
            for isTransposed in [false, true] {
                let stored = isTransposed ? transposed(x, rows: depth, columns: columns) : x
                var room = [Float](
                    repeating: .nan,
                    count: MatrixPanels.room(depth: depth, columns: columns, width: tile.width, isPacked: true))
                let (rowStride, columnStride) = isTransposed ? (1, depth) : (columns, 1)
                let b = MatrixView(
                    stored, rows: depth, columns: columns, rowStride: rowStride, columnStride: columnStride)!
                withExtendedLifetime(stored) {
                    room.withUnsafeMutableBufferPointer { room in
                        let panels = MatrixPanels(
                            b, depth: depth, columns: columns, tile, isPacked: true, room: room.baseAddress!)
                        #expect((0..<panels.count).flatMap { Array(panels[$0].columns) } == Array(0..<columns))
                        for panel in (0..<panels.count).map({ panels[$0] }) {
                            let found = panels.rows(0..<depth, of: panel)
                            #expect(panel.vectors <= tile.mostVectors && found.stride == panel.size)
                            for p in 0..<depth {
                                let row = panel.columns.indices.map {
                                    found.base[p * found.stride + $0 - panel.columns.lowerBound]
                                }
                                #expect(row == panel.columns.map { x[p * columns + $0] })
                            }
                        }
                    }
                }
            }
        }
    }
}
