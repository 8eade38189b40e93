// Batch norm: every channel gets mean 0 and variance 1, then a scale and a shift of its own.
//
// Each channel is finished while its numbers are in the cache: measured, then written. A relu after
// it costs nothing: y is written once. The backward pass needs only the sign of y, and computes it
// again from x.

/// x [items, channels, inner], contiguous, and the numbers that belong to each channel.
public struct BatchNormKernel: @unchecked Sendable {
    public let items, channels, inner: Int
    /// [channels]; nil for 1
    let gamma: UnsafePointer<Float>?
    /// [channels]; nil for 0
    let beta: UnsafePointer<Float>?
    /// [channels] each, measured or given
    let mean, variance: UnsafeMutablePointer<Float>
    let epsilon: Float
    /// True if a relu follows.
    let relu: Bool
    /// What the relu's results are at most: 6 for a relu6.
    let ceiling: Float

    public init(
        items: Int, channels: Int, inner: Int, gamma: UnsafePointer<Float>?, beta: UnsafePointer<Float>?,
        mean: UnsafeMutablePointer<Float>, variance: UnsafeMutablePointer<Float>, epsilon: Float, relu: Bool,
        ceiling: Float = .infinity
    ) {
        (self.items, self.channels, self.inner) = (items, channels, inner)
        (self.gamma, self.beta, self.mean, self.variance) = (gamma, beta, mean, variance)
        (self.epsilon, self.relu, self.ceiling) = (epsilon, relu, ceiling)
    }

    /// Mean and (biased) variance of every channel; both are written.
    public func measure(_ x: UnsafePointer<Float>) {
        if isNarrow {
            forEachStrip { strip in measure(strip, x) }
        } else {
            forEachChannel { channel in measure(channel, x) }
        }
    }

    /// y = (x - mean) · scale + beta, then relu if asked for.
    ///
    /// - Parameter measuring: true to measure mean and (biased) variance first; they are written.
    public func forward(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, measuring: Bool) {
        if isNarrow {
            forEachStrip { strip in forward(strip, y, x, measuring) }
        } else if measuring {
            forEachChannel { channel in
                measure(channel, x)
                write(channel, y, x)
            }
        } else {
            writeAll(y, x)
        }
    }

    /// The gradients of all operands. Σ is over a channel, n its size, x̂ = (x - mean) / √(variance + ε):
    ///
    ///     dγ = Σ dy x̂      dβ = Σ dy      dx = scale · (dy - dβ / n - x̂ dγ / n)
    ///
    /// - Parameters:
    ///   - dx: nil if it is not needed.
    ///   - measured: false if mean and variance were given: then dx = scale · dy.
    public func backward(
        _ dx: UnsafeMutablePointer<Float>?, _ dGamma: UnsafeMutablePointer<Float>,
        _ dBeta: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, measured: Bool
    ) {
        if isNarrow {
            forEachStrip { strip in backward(strip, dx, dGamma, dBeta, dy, x, measured) }
        } else {
            forEachChannel { channel in
                let sums = sums(channel, dy, x)
                (dGamma[channel], dBeta[channel]) = (Float(sums.second * inverseDeviation(channel)), Float(sums.first))
                if let dx { write(channel, measured ? slope(channel, sums) : nil, dx, dy, x) }
            }
        }
    }
}

extension BatchNormKernel {
    /// The relu; NaN goes through.
    @inline(__always) func activated(_ y: Float) -> Float {
        let y = positive(y)
        return y > ceiling ? ceiling : y
    }

    /// Whether the relu lets no gradient through.
    @inline(__always) func isFlat(_ y: Float) -> Bool { y <= 0 || y >= ceiling }
}

/// What a channel does to a number: y = (x - mean) · scale + beta
struct ChannelScale {
    let mean, scale, beta: Float

    @inline(__always) func callAsFunction(_ x: Float) -> Float { (x - mean) * scale + beta }
    @inline(__always) func callAsFunction(_ x: Vector) -> Vector { (x - mean) * scale + beta }
}

/// What a channel does to a gradient: dx = (dy - offset - (x - mean) · pull) · scale
struct ChannelSlope {
    let offset, pull: Float

    @inline(__always) func callAsFunction(_ dy: Float, _ x: Float, _ to: ChannelScale) -> Float {
        (dy - offset - (x - to.mean) * pull) * to.scale
    }
}

extension BatchNormKernel {
    /// Mean and variance from Σ (x - near) and Σ (x - near)². The textbook's Σ x and Σ x² cancel each other
    /// where the mean is large; with a number near the mean subtracted first, nothing cancels.
    func setMoments(_ channel: Int, near: Float, _ sums: PairSum) {
        let n = Double(items * inner)
        let off = sums.first / n
        mean[channel] = Float(Double(near) + off)
        variance[channel] = Float(sums.second / n - off * off)
    }

    func inverseDeviation(_ channel: Int) -> Double {
        1 / (Double(variance[channel]) + Double(epsilon)).squareRoot()
    }

    func scale(_ channel: Int) -> ChannelScale {
        ChannelScale(
            mean: mean[channel], scale: Float(Double(gamma?[channel] ?? 1) * inverseDeviation(channel)),
            beta: beta?[channel] ?? 0)
    }

    func slope(_ channel: Int, _ sums: PairSum) -> ChannelSlope {
        let n = Double(items * inner)
        let deviation = inverseDeviation(channel)
        return ChannelSlope(offset: Float(sums.first / n), pull: Float(sums.second / n * deviation * deviation))
    }

    /// Too few neighbours to make a long loop: several channels are then processed together.
    private var isNarrow: Bool { inner < 32 }

    /// A few large channels are taken one after the other, each shared by the threads item by item (see `foldItems`).
    private func forEachChannel(_ body: (Int) -> Void) {
        if channels < 8 && items * inner > elementGrain { return (0..<channels).forEach(body) }
        parallelFor(channels, grain: max(1, elementGrain / 4 / max(items * inner, 1))) { $0.forEach(body) }
    }
}
