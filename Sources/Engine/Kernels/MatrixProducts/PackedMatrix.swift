// A matrix that many products share.
//
// A recurrent net multiplies its state, a few rows, by the same large matrix at every step. BLAS would
// rearrange that matrix every time. Here it is laid out once, in panels of 32 neighbouring columns that are
// read from front to back. The inner loop works on 8 rows of the state and one panel:
//
//     for every p:     two vectors of the panel, loaded once, are multiplied by
//                      one number of each row
//
// and what it adds up, 8 rows of two vectors each, never leaves the registers. (RegisterTile.swift has a
// tile of the same kind for which the other operand is laid out as well.)

private let width = 32

/// A matrix [k, n] in the order in which products with a few rows need it.
public final class PackedMatrix: @unchecked Sendable {
    private let rows, columns, panels: Int
    /// [panels, rows, width]; the last panel is padded with zeros.
    private let base: UnsafeMutablePointer<Float>

    /// - Parameters:
    ///   - rows, columns: k and n.
    ///   - w: its elements; either its rows or its columns are dense.
    public init(_ w: MatrixView, rows: Int, columns: Int) {
        (self.rows, self.columns, panels) = (rows, columns, (columns + width - 1) / width)
        let bytes = panels * rows * width * MemoryLayout<Float>.stride
        base = Memory.allocate(bytes: bytes).bindMemory(to: Float.self, capacity: max(panels * rows * width, 1))
        parallelFor(panels, grain: max(1, elementGrain / max(width * rows, 1))) { range in
            for panel in range { pack(w, panel) }
        }
    }

    deinit { Memory.deallocate(base) }

    /// Copies the columns of a panel to their place, sixteen at a time: where columns are dense, that many
    /// cache lines are read side by side, each to its end.
    private func pack(_ w: MatrixView, _ panel: Int) {
        for first in stride(from: 0, to: width, by: 16) {
            let out = base + panel * rows * width + first
            let present = max(0, min(16, columns - panel * width - first))
            let from = w.base + (panel * width + first) * w.columnStride
            for p in 0..<rows {
                each(out + p * width, from + p * w.rowStride, w.columnStride, present) { $0 }
                for j in present..<16 { out[p * width + j] = 0 }
            }
        }
    }

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
        parallelFor(panels, grain: max(1, (1 << 18) / max(m * rows * width, 1))) { range in
            for panel in range {
                let (w, c) = (base + panel * rows * width, c + panel * width)
                let present = min(width, columns - panel * width)
                var row = 0
                while row + 8 <= m {
                    tile(
                        rows, a + row * aStride, aStride, w, c + row * cStride, cStride, present, accumulate, Eight.self
                    )
                    row += 8
                }
                while row < m {
                    tile(rows, a + row * aStride, aStride, w, c + row * cStride, cStride, present, accumulate, One.self)
                    row += 1
                }
            }
        }
    }
}

private typealias Eight = InlineArray<8, Vector>
private typealias One = InlineArray<1, Vector>

/// c[r, j] = Σₚ a[r, p] · w[p, j], or +=, for the rows of a tile and the columns of a panel that are `present`
@inline(__always)
private func tile<let count: Int>(
    _ depth: Int, _ a: UnsafePointer<Float>, _ aStride: Int, _ w: UnsafePointer<Float>,
    _ c: UnsafeMutablePointer<Float>, _ cStride: Int, _ present: Int, _ accumulate: Bool,
    _: InlineArray<count, Vector>.Type
) {
    var left = InlineArray<count, Vector>(repeating: .zero)
    var right = left
    for p in 0..<depth {
        let (w0, w1) = (load(w + p * width), load(w + p * width + 16))
        for row in 0..<count {
            let factor = Vector(repeating: a[row * aStride + p])
            left[row].addProduct(factor, w0)
            right[row].addProduct(factor, w1)
        }
    }
    for row in 0..<count {
        let c = c + row * cStride
        if present == width {
            store(accumulate ? load(c) + left[row] : left[row], to: c)
            store(accumulate ? load(c + 16) + right[row] : right[row], to: c + 16)
        } else {
            for j in 0..<present {
                let sum = j < 16 ? left[row][j] : right[row][j - 16]
                c[j] = accumulate ? c[j] + sum : sum
            }
        }
    }
}
