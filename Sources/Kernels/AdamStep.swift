// Adam and its relatives keep two running averages of each number's gradient: of the gradient itself (m)
// and of its square (s). They differ in the few numbers that are computed once a parameter.

/// A parameter of Adam, RAdam or LAMB.
public struct AdamTarget: StepTarget {
    public let value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>
    public let average: UnsafeMutablePointer<Float>, square: UnsafeMutablePointer<Float>
    public let count: Int
    /// What the averages keep of what they were.
    let momentum, squareMomentum: Float
    /// Learning rate, with the correction of the average in it.
    let rate: Float
    /// The denominator is √s · rootScale + epsilon.
    let rootScale, epsilon: Float
    /// How much of a number is added to its gradient, and what it is multiplied by before the step.
    let penalty, shrinkage: Float

    public init(
        _ value: UnsafeMutablePointer<Float>, _ grad: UnsafePointer<Float>, average: UnsafeMutablePointer<Float>,
        square: UnsafeMutablePointer<Float>, count: Int, momentum: Float, squareMomentum: Float, rate: Float,
        rootScale: Float, epsilon: Float, penalty: Float, shrinkage: Float
    ) {
        (self.value, self.grad, self.average, self.square) = (value, grad, average, square)
        (self.count, self.momentum, self.squareMomentum, self.rate) = (count, momentum, squareMomentum, rate)
        (self.rootScale, self.epsilon, self.penalty, self.shrinkage) = (rootScale, epsilon, penalty, shrinkage)
    }
}

/// m = β₁ m + (1 - β₁) g,   s = β₂ s + (1 - β₂) g²,   p -= rate · m / (√s · rootScale + ε)
public func adamStep(_ targets: [AdamTarget]) {
    forEachPiece(of: targets) { target, range in
        let (p, g, m, s) = (target.value, target.grad, target.average, target.square)
        let (kept, new) = (target.momentum, 1 - target.momentum)
        let (squareKept, squareNew) = (target.squareMomentum, 1 - target.squareMomentum)
        let (rate, rootScale, epsilon) = (target.rate, target.rootScale, target.epsilon)
        let (penalty, shrinkage) = (target.penalty, target.shrinkage)
        for i in range {
            let slope = g[i] + penalty * p[i]
            let average = kept * m[i] + new * slope
            let square = squareKept * s[i] + squareNew * (slope * slope)
            m[i] = average
            s[i] = square
            p[i] = p[i] * shrinkage - rate * average / (square.squareRoot() * rootScale + epsilon)
        }
    }
}

// MARK: LAMB

/// Adam's direction u = m / correction / (√s · rootScale + ε) + decay · p, as long as trust · rate says:
///
///     p -= rate · |p| / |u| · u,   the quotient at most `limit`, and 1 where one of them is 0
///
/// - Parameters:
///   - corrections: for each target, 1 - β₁ᵗ.
///   - decay: for each target, its weight decay.
public func lambStep(_ targets: [AdamTarget], corrections: [Float], decay: [Float], limit: Float) {
    forEachPiece(of: targets) { target, range in
        let (g, m, s) = (target.grad, target.average, target.square)
        let (kept, new) = (target.momentum, 1 - target.momentum)
        let (squareKept, squareNew) = (target.squareMomentum, 1 - target.squareMomentum)
        for i in range {
            m[i] = kept * m[i] + new * g[i]
            s[i] = squareKept * s[i] + squareNew * (g[i] * g[i])
        }
    }
    for (k, target) in targets.enumerated() {
        let (p, m, s) = (target.value, target.average, target.square)
        let (rootScale, epsilon, inverse, decay) = (target.rootScale, target.epsilon, 1 / corrections[k], decay[k])
        let direction: (Int) -> Float = { i in
            m[i] * inverse / (s[i].squareRoot() * rootScale + epsilon) + decay * p[i]
        }
        let length = sumOfSquares(target.count) { p[$0] }.squareRoot()
        let wanted = sumOfSquares(target.count, direction).squareRoot()
        let trust = length > 0 && wanted > 0 ? min(Float(length / wanted), limit) : 1
        let rate = target.rate * trust
        parallelFor(target.count, grain: elementGrain) { range in
            for i in range { p[i] -= rate * direction(i) }
        }
    }
}

// MARK: Sums of squares

/// Σ x²
public func sumOfSquares(_ x: UnsafePointer<Float>, count: Int) -> Double { sumOfSquares(count) { x[$0] } }

/// Σ x(i)² over 0 ..< count, with the same bits on any number of threads.
@inline(__always)
private func sumOfSquares(_ count: Int, _ x: (Int) -> Float) -> Double {
    let blocks = max(1, (count + elementGrain - 1) / elementGrain)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: blocks) { totals in
        let totals = totals.baseAddress!
        parallelFor(blocks) { range in
            for block in range {
                totals[block] = sumOfSquares(block * elementGrain..<min((block + 1) * elementGrain, count), x)
            }
        }
        var total = 0.0
        for block in 0..<blocks { total += totals[block] }
        return total
    }
}

@inline(__always)
private func sumOfSquares(_ range: Range<Int>, _ x: (Int) -> Float) -> Double {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 1_024) { piece in
        let piece = piece.baseAddress!
        var total = 0.0
        for start in stride(from: range.lowerBound, to: range.upperBound, by: 1_024) {
            let n = min(1_024, range.upperBound - start)
            for i in 0..<n { piece[i] = x(start + i) * x(start + i) }
            total += sumPiece(piece, n)
        }
        return total
    }
}
