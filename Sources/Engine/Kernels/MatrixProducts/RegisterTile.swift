// What the registers of this processor hold. MatrixTile.swift says why that matters.

/// The part of a matrix product that the registers of this processor hold: 3 vectors in each row.
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
        let a = TileRows(base: a, rowStride: 1, columnStride: rows)
        let b = TileColumns(base: b, stride: columns, last: b + (depth - 1) * columns)
        let c = TileResult(c, stride: columns, columns: columns, accumulate: adding)
        switch (vector, rows) {
        case (.sixteen, 8): multiplyTile(depth: depth, a, b, into: c, TileSums<8, 3, SIMD16<Float>>.self)
        case (.sixteen, _): multiplyTile(depth: depth, a, b, into: c, TileSums<4, 3, SIMD16<Float>>.self)
        case (.eight, _): multiplyTile(depth: depth, a, b, into: c, TileSums<4, 3, SIMD8<Float>>.self)
        case (.four, 8): multiplyTile(depth: depth, a, b, into: c, TileSums<8, 3, SIMD4<Float>>.self)
        case (.four, _): multiplyTile(depth: depth, a, b, into: c, TileSums<4, 3, SIMD4<Float>>.self)
        }
    }
}

/// The tiles of matrix products: how wide a vector is, and how many rows fit beside 1, 2, … vectors in a row.
struct TileLimits {
    let width: Int
    let mostRows: [Int]
    var mostVectors: Int { mostRows.count }

    static let best =
        switch RegisterTile.best.vector {
        case .sixteen: TileLimits(width: 16, mostRows: [8, 8, 8, 6])
        case .eight: TileLimits(width: 8, mostRows: [8, 6, 4])
        case .four: TileLimits(width: 4, mostRows: [8, 8, 8, 6])
        }
}
