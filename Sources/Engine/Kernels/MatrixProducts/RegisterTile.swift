// # The innermost loop of a convolution
//
// A matrix product is fast if what it adds up stays in the processor's registers. A tile of the
// result, a few rows of three vectors each, fills them:
//
//     for every p:     b[p]  three vectors, loaded once, are multiplied by
//                      a[p]  one number for each row of the tile
//
// so that 3 + rows numbers read from the nearest cache pay for 3 · rows vector multiplications.
// Both operands are laid out beforehand, in the order in which this loop needs them: a *panel* holds
// one tile's rows (or columns) for one p after the other. (MatrixTile.swift has the same loop for operands as they lie
// in memory, and for tiles of other sizes.)

/// The part of a matrix product that the registers of this processor hold.
struct RegisterTile: Sendable {
    let rows: Int
    let columns: Int
    let vector: Vector

    enum Vector { case sixteen, eight, four }

    private init(rows: Int, _ vector: Vector, width: Int) {
        (self.rows, columns, self.vector) = (rows, 3 * width, vector)
    }

    /// With 32 registers of 16 floats, 16 of 8, or 32 of 4.
    static let best: RegisterTile = {
        #if arch(x86_64)
            let wide = processorFlags.contains("avx512f")
            return wide ? RegisterTile(rows: 8, .sixteen, width: 16) : RegisterTile(rows: 4, .eight, width: 8)
        #else
            return RegisterTile(rows: 8, .four, width: 4)
        #endif
    }()

    /// The tile for a result of this many rows: one of four rows if these are enough.
    static func fitting(rows: Int) -> RegisterTile { rows <= 4 ? flat : best }

    private static let flat = RegisterTile(rows: 4, best.vector, width: best.columns / 3)

    /// c[r, j] = Σₚ a[p, r] · b[p, j], or += where products are added to what c holds.
    ///
    /// - Parameters:
    ///   - a: [depth, rows]
    ///   - b: [depth, columns]
    ///   - c: [rows, columns]
    func multiply(
        depth: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into c: UnsafeMutablePointer<Float>,
        adding: Bool
    ) {
        switch (vector, rows) {
        case (.sixteen, 8): product(depth, a, b, c, adding, InlineArray<8, SIMD16<Float>>.self)
        case (.sixteen, _): product(depth, a, b, c, adding, InlineArray<4, SIMD16<Float>>.self)
        case (.eight, _): product(depth, a, b, c, adding, InlineArray<4, SIMD8<Float>>.self)
        case (.four, 8): product(depth, a, b, c, adding, InlineArray<8, SIMD4<Float>>.self)
        case (.four, _): product(depth, a, b, c, adding, InlineArray<4, SIMD4<Float>>.self)
        }
    }
}

@inline(__always)
private func product<let rows: Int, Vector: SIMD<Float>>(
    _ depth: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>,
    _ adding: Bool, _: InlineArray<rows, Vector>.Type
) {
    let width = Vector.scalarCount
    func place(_ row: Int, _ third: Int) -> UnsafeMutablePointer<Float> { c + (3 * row + third) * width }
    var left = InlineArray<rows, Vector>(repeating: .zero)
    var middle = left
    var right = left
    for p in 0..<depth {
        let b = b + p * 3 * width
        let (b0, b1, b2): (Vector, Vector, Vector) = (load(b), load(b + width), load(b + 2 * width))
        for row in 0..<rows {
            let factor = Vector(repeating: a[p * rows + row])
            left[row].addProduct(factor, b0)
            middle[row].addProduct(factor, b1)
            right[row].addProduct(factor, b2)
        }
    }
    for row in 0..<rows {
        if adding {
            // What was there before is added only now: sums of sums lose fewer digits than one long sum.
            left[row] += load(place(row, 0))
            middle[row] += load(place(row, 1))
            right[row] += load(place(row, 2))
        }
        store(left[row], to: place(row, 0))
        store(middle[row], to: place(row, 1))
        store(right[row], to: place(row, 2))
    }
}

/// The tiles of matrix products: how wide a vector is, and how many rows fit beside 1, 2, … vectors in a row.
struct TileLimits {
    let width: Int
    let mostRows: [Int]
    var mostVectors: Int { mostRows.count }
    /// The columns of the widest panel.
    var panelWidth: Int { mostVectors * width }

    static let best =
        switch RegisterTile.best.vector {
        case .sixteen: TileLimits(width: 16, mostRows: [8, 8, 8, 6])
        case .eight: TileLimits(width: 8, mostRows: [8, 6, 4])
        case .four: TileLimits(width: 4, mostRows: [8, 8, 8, 6])
        }
}
