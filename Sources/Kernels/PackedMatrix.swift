// A matrix that many products share.
//
// A recurrent net multiplies its state, a few rows, by the same large matrix at every step. BLAS would put
// that matrix in order anew each time. Here it is laid out once, in panels of neighbouring columns that are
// read from front to back, and each panel row that is loaded serves all rows of the state.

/// A matrix [k, n] in the order in which products with a few rows need it.
public final class PackedMatrix: @unchecked Sendable {
    private let rows, columns, width: Int
    private let base: UnsafeMutablePointer<Float>
    private var bytes: Int { rows * columns * MemoryLayout<Float>.stride }

    /// - Parameters:
    ///   - rows, columns: k and n.
    ///   - w: its elements; either its rows or its columns are dense.
    public init(_ w: MatrixView, rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        // As many panels of at most 256 columns as it takes, all of about one width.
        let panels = max(1, (columns + 255) / 256)
        width = max(16, ((columns + panels - 1) / panels + 15) / 16 * 16)
        let bytes = rows * columns * MemoryLayout<Float>.stride
        base = Memory.allocate(bytes: bytes).bindMemory(to: Float.self, capacity: max(rows * columns, 1))
        parallelFor((columns + 15) / 16, grain: max(1, elementGrain / max(16 * rows, 1))) { strips in
            for strip in strips { pack(w, columns: strip * 16..<min(strip * 16 + 16, columns)) }
        }
    }

    deinit { Memory.deallocate(base, bytes: bytes) }

    /// Copies a strip of columns to its place: sixteen at a time, so that dense columns are read in whole cache lines.
    private func pack(_ w: MatrixView, columns: Range<Int>) {
        let (panel, inside) = (columns.lowerBound / width, columns.lowerBound % width)
        let n = self.width(of: panel)
        let out = base + panel * width * rows + inside
        let from = w.base + columns.lowerBound * w.columnStride
        for p in 0..<rows {
            each(out + p * n, from + p * w.rowStride, w.columnStride, columns.count) { $0 }
        }
    }

    private func width(of panel: Int) -> Int { min(width, columns - panel * width) }

    /// c += a · w
    ///
    /// - Parameters:
    ///   - rows: m, the number of rows of a [m, k] and of c [m, n].
    ///   - aStride, cStride: elements from row to row.
    public func multiply(
        rows m: Int, _ a: UnsafePointer<Float>, _ aStride: Int, addingTo c: UnsafeMutablePointer<Float>, _ cStride: Int
    ) {
        let panels = (columns + width - 1) / width
        parallelFor(panels, grain: m * rows * columns < 1 << 18 ? panels : 1) { range in
            for panel in range {
                for first in stride(from: 0, to: m, by: 16) {
                    addPanel(
                        panel, min(16, m - first), a + first * aStride, aStride,
                        c + first * cStride + panel * width, cStride)
                }
            }
        }
    }

    /// c [m, width] += a · one panel, four steps of k at a time while the panel's rows are in the nearest cache.
    private func addPanel(
        _ panel: Int, _ m: Int, _ a: UnsafePointer<Float>, _ aStride: Int,
        _ c: UnsafeMutablePointer<Float>, _ cStride: Int
    ) {
        let n = width(of: panel)
        let w = UnsafePointer(base + panel * width * rows)
        var p = 0
        while p + 4 <= rows {
            var row = 0
            while row + 4 <= m {
                addFourByFour(c + row * cStride, cStride, a + row * aStride + p, aStride, w + p * n, n)
                row += 4
            }
            while row < m {
                addFour(c + row * cStride, a + row * aStride + p, w + p * n, n)
                row += 1
            }
            p += 4
        }
        while p < rows {
            for row in 0..<m { addOne(c + row * cStride, a[row * aStride + p], w + p * n, n) }
            p += 1
        }
    }
}

// The innermost loops: plain arithmetic, which the compiler turns into fused multiply-adds on whole vectors.

/// c[j] += a · w[j]
@inline(never)
private func addOne(_ c: UnsafeMutablePointer<Float>, _ a: Float, _ w: UnsafePointer<Float>, _ n: Int) {
    for j in 0..<n { c[j] = c[j].addingProduct(a, w[j]) }
}

/// c[j] += Σ a[p] · w[p, j] over four p
@inline(never)
private func addFour(_ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ w: UnsafePointer<Float>, _ n: Int) {
    let (w1, w2, w3) = (w + n, w + 2 * n, w + 3 * n)
    let (a0, a1, a2, a3) = (a[0], a[1], a[2], a[3])
    for j in 0..<n {
        c[j] = c[j].addingProduct(a0, w[j]).addingProduct(a1, w1[j]).addingProduct(a2, w2[j]).addingProduct(a3, w3[j])
    }
}

/// c[i, j] += Σ a[i, p] · w[p, j] over four p, for four rows i: sixteen products for every four numbers of w
@inline(never)
private func addFourByFour(
    _ c: UnsafeMutablePointer<Float>, _ cs: Int, _ a: UnsafePointer<Float>, _ s: Int, _ w: UnsafePointer<Float>,
    _ n: Int
) {
    let (c1, c2, c3) = (c + cs, c + 2 * cs, c + 3 * cs)
    let (w1, w2, w3) = (w + n, w + 2 * n, w + 3 * n)
    let (a00, a01, a02, a03) = (a[0], a[1], a[2], a[3])
    let (a10, a11, a12, a13) = (a[s], a[s + 1], a[s + 2], a[s + 3])
    let (a20, a21, a22, a23) = (a[2 * s], a[2 * s + 1], a[2 * s + 2], a[2 * s + 3])
    let (a30, a31, a32, a33) = (a[3 * s], a[3 * s + 1], a[3 * s + 2], a[3 * s + 3])
    for j in 0..<n {
        let (x0, x1, x2, x3) = (w[j], w1[j], w2[j], w3[j])
        let y0 = c[j].addingProduct(a00, x0).addingProduct(a01, x1).addingProduct(a02, x2).addingProduct(a03, x3)
        let y1 = c1[j].addingProduct(a10, x0).addingProduct(a11, x1).addingProduct(a12, x2).addingProduct(a13, x3)
        let y2 = c2[j].addingProduct(a20, x0).addingProduct(a21, x1).addingProduct(a22, x2).addingProduct(a23, x3)
        let y3 = c3[j].addingProduct(a30, x0).addingProduct(a31, x1).addingProduct(a32, x2).addingProduct(a33, x3)
        (c[j], c1[j], c2[j], c3[j]) = (y0, y1, y2, y3)
    }
}
