// Adam and its relatives keep two running averages of each number's gradient: of the gradient itself (m)
// and of its square (s). They differ in the few numbers that are computed once per parameter.

/// A parameter of Adam, RAdam or LAMB.
public struct AdamTarget: StepTarget {
    public let value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>
    public let average: UnsafeMutablePointer<Float>, square: UnsafeMutablePointer<Float>
    /// The largest value that s has had, for AMSGrad; else nil.
    public let largestSquare: UnsafeMutablePointer<Float>?
    public let count: Int
    /// How much of their old value the averages keep.
    let momentum, squareMomentum: Float
    /// Learning rate, including the average's correction.
    let rate: Float
    /// The denominator is √s · rootScale + epsilon.
    let rootScale, epsilon: Float
    /// How much of a number is added to its gradient, and what it is multiplied by before the step.
    let penalty, shrinkage: Float

    public init(
        _ value: UnsafeMutablePointer<Float>, _ grad: UnsafePointer<Float>, average: UnsafeMutablePointer<Float>,
        square: UnsafeMutablePointer<Float>, largestSquare: UnsafeMutablePointer<Float>?, count: Int, momentum: Float,
        squareMomentum: Float, rate: Float, rootScale: Float, epsilon: Float, penalty: Float, shrinkage: Float
    ) {
        (self.value, self.grad, self.average, self.square) = (value, grad, average, square)
        self.largestSquare = largestSquare
        (self.count, self.momentum, self.squareMomentum, self.rate) = (count, momentum, squareMomentum, rate)
        (self.rootScale, self.epsilon, self.penalty, self.shrinkage) = (rootScale, epsilon, penalty, shrinkage)
    }
}

/// m = β₁ m + (1 - β₁) g,   s = β₂ s + (1 - β₂) g²,   p -= rate · m / (√s · rootScale + ε)
///
/// For AMSGrad, the largest s so far takes the place of s in the last formula.
public func adamStep(_ targets: [AdamTarget]) {
    forEachPiece(of: targets) { target, range in
        guard let largest = target.largestSquare else { return adamStep(target, range) { $1 } }
        adamStep(target, range) { i, square in
            let top = square > largest[i] || square != square ? square : largest[i]  // NaN passes through
            largest[i] = top
            return top
        }
    }
}

/// A piece of a parameter; `divisor` turns s of number i into what the step is divided by the root of.
@inline(__always)
private func adamStep(_ target: AdamTarget, _ range: Range<Int>, divisor: (_ i: Int, _ square: Float) -> Float) {
    let (p, g, m, s) = (target.value, target.grad, target.average, target.square)
    let (kept, new) = (target.momentum, 1 - target.momentum)
    let (squareKept, squareNew) = (target.squareMomentum, 1 - target.squareMomentum)
    let (rate, rootScale, epsilon) = (target.rate, target.rootScale, target.epsilon)
    let (penalty, shrinkage) = (target.penalty, target.shrinkage)
    for i in range {
        let value = p[i]
        let slope = g[i] + penalty * value
        let average = kept * m[i] + new * slope
        let square = squareKept * s[i] + squareNew * (slope * slope)
        m[i] = average
        s[i] = square
        p[i] = value * shrinkage - rate * average / (divisor(i, square).squareRoot() * rootScale + epsilon)
    }
}
