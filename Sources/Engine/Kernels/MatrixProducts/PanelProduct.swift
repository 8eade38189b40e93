// Which tile a panel needs: the compiler makes one for every size, with all of its sums in registers.

extension MatrixPanels.Panel {
    /// Some rows times this panel.
    @inline(__always)
    func product<Vector: SIMD<Float>>(
        _ rows: Int, _ depth: Int, _ a: TileRows, _ b: TileColumns, _ c: TileResult, _: Vector.Type
    ) {
        switch (vectors, width) {
        case (4, _): tile(rows, depth, a, b, c, InlineArray<4, Vector>.self)
        case (3, _): tile(rows, depth, a, b, c, InlineArray<3, Vector>.self)
        case (2, _): tile(rows, depth, a, b, c, InlineArray<2, Vector>.self)
        case (_, 16): tile(rows, depth, a, b, c, InlineArray<1, SIMD16<Float>>.self)
        case (_, 8): tile(rows, depth, a, b, c, InlineArray<1, SIMD8<Float>>.self)
        default: tile(rows, depth, a, b, c, InlineArray<1, SIMD4<Float>>.self)
        }
    }
}

/// The product of a tile with this many rows.
private func tile<let vectors: Int, Vector: SIMD<Float>>(
    _ rows: Int, _ depth: Int, _ a: TileRows, _ b: TileColumns, _ c: TileResult, _: InlineArray<vectors, Vector>.Type
) {
    switch rows {
    case 8: multiplyTile(depth: depth, a, b, into: c, TileSums<8, vectors, Vector>.self)
    case 7: multiplyTile(depth: depth, a, b, into: c, TileSums<7, vectors, Vector>.self)
    case 6: multiplyTile(depth: depth, a, b, into: c, TileSums<6, vectors, Vector>.self)
    case 5: multiplyTile(depth: depth, a, b, into: c, TileSums<5, vectors, Vector>.self)
    case 4: multiplyTile(depth: depth, a, b, into: c, TileSums<4, vectors, Vector>.self)
    case 3: multiplyTile(depth: depth, a, b, into: c, TileSums<3, vectors, Vector>.self)
    case 2: multiplyTile(depth: depth, a, b, into: c, TileSums<2, vectors, Vector>.self)
    default: multiplyTile(depth: depth, a, b, into: c, TileSums<1, vectors, Vector>.self)
    }
}
