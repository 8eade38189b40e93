// LAMB: Adam's direction, with a length that depends on the whole parameter. So the step goes over the
// numbers three times: averages, lengths, values.

/// u = m / correction / (√s · rootScale + ε) + decay · p, Adam's direction, with a step scaled by the trust ratio:
///
///     p -= rate · |p| / |u| · u,   the quotient at most `limit`, and 1 where one of them is 0
///
/// - Parameters:
///   - corrections: for each target, 1 - β₁ᵗ.
///   - decay: for each target, its weight decay.
public func lambStep(_ targets: [AdamTarget], corrections: [Float], decay: [Float], limit: Float) {
    updateAverages(targets)
    for (k, target) in targets.enumerated() {
        let direction = Direction(target, scale: 1 / corrections[k], decay: decay[k])
        let length = sumOfSquares(target.value, count: target.count).squareRoot()
        let wanted = direction.sumOfSquares().squareRoot()
        let trust = length > 0 && wanted > 0 ? min(Float(length / wanted), limit) : 1
        direction.follow(target.rate * trust)
    }
}

/// m = β₁ m + (1 - β₁) g,   s = β₂ s + (1 - β₂) g²
private func updateAverages(_ targets: [AdamTarget]) {
    forEachPiece(of: targets) { target, range in
        let (g, m, s) = (target.grad, target.average, target.square)
        let (kept, new) = (target.momentum, 1 - target.momentum)
        let (squareKept, squareNew) = (target.squareMomentum, 1 - target.squareMomentum)
        for i in range {
            let slope = g[i]
            m[i] = kept * m[i] + new * slope
            s[i] = squareKept * s[i] + squareNew * (slope * slope)
        }
    }
}

/// u of one parameter.
private struct Direction {
    let p: UnsafeMutablePointer<Float>, m: UnsafeMutablePointer<Float>, s: UnsafeMutablePointer<Float>
    let count: Int
    let scale, rootScale, epsilon, decay: Float

    init(_ target: AdamTarget, scale: Float, decay: Float) {
        (p, m, s, count) = (target.value, target.average, target.square, target.count)
        (self.scale, rootScale, epsilon, self.decay) = (scale, target.rootScale, target.epsilon, decay)
    }

    /// Σ u²
    func sumOfSquares() -> Double {
        totalOfPieces(count) { out, start, n in
            let (p, m, s) = (p + start, m + start, s + start)
            let (scale, rootScale, epsilon, decay) = (scale, rootScale, epsilon, decay)
            for i in 0..<n {
                let u = m[i] * scale / (s[i].squareRoot() * rootScale + epsilon) + decay * p[i]
                out[i] = u * u
            }
        }
    }

    /// p -= rate · u
    func follow(_ rate: Float) {
        let (p, m, s) = (p, m, s)
        let (scale, rootScale, epsilon, decay) = (scale, rootScale, epsilon, decay)
        parallelFor(count, grain: elementGrain) { range in
            for i in range {
                let value = p[i]
                p[i] = value - rate * (m[i] * scale / (s[i].squareRoot() * rootScale + epsilon) + decay * value)
            }
        }
    }
}

/// Σ x²
public func sumOfSquares(_ x: UnsafePointer<Float>, count: Int) -> Double {
    totalOfPieces(count) { out, start, n in
        let x = x + start
        for i in 0..<n { out[i] = x[i] * x[i] }
    }
}

/// The sum of `count` numbers that `fill` makes a thousand at a time, the same bits on any number of threads.
///
/// - Parameter fill: writes the numbers from `start` on, `n` of them, to `out`.
@inline(__always)
private func totalOfPieces(
    _ count: Int, _ fill: (_ out: UnsafeMutablePointer<Float>, _ start: Int, _ n: Int) -> Void
) -> Double {
    let blocks = max(1, (count + elementGrain - 1) / elementGrain)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: blocks) { totals in
        let totals = totals.baseAddress!
        parallelFor(blocks) { range in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: pieceLength) { piece in
                let piece = piece.baseAddress!
                for block in range {
                    let end = min((block + 1) * elementGrain, count)
                    var total = 0.0
                    for start in stride(from: block * elementGrain, to: end, by: pieceLength) {
                        let n = min(pieceLength, end - start)
                        fill(piece, start, n)
                        total += sumPiece(piece, n)
                    }
                    totals[block] = total
                }
            }
        }
        var total = 0.0
        for block in 0..<blocks { total += totals[block] }
        return total
    }
}
