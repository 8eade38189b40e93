// Winograd's sums for a panel of tiles at once, and for one tile in all its channels: what is read and written where.

extension RegisterTile {
    /// Aᵀ m A + shift for every tile of a panel.
    ///
    /// - Parameters:
    ///   - out: [4 rows of a tile][columns, 4 columns of a tile]
    ///   - m: [36 places][columns], the places `stride` floats apart.
    ///   - room: for 16 times the columns.
    func sumOutputs(
        _ out: UnsafeMutablePointer<Float>, _ m: UnsafePointer<Float>, stride: Int, shift: Float,
        room: UnsafeMutablePointer<Float>
    ) {
        switch vector {
        case .sixteen: sum(out, m, stride, shift, room, SIMD16<Float>.self)
        case .eight: sum(out, m, stride, shift, room, SIMD8<Float>.self)
        case .four: sum(out, m, stride, shift, room, SIMD4<Float>.self)
        }
    }

    /// Bᵀ d B of one tile, for panels of channels side by side.
    ///
    /// - Parameters:
    ///   - out: [36 places][panel][pixel][columns], from this tile's place on, the places `stride` floats apart.
    ///   - taps: how far from `d` each of the tile's 36 pixels is.
    func sumInput(
        _ out: UnsafeMutablePointer<Float>, stride: Int, _ d: UnsafePointer<Float>, taps: UnsafePointer<Int>,
        panels: Int, pixels: Int
    ) {
        switch vector {
        case .sixteen: sum(out, stride, d, taps, panels, pixels, SIMD16<Float>.self)
        case .eight: sum(out, stride, d, taps, panels, pixels, SIMD8<Float>.self)
        case .four: sum(out, stride, d, taps, panels, pixels, SIMD4<Float>.self)
        }
    }

    /// A dy Aᵀ of one tile, for tiles of filters side by side.
    ///
    /// - Parameters:
    ///   - out: [36 places][tile][pixel][rows], from this tile's place on, the places `stride` floats apart.
    ///   - taps: how far from `dy` each of the tile's 16 pixels is.
    func spreadOutput(
        _ out: UnsafeMutablePointer<Float>, stride: Int, _ dy: UnsafePointer<Float>, taps: UnsafePointer<Int>,
        tiles: Int, pixels: Int
    ) {
        if rows == 8 {
            spread(out, stride, dy, taps, tiles, pixels, SIMD8<Float>.self)
        } else {
            spread(out, stride, dy, taps, tiles, pixels, SIMD4<Float>.self)
        }
    }

    /// First the sums, then their fours; in one loop, the compiler would take the vectors apart.
    @inline(__always)
    private func sum<Vector: HalvedVector>(
        _ out: UnsafeMutablePointer<Float>, _ m: UnsafePointer<Float>, _ stride: Int, _ shift: Float,
        _ room: UnsafeMutablePointer<Float>, _: Vector.Type
    ) {
        for start in Swift.stride(from: 0, to: columns, by: Vector.scalarCount) {
            let (m, room) = (m + start, room + start)
            WinogradSums<Vector>.ofProducts {
                six(m + $0 * stride, 6 * stride)
            } _: {
                let to = room + 4 * $0 * columns
                store($1.0 + shift, to: to)
                store($1.1 + shift, to: to + columns)
                store($1.2 + shift, to: to + 2 * columns)
                store($1.3 + shift, to: to + 3 * columns)
            }
        }
        for row in 0..<4 {
            for start in Swift.stride(from: 0, to: columns, by: Vector.scalarCount) {
                let from = room + (4 * row * columns + start)
                Vector.storeFours(
                    (load(from), load(from + columns), load(from + 2 * columns), load(from + 3 * columns)),
                    to: out + 4 * (row * columns + start))
            }
        }
    }

    @inline(__always)
    private func sum<Vector: SIMD<Float>>(
        _ out: UnsafeMutablePointer<Float>, _ stride: Int, _ d: UnsafePointer<Float>, _ taps: UnsafePointer<Int>,
        _ panels: Int, _ pixels: Int, _: Vector.Type
    ) {
        for panel in 0..<panels {
            for start in Swift.stride(from: 0, to: columns, by: Vector.scalarCount) {
                let (d, out) = (d + (panel * columns + start), out + (panel * pixels * columns + start))
                WinogradSums<Vector>.ofInputs { j in
                    (
                        load(d + taps[j]), load(d + taps[6 + j]), load(d + taps[12 + j]), load(d + taps[18 + j]),
                        load(d + taps[24 + j]), load(d + taps[30 + j])
                    )
                } _: {
                    put($1, to: out + 6 * $0 * stride, stride)
                }
            }
        }
    }

    @inline(__always)
    private func spread<Vector: SIMD<Float>>(
        _ out: UnsafeMutablePointer<Float>, _ stride: Int, _ dy: UnsafePointer<Float>, _ taps: UnsafePointer<Int>,
        _ tiles: Int, _ pixels: Int, _: Vector.Type
    ) {
        for tile in 0..<tiles {
            let (dy, out) = (dy + tile * rows, out + tile * pixels * rows)
            WinogradSums<Vector>.ofSlopes { j in
                (load(dy + taps[j]), load(dy + taps[4 + j]), load(dy + taps[8 + j]), load(dy + taps[12 + j]))
            } _: {
                put($1, to: out + 6 * $0 * stride, stride)
            }
        }
    }
}

/// Six vectors that are `stride` floats apart.
@inline(__always)
func six<Vector: SIMD<Float>>(_ x: UnsafePointer<Float>, _ stride: Int) -> Six<Vector> {
    (
        load(x), load(x + stride), load(x + 2 * stride), load(x + 3 * stride), load(x + 4 * stride),
        load(x + 5 * stride)
    )
}

@inline(__always)
func put<Vector: SIMD<Float>>(_ row: Six<Vector>, to out: UnsafeMutablePointer<Float>, _ stride: Int) {
    store(row.0, to: out)
    store(row.1, to: out + stride)
    store(row.2, to: out + 2 * stride)
    store(row.3, to: out + 3 * stride)
    store(row.4, to: out + 4 * stride)
    store(row.5, to: out + 5 * stride)
}
