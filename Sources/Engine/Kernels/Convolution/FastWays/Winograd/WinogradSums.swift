// # The sums before and after Winograd's products
//
// Winograd.swift says what they are for. Each is a small matrix:
//
//     Bᵀ =  p  0  -q   0  1  0     G =  1/p    0     0       Aᵀ =  1  1   1  1   1  0       p = a² b²
//           0 -r  -b²  a  1  0          1/n   a/n  a²/n            0  a  -a  b  -b  0       q = a² + b²
//           0  r  -b² -a  1  0          1/n  -a/n  a²/n            0  a²  a² b²  b² 0       r = a b²
//           0 -s  -a²  b  1  0          1/m   b/m  b²/m            0  a³ -a³ b³ -b³ 1       s = a² b
//           0  s  -a² -b  1  0          1/m  -b/m  b²/m                                     n = 2a² (a² - b²)
//           0  p   0  -q  0  1           0     0     1                                      m = 2b² (b² - a²)
//
// The rows for a and -a share their even and their odd terms, as those for b and -b do. Every number here is a whole
// vector: the same place in many tiles.

/// A row or a column of tiles of 6×6, of 4×4, and of kernels of 3×3.
typealias Six<Vector> = (Vector, Vector, Vector, Vector, Vector, Vector)
typealias Four<Vector> = (Vector, Vector, Vector, Vector)
typealias Three<Vector> = (Vector, Vector, Vector)

/// Winograd's sums for vectors of one width.
enum WinogradSums<Vector: SIMD<Float>> {
    // The points are 0, a, -a, b, -b and infinity; the other numbers are those above.
    private static var a: Float { 0.625 }
    private static var b: Float { 1.5 }
    private static var a2: Float { a * a }
    private static var b2: Float { b * b }
    private static var p: Float { a2 * b2 }
    private static var q: Float { a2 + b2 }
    private static var n: Float { 2 * a2 * (a2 - b2) }
    private static var m: Float { 2 * b2 * (b2 - a2) }

    // MARK: Along one axis

    /// Bᵀ d: what the six products multiply, from six inputs.
    @inline(__always)
    static func ofInputs(_ d: Six<Vector>) -> Six<Vector> {
        let (evenA, oddA) = (d.4.addingProduct(-b2, d.2), d.3.addingProduct(-b2, d.1))
        let (evenB, oddB) = (d.4.addingProduct(-a2, d.2), d.3.addingProduct(-a2, d.1))
        return (
            d.4.addingProduct(-q, d.2).addingProduct(p, d.0),
            evenA.addingProduct(a, oddA), evenA.addingProduct(-a, oddA),
            evenB.addingProduct(b, oddB), evenB.addingProduct(-b, oddB),
            d.5.addingProduct(-q, d.3).addingProduct(p, d.1)
        )
    }

    /// G g: what they are multiplied by, from three taps.
    @inline(__always)
    static func ofTaps(_ g: Three<Vector>) -> Six<Vector> {
        let (evenA, oddA) = (g.0.addingProduct(a2, g.2) * (1 / n), g.1 * (a / n))
        let (evenB, oddB) = (g.0.addingProduct(b2, g.2) * (1 / m), g.1 * (b / m))
        return (g.0 * (1 / p), evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, g.2)
    }

    /// Aᵀ m: four outputs, from six products.
    @inline(__always)
    static func ofProducts(_ m: Six<Vector>) -> Four<Vector> {
        let (evenA, oddA, evenB, oddB) = (m.1 + m.2, m.1 - m.2, m.3 + m.4, m.3 - m.4)
        return (
            m.0 + (evenA + evenB), (oddA * a).addingProduct(b, oddB), (evenA * a2).addingProduct(b2, evenB),
            m.5.addingProduct(a * a2, oddA).addingProduct(b * b2, oddB)
        )
    }

    /// A dy: the slopes of the six products, from those of four outputs.
    @inline(__always)
    static func ofSlopes(_ dy: Four<Vector>) -> Six<Vector> {
        let (evenA, oddA) = (dy.0.addingProduct(a2, dy.2), (dy.1 * a).addingProduct(a * a2, dy.3))
        let (evenB, oddB) = (dy.0.addingProduct(b2, dy.2), (dy.1 * b).addingProduct(b * b2, dy.3))
        return (dy.0, evenA + oddA, evenA - oddA, evenB + oddB, evenB - oddB, dy.3)
    }

    /// Gᵀ m: the slopes of three taps, from those of the six factors that were made of them.
    @inline(__always)
    static func ofFactors(_ f: Six<Vector>) -> Three<Vector> {
        let (evenA, oddA) = ((f.1 + f.2) * (1 / n), (f.1 - f.2) * (a / n))
        let (evenB, oddB) = ((f.3 + f.4) * (1 / m), (f.3 - f.4) * (b / m))
        return (
            (evenA + evenB).addingProduct(1 / p, f.0), oddA + oddB,
            f.5.addingProduct(a2, evenA).addingProduct(b2, evenB)
        )
    }

    // MARK: Along both, first the columns and then the rows

    /// Bᵀ d B
    ///
    /// - Parameters:
    ///   - column: a column of the tile.
    ///   - put: takes a row of the result.
    @inline(__always)
    static func ofInputs(_ column: (Int) -> Six<Vector>, _ put: (Int, Six<Vector>) -> Void) {
        let c = (
            ofInputs(column(0)), ofInputs(column(1)), ofInputs(column(2)), ofInputs(column(3)), ofInputs(column(4)),
            ofInputs(column(5))
        )
        put(0, ofInputs((c.0.0, c.1.0, c.2.0, c.3.0, c.4.0, c.5.0)))
        put(1, ofInputs((c.0.1, c.1.1, c.2.1, c.3.1, c.4.1, c.5.1)))
        put(2, ofInputs((c.0.2, c.1.2, c.2.2, c.3.2, c.4.2, c.5.2)))
        put(3, ofInputs((c.0.3, c.1.3, c.2.3, c.3.3, c.4.3, c.5.3)))
        put(4, ofInputs((c.0.4, c.1.4, c.2.4, c.3.4, c.4.4, c.5.4)))
        put(5, ofInputs((c.0.5, c.1.5, c.2.5, c.3.5, c.4.5, c.5.5)))
    }

    /// G g Gᵀ
    @inline(__always)
    static func ofTaps(_ column: (Int) -> Three<Vector>, _ put: (Int, Six<Vector>) -> Void) {
        let c = (ofTaps(column(0)), ofTaps(column(1)), ofTaps(column(2)))
        put(0, ofTaps((c.0.0, c.1.0, c.2.0)))
        put(1, ofTaps((c.0.1, c.1.1, c.2.1)))
        put(2, ofTaps((c.0.2, c.1.2, c.2.2)))
        put(3, ofTaps((c.0.3, c.1.3, c.2.3)))
        put(4, ofTaps((c.0.4, c.1.4, c.2.4)))
        put(5, ofTaps((c.0.5, c.1.5, c.2.5)))
    }

    /// Aᵀ m A
    @inline(__always)
    static func ofProducts(_ column: (Int) -> Six<Vector>, _ put: (Int, Four<Vector>) -> Void) {
        let c = (
            ofProducts(column(0)), ofProducts(column(1)), ofProducts(column(2)), ofProducts(column(3)),
            ofProducts(column(4)), ofProducts(column(5))
        )
        put(0, ofProducts((c.0.0, c.1.0, c.2.0, c.3.0, c.4.0, c.5.0)))
        put(1, ofProducts((c.0.1, c.1.1, c.2.1, c.3.1, c.4.1, c.5.1)))
        put(2, ofProducts((c.0.2, c.1.2, c.2.2, c.3.2, c.4.2, c.5.2)))
        put(3, ofProducts((c.0.3, c.1.3, c.2.3, c.3.3, c.4.3, c.5.3)))
    }

    /// A dy Aᵀ
    @inline(__always)
    static func ofSlopes(_ column: (Int) -> Four<Vector>, _ put: (Int, Six<Vector>) -> Void) {
        let c = (ofSlopes(column(0)), ofSlopes(column(1)), ofSlopes(column(2)), ofSlopes(column(3)))
        put(0, ofSlopes((c.0.0, c.1.0, c.2.0, c.3.0)))
        put(1, ofSlopes((c.0.1, c.1.1, c.2.1, c.3.1)))
        put(2, ofSlopes((c.0.2, c.1.2, c.2.2, c.3.2)))
        put(3, ofSlopes((c.0.3, c.1.3, c.2.3, c.3.3)))
        put(4, ofSlopes((c.0.4, c.1.4, c.2.4, c.3.4)))
        put(5, ofSlopes((c.0.5, c.1.5, c.2.5, c.3.5)))
    }

    /// Gᵀ f G
    @inline(__always)
    static func ofFactors(_ column: (Int) -> Six<Vector>, _ put: (Int, Three<Vector>) -> Void) {
        let c = (
            ofFactors(column(0)), ofFactors(column(1)), ofFactors(column(2)), ofFactors(column(3)),
            ofFactors(column(4)), ofFactors(column(5))
        )
        put(0, ofFactors((c.0.0, c.1.0, c.2.0, c.3.0, c.4.0, c.5.0)))
        put(1, ofFactors((c.0.1, c.1.1, c.2.1, c.3.1, c.4.1, c.5.1)))
        put(2, ofFactors((c.0.2, c.1.2, c.2.2, c.3.2, c.4.2, c.5.2)))
    }
}
