// Products, running products, and their gradients.
//
// Totals are kept in double. Its exponents reach ten times as far as those of float, so 10³⁰ · 10³⁰ · 10⁻³⁰ comes out
// as 10³⁰.

/// out[row] = Π x[row, r]; a product of nothing is 1.
///
/// - Parameters:
///   - out: room for `rows` floats.
///   - x: `rows * count` floats, contiguous.
public func productRows(out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, rows: Int, count: Int) {
    parallelFor(rows, grain: max(1, elementGrain / max(count, 1))) { range in
        for row in range {
            var total = 1.0
            for r in 0..<count { total *= Double(x[row * count + r]) }
            out[row] = Float(total)
        }
    }
}

/// out[o, r, i] = Π x[o, s, i] over s ≤ r
///
/// - Parameters:
///   - out: as many floats as `x` has.
///   - x: `outer * count * inner` floats, contiguous.
public func runningProduct(
    out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, outer: Int, count: Int, inner: Int
) {
    parallelFor(outer * inner, grain: max(1, elementGrain / max(count, 1))) { range in
        for column in range {
            let start = column / inner * count * inner + column % inner
            var total = 1.0
            for r in 0..<count {
                total *= Double(x[start + r * inner])
                out[start + r * inner] = Float(total)
            }
        }
    }
}

/// What a running product's gradient is for its factors: dx[r] = p[r - 1] g[r], where p are the products and g their
/// gradients, to which each later product adds: g[r] = dy[r] + x[r + 1] g[r + 1].
///
/// Nothing is divided by, so factors may be 0.
/// - Parameters:
///   - dx: as many floats as `x` has.
///   - dy: like `x`; or, if `ofLast`, [outer, inner], the gradients of the last products alone.
///   - x: `outer * count * inner` floats, contiguous.
public func runningProductBackward(
    _ dx: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, ofLast: Bool, _ x: UnsafePointer<Float>,
    outer: Int, count: Int, inner: Int
) {
    parallelFor(outer * inner, grain: max(1, elementGrain / max(count, 1))) { range in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { before in
            for column in range {
                let start = column / inner * count * inner + column % inner
                var product = 1.0
                for r in 0..<count {
                    before[r] = product
                    product *= Double(x[start + r * inner])
                }
                var g = ofLast ? Double(dy[column]) : 0
                for r in (0..<count).reversed() {
                    let place = start + r * inner
                    if !ofLast { g += Double(dy[place]) }
                    dx[place] = Float(before[r] * g)
                    g *= Double(x[place])
                }
            }
        }
    }
}
