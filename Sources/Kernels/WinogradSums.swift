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
                @inline(__always) func put(_ i: Int, _ row: (Vector, Vector, Vector, Vector)) {
                    let out = out + 4 * i * stride
                    store(row.0, to: out)
                    store(row.1, to: out + stride)
                    store(row.2, to: out + 2 * stride)
                    store(row.3, to: out + 3 * stride)
                }
                put(0, differences(a.0, b.0, c.0, e.0))
                put(1, differences(a.1, b.1, c.1, e.1))
                put(2, differences(a.2, b.2, c.2, e.2))
                put(3, differences(a.3, b.3, c.3, e.3))
            }
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
