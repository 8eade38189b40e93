// Running totals: every element becomes the sum of itself and all before it.

/// out[o, r, i] = Σ x[o, s, i] over s ≤ r, or over s ≥ r if `backwards`
///
/// - Parameters:
///   - out: as many floats as `x` has.
///   - x: `outer * count * inner` floats, contiguous.
public func runningSum(
    out: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
    outer: Int, count: Int, inner: Int, backwards: Bool
) {
    parallelFor(outer * inner, grain: max(1, elementGrain / max(count, 1))) { range in
        for column in range {
            let start = column / inner * count * inner + column % inner
            var total = 0.0  // in double: the last total is a sum of all
            for r in 0..<count {
                let place = start + (backwards ? count - 1 - r : r) * inner
                total += Double(x[place])
                out[place] = Float(total)
            }
        }
    }
}
