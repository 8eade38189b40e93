// A matrix as it lies in memory: nothing is copied when one is transposed.

/// A matrix in memory: element (i, j) is at `base[i * rowStride + j * columnStride]`, and
/// one of the two strides is 1.
public struct MatrixView: @unchecked Sendable {
    var base: UnsafePointer<Float>
    var rowStride: Int
    var columnStride: Int

    /// nil if neither its rows nor its columns are dense: no product reads it as it is then.
    public init?(_ base: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
        (self.base, self.rowStride, self.columnStride) = (base, rowStride, columnStride)
        // An axis of length 1 may have any stride; it gets one that fits.
        if columns == 1 { self.columnStride = 1 }
        if rows == 1 { self.rowStride = self.columnStride == 1 ? columns : 1 }
        let isDense = isDenseByRow && self.rowStride >= columns || self.rowStride == 1 && self.columnStride >= rows
        if !isDense { return nil }
    }

    /// Dense rows, `stride` elements apart.
    init(rows: UnsafePointer<Float>, stride: Int) { (base, rowStride, columnStride) = (rows, stride, 1) }

    var isDenseByRow: Bool { columnStride == 1 }

    func from(row: Int) -> MatrixView { moved(by: row * rowStride) }
    func from(column: Int) -> MatrixView { moved(by: column * columnStride) }
    /// Rows become columns, where they are.
    var transposed: MatrixView {
        var view = self
        (view.rowStride, view.columnStride) = (columnStride, rowStride)
        return view
    }
    /// The same layout, `offset` elements further on.
    public func moved(by offset: Int) -> MatrixView {
        var view = self
        view.base += offset
        return view
    }
}
