// A matrix that many products share.
//
// A recurrent net multiplies its state, a few rows, by the same large matrix at every step. A product would lay it out
// in panels (MatrixPanels.swift) every time, which costs more than the multiplications of a few rows. Here it is done
// once.

/// A matrix [k, n] in the order in which products need it.
public final class PackedMatrix: @unchecked Sendable {
    private let panels: MatrixPanels
    private let room: UnsafeMutablePointer<Float>

    /// - Parameters:
    ///   - rows, columns: k and n.
    ///   - w: its elements; either its rows or its columns are dense.
    public init(_ w: MatrixView, rows: Int, columns: Int) {
        let tile = TileLimits.best
        let count = max(1, MatrixPanels.room(depth: rows, columns: columns, width: tile.width, isPacked: true))
        let bytes = count * MemoryLayout<Float>.stride
        room = Memory.allocate(bytes: bytes).bindMemory(to: Float.self, capacity: count)
        panels = MatrixPanels(w, depth: rows, columns: columns, tile, isPacked: true, room: room)
    }

    deinit { Memory.deallocate(room) }

    /// c = a · w, or c += a · w
    ///
    /// - Parameters:
    ///   - rows: m, the number of rows of a [m, k] and of c [m, n].
    ///   - aStride, cStride: elements from row to row.
    ///   - accumulate: add to what c holds instead of overwriting it.
    public func multiply(
        rows m: Int, _ a: UnsafePointer<Float>, _ aStride: Int, into c: UnsafeMutablePointer<Float>, _ cStride: Int,
        accumulate: Bool
    ) {
        let result = TileResult(c, stride: cStride, columns: panels.columns, accumulate: accumulate)
        MatrixProduct(rows: m, a: MatrixView(rows: a, stride: aStride), result: result).multiply(panels)
    }
}
