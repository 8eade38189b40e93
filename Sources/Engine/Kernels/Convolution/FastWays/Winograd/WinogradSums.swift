// The sums before and after Winograd's products, for a panel of tiles at once.

extension RegisterTile {
    /// Bᵀ d B for every tile of a panel, with Bᵀ = 1 0 -1 0, 0 1 1 0, 0 -1 1 0, 0 1 0 -1.
    ///
    /// - Parameters:
    ///   - out: [16 places][channel][columns]
    ///   - d: [channel][4 rows, 4 columns of a tile][columns]
    func sumInputs(_ out: UnsafeMutablePointer<Float>, _ d: UnsafePointer<Float>, channels: Int) {
        switch vector {
        case .sixteen: sum(out, d, channels, SIMD16<Float>.self)
        case .eight: sum(out, d, channels, SIMD8<Float>.self)
        case .four: sum(out, d, channels, SIMD4<Float>.self)
        }
    }

    /// Aᵀ m A + shift for every tile of a panel, with Aᵀ = 1 1 1 0, 0 1 -1 -1.
    ///
    /// - Parameters:
    ///   - out: [2 rows, 2 columns of a tile][columns]
    ///   - m: [16 places][columns], the places `stride` floats apart.
    func sumOutputs(_ out: UnsafeMutablePointer<Float>, _ m: UnsafePointer<Float>, _ stride: Int, _ shift: Float) {
        switch vector {
        case .sixteen: sum(out, m, stride, shift, SIMD16<Float>.self)
        case .eight: sum(out, m, stride, shift, SIMD8<Float>.self)
        case .four: sum(out, m, stride, shift, SIMD4<Float>.self)
        }
    }

    @inline(__always)
    private func sum<Vector: SIMD<Float>>(
        _ out: UnsafeMutablePointer<Float>, _ d: UnsafePointer<Float>, _ channels: Int, _: Vector.Type
    ) {
        let stride = channels * columns
        for channel in 0..<channels {
            for start in Swift.stride(from: 0, to: columns, by: Vector.scalarCount) {
                let (d, out) = (d + (16 * channel * columns + start), out + (channel * columns + start))
                @inline(__always) func column(_ j: Int) -> (Vector, Vector, Vector, Vector) {
                    let d = d + j * columns
                    return differences(
                        load(d), load(d + 4 * columns), load(d + 8 * columns), load(d + 12 * columns))
                }
                let (a, b, c, e) = (column(0), column(1), column(2), column(3))
                store(differences(a.0, b.0, c.0, e.0), to: out, stride)
                store(differences(a.1, b.1, c.1, e.1), to: out + 4 * stride, stride)
                store(differences(a.2, b.2, c.2, e.2), to: out + 8 * stride, stride)
                store(differences(a.3, b.3, c.3, e.3), to: out + 12 * stride, stride)
            }
        }
    }

    /// Bᵀ d B of one tile, for panels of channels side by side.
    ///
    /// - Parameters:
    ///   - out: [16 places][panel][pixel][columns], from this tile's place on.
    ///   - taps: how far from `d` each of the tile's 16 pixels is.
    func sumInput(
        _ out: UnsafeMutablePointer<Float>, _ d: UnsafePointer<Float>, taps: UnsafePointer<Int>, panels: Int,
        pixels: Int
    ) {
        switch vector {
        case .sixteen: sum(out, d, taps, panels, pixels, SIMD16<Float>.self)
        case .eight: sum(out, d, taps, panels, pixels, SIMD8<Float>.self)
        case .four: sum(out, d, taps, panels, pixels, SIMD4<Float>.self)
        }
    }

    /// A dy Aᵀ of one tile, with A = 1 0, 1 1, 1 -1, 0 -1, for tiles of filters side by side.
    ///
    /// - Parameters:
    ///   - out: [16 places][tile][pixel][rows], from this tile's place on.
    ///   - taps: how far from `dy` each of the tile's four pixels is.
    func spreadOutput(
        _ out: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, taps: UnsafePointer<Int>, tiles: Int,
        pixels: Int
    ) {
        if rows == 8 {
            spread(out, dy, taps, tiles, pixels, SIMD8<Float>.self)
        } else {
            spread(out, dy, taps, tiles, pixels, SIMD4<Float>.self)
        }
    }

    @inline(__always)
    private func sum<Vector: SIMD<Float>>(
        _ out: UnsafeMutablePointer<Float>, _ d: UnsafePointer<Float>, _ taps: UnsafePointer<Int>, _ panels: Int,
        _ pixels: Int, _: Vector.Type
    ) {
        let stride = panels * pixels * columns
        for panel in 0..<panels {
            for start in Swift.stride(from: 0, to: columns, by: Vector.scalarCount) {
                let d = d + (panel * columns + start)
                @inline(__always) func column(_ j: Int) -> (Vector, Vector, Vector, Vector) {
                    differences(load(d + taps[j]), load(d + taps[4 + j]), load(d + taps[8 + j]), load(d + taps[12 + j]))
                }
                let (a, b, c, e) = (column(0), column(1), column(2), column(3))
                let out = out + (panel * pixels * columns + start)
                store(differences(a.0, b.0, c.0, e.0), to: out, stride)
                store(differences(a.1, b.1, c.1, e.1), to: out + 4 * stride, stride)
                store(differences(a.2, b.2, c.2, e.2), to: out + 8 * stride, stride)
                store(differences(a.3, b.3, c.3, e.3), to: out + 12 * stride, stride)
            }
        }
    }

    @inline(__always)
    private func spread<Vector: SIMD<Float>>(
        _ out: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ taps: UnsafePointer<Int>, _ tiles: Int,
        _ pixels: Int, _: Vector.Type
    ) {
        let stride = tiles * pixels * rows
        for tile in 0..<tiles {
            let (dy, out) = (dy + tile * rows, out + tile * pixels * rows)
            let left: (Vector, Vector, Vector, Vector) = spreadPair(load(dy + taps[0]), load(dy + taps[2]))
            let right: (Vector, Vector, Vector, Vector) = spreadPair(load(dy + taps[1]), load(dy + taps[3]))
            store(spreadPair(left.0, right.0), to: out, stride)
            store(spreadPair(left.1, right.1), to: out + 4 * stride, stride)
            store(spreadPair(left.2, right.2), to: out + 8 * stride, stride)
            store(spreadPair(left.3, right.3), to: out + 12 * stride, stride)
        }
    }

    @inline(__always)
    private func sum<Vector: SIMD<Float>>(
        _ out: UnsafeMutablePointer<Float>, _ m: UnsafePointer<Float>, _ stride: Int, _ shift: Float, _: Vector.Type
    ) {
        for start in Swift.stride(from: 0, to: columns, by: Vector.scalarCount) {
            let (m, out) = (m + start, out + start)
            @inline(__always) func column(_ j: Int) -> (Vector, Vector) {
                let m = m + j * stride
                return totals(
                    load(m), load(m + 4 * stride), load(m + 8 * stride), load(m + 12 * stride))
            }
            let (a, b, c, e) = (column(0), column(1), column(2), column(3))
            let (top, bottom) = (totals(a.0, b.0, c.0, e.0), totals(a.1, b.1, c.1, e.1))
            store(top.0 + shift, to: out)
            store(top.1 + shift, to: out + columns)
            store(bottom.0 + shift, to: out + 2 * columns)
            store(bottom.1 + shift, to: out + 3 * columns)
        }
    }
}

@inline(__always)
private func store<Vector: SIMD<Float>>(
    _ row: (Vector, Vector, Vector, Vector), to out: UnsafeMutablePointer<Float>, _ stride: Int
) {
    store(row.0, to: out)
    store(row.1, to: out + stride)
    store(row.2, to: out + 2 * stride)
    store(row.3, to: out + 3 * stride)
}

/// What a pair of slopes adds to m1, m2, m3 and m4.
@inline(__always)
private func spreadPair<Vector: SIMD<Float>>(_ a: Vector, _ b: Vector) -> (Vector, Vector, Vector, Vector) {
    (a, a + b, a - b, -b)
}

/// What m1, m2, m3 and m4 multiply.
@inline(__always)
private func differences<Vector: SIMD<Float>>(
    _ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector
) -> (Vector, Vector, Vector, Vector) {
    (a - c, b + c, c - b, b - d)
}

/// y0 and y1 of m1, m2, m3 and m4.
@inline(__always)
private func totals<Vector: SIMD<Float>>(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> (Vector, Vector) {
    (a + b + c, b - c - d)
}
