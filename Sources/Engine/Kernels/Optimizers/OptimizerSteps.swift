// One step of an optimizer over all its parameters: every number is read once and written once.
//
// The parameters are treated as one long line of numbers, which is cut into blocks for the threads. So a
// large parameter is shared among the threads, and many small ones cost no more than a large one.

/// A parameter that takes part in a step.
public protocol StepTarget {
    /// How many numbers it has.
    var count: Int { get }
}

/// Calls `body` with pieces of the targets that together cover them all, on all threads.
@inline(__always)
func forEachPiece<Target: StepTarget>(of targets: [Target], _ body: (Target, Range<Int>) -> Void) {
    targets.withUnsafeBufferPointer { targets in
        var total = 0
        for target in targets { total += target.count }
        parallelFor(total, grain: elementGrain) { block in
            var start = 0
            for target in targets where start < block.upperBound {
                let (first, end) = (max(block.lowerBound - start, 0), min(block.upperBound - start, target.count))
                if first < end { body(target, first..<end) }
                start += target.count
            }
        }
    }
}

// MARK: Gradient descent

/// Gradient descent, with a velocity v if there is momentum.
public struct DescentTarget: StepTarget {
    public let value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>
    public let velocity: UnsafeMutablePointer<Float>?
    public let count: Int
    let rate, momentum, gradientShare, penalty, shrinkage: Float
    let nesterov: Bool

    /// - Parameters:
    ///   - gradientShare: how much of a gradient goes into the velocity.
    ///   - penalty: how much of a number is added to its gradient.
    ///   - shrinkage: what a number is multiplied by before the step.
    public init(
        _ value: UnsafeMutablePointer<Float>, _ grad: UnsafePointer<Float>, velocity: UnsafeMutablePointer<Float>?,
        count: Int, rate: Float, momentum: Float, gradientShare: Float, nesterov: Bool, penalty: Float, shrinkage: Float
    ) {
        (self.value, self.grad, self.velocity, self.count) = (value, grad, velocity, count)
        (self.rate, self.momentum, self.gradientShare, self.nesterov) = (rate, momentum, gradientShare, nesterov)
        (self.penalty, self.shrinkage) = (penalty, shrinkage)
    }
}

/// v = momentum · v + gradientShare · g,   p -= rate · v, or with Nesterov   p -= rate · (g + momentum · v)
public func descentStep(_ targets: [DescentTarget]) {
    forEachPiece(of: targets) { target, range in
        let (p, g) = (target.value, target.grad)
        let (rate, momentum, penalty, shrinkage) = (target.rate, target.momentum, target.penalty, target.shrinkage)
        let gradientShare = target.gradientShare
        guard let v = target.velocity else {
            for i in range { p[i] = p[i] * shrinkage - rate * (g[i] + penalty * p[i]) }
            return
        }
        // How much of the gradient and of the velocity goes into the step.
        let (ofGradient, ofVelocity): (Float, Float) = target.nesterov ? (1, momentum) : (0, 1)
        for i in range {
            let slope = g[i] + penalty * p[i]
            let speed = momentum * v[i] + gradientShare * slope
            v[i] = speed
            p[i] = p[i] * shrinkage - rate * (ofGradient * slope + ofVelocity * speed)
        }
    }
}

// MARK: RMSProp

/// RMSProp, with a velocity if there is momentum.
public struct RMSPropTarget: StepTarget {
    public let value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>
    public let square: UnsafeMutablePointer<Float>, velocity: UnsafeMutablePointer<Float>?
    public let count: Int
    let rate, momentum, squareMomentum, epsilon, penalty, shrinkage: Float

    public init(
        _ value: UnsafeMutablePointer<Float>, _ grad: UnsafePointer<Float>, square: UnsafeMutablePointer<Float>,
        velocity: UnsafeMutablePointer<Float>?, count: Int, rate: Float, momentum: Float, squareMomentum: Float,
        epsilon: Float, penalty: Float, shrinkage: Float
    ) {
        (self.value, self.grad, self.square, self.velocity) = (value, grad, square, velocity)
        (self.count, self.rate, self.momentum) = (count, rate, momentum)
        (self.squareMomentum, self.epsilon, self.penalty, self.shrinkage) = (
            squareMomentum, epsilon, penalty, shrinkage
        )
    }
}

/// s = α · s + (1 - α) · g²,   v = momentum · v + g / (√s + ε),   p -= rate · v
public func rmsPropStep(_ targets: [RMSPropTarget]) {
    forEachPiece(of: targets) { target, range in
        let (p, g, s) = (target.value, target.grad, target.square)
        let (rate, penalty, shrinkage) = (target.rate, target.penalty, target.shrinkage)
        let (kept, new, epsilon) = (target.squareMomentum, 1 - target.squareMomentum, target.epsilon)
        guard let v = target.velocity else {
            for i in range {
                let slope = g[i] + penalty * p[i]
                let square = kept * s[i] + new * (slope * slope)
                s[i] = square
                p[i] = p[i] * shrinkage - rate * (slope / (square.squareRoot() + epsilon))
            }
            return
        }
        for i in range {
            let slope = g[i] + penalty * p[i]
            let square = kept * s[i] + new * (slope * slope)
            let speed = target.momentum * v[i] + slope / (square.squareRoot() + epsilon)
            s[i] = square
            v[i] = speed
            p[i] = p[i] * shrinkage - rate * speed
        }
    }
}
