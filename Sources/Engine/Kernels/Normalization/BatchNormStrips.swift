// A batch norm whose channels are one or a few numbers wide, as after a linear layer or at the end of
// a convolutional net: rows of many channels are processed together, in strips of at least a
// hundred columns. Every column has its channel's numbers beside it, so that the loops are long.

extension BatchNormKernel {
    /// Neighbouring channels, processed together.
    struct Strip {
        let channels: Range<Int>
        /// Numbers side by side in a row.
        let width: Int
        /// Where the strip begins in a row.
        let start: Int
    }

    func forEachStrip(_ body: (Strip) -> Void) {
        let columns = max(128, elementGrain / 4 / max(items, 1))
        parallelFor(channels, grain: max(1, columns / max(inner, 1))) { range in
            body(Strip(channels: range, width: range.count * inner, start: range.lowerBound * inner))
        }
    }

    func forward(_ strip: Strip, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ measuring: Bool) {
        if measuring { measure(strip, x) }
        withScales(strip) { mean, scale, beta in
            for item in 0..<items {
                let (y, x) = (y + row(item, strip), x + row(item, strip))
                if relu {
                    for i in 0..<strip.width { y[i] = activated((x[i] - mean[i]) * scale[i] + beta[i]) }
                } else {
                    for i in 0..<strip.width { y[i] = (x[i] - mean[i]) * scale[i] + beta[i] }
                }
            }
        }
    }

    func measure(_ strip: Strip, _ x: UnsafePointer<Float>) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: strip.width) { near in
            let near = near.baseAddress!
            let few = min(items, 32)
            forEachChannelSum(strip, items: few, { x[$0 + $1] }) { channel, sum in
                mean[channel] = finite(Float(sum / Double(few * inner)))
                fill(near, channel, strip, mean[channel])
            }
            forEachChannelSum(strip, { x[$0 + $1] - near[$1] }) { channel, sum in variance[channel] = Float(sum) }
            forEachChannelSum(strip) { row, i in
                let distance = x[row + i] - near[i]
                return distance * distance
            } _: { channel, sum in
                setMoments(channel, near: mean[channel], PairSum(first: Double(variance[channel]), second: sum))
            }
        }
    }

    func backward(
        _ strip: Strip, _ dx: UnsafeMutablePointer<Float>?, _ dGamma: UnsafeMutablePointer<Float>,
        _ dBeta: UnsafeMutablePointer<Float>, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ measured: Bool
    ) {
        withScales(strip) { mean, scale, beta in
            if relu {
                backward(strip, dx, dGamma, dBeta, x, mean, scale, measured) { row, i in
                    isFlat((x[row + i] - mean[i]) * scale[i] + beta[i]) ? 0 : dy[row + i]
                }
            } else {
                backward(strip, dx, dGamma, dBeta, x, mean, scale, measured) { row, i in dy[row + i] }
            }
        }
    }

    /// - Parameter dy: the gradient, through the relu, of column i of the row that starts at `row`.
    @inline(__always) private func backward(
        _ strip: Strip, _ dx: UnsafeMutablePointer<Float>?, _ dGamma: UnsafeMutablePointer<Float>,
        _ dBeta: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>,
        _ mean: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, _ measured: Bool,
        _ dy: (_ row: Int, _ i: Int) -> Float
    ) {
        forEachChannelSum(strip, dy) { channel, sum in dBeta[channel] = Float(sum) }
        forEachChannelSum(strip, { dy($0, $1) * (x[$0 + $1] - mean[$1]) }) { channel, sum in
            dGamma[channel] = Float(sum * inverseDeviation(channel))
        }
        guard let dx else { return }
        guard measured else {
            for item in 0..<items {
                let row = row(item, strip)
                for i in 0..<strip.width { dx[row + i] = dy(row, i) * scale[i] }
            }
            return
        }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * strip.width) { slopes in
            let (offset, pull) = (slopes.baseAddress!, slopes.baseAddress! + strip.width)
            for channel in strip.channels {
                let n = Float(items * inner)
                fill(offset, channel, strip, dBeta[channel] / n)
                fill(pull, channel, strip, dGamma[channel] / n * Float(inverseDeviation(channel)))
            }
            for item in 0..<items {
                let row = row(item, strip)
                for i in 0..<strip.width {
                    dx[row + i] = (dy(row, i) - offset[i] - (x[row + i] - mean[i]) * pull[i]) * scale[i]
                }
            }
        }
    }
}

extension BatchNormKernel {
    private func row(_ item: Int, _ strip: Strip) -> Int { item * channels * inner + strip.start }

    /// The same number in all columns of a channel.
    private func fill(_ columns: UnsafeMutablePointer<Float>, _ channel: Int, _ strip: Strip, _ value: Float) {
        let first = (channel - strip.channels.lowerBound) * inner
        for i in first..<first + inner { columns[i] = value }
    }

    private func withScales(
        _ strip: Strip,
        _ body: (_ mean: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, _ beta: UnsafePointer<Float>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * strip.width) { columns in
            let mean = columns.baseAddress!
            let (scale, beta) = (mean + strip.width, mean + 2 * strip.width)
            for channel in strip.channels {
                let of = self.scale(channel)
                fill(mean, channel, strip, of.mean)
                fill(scale, channel, strip, of.scale)
                fill(beta, channel, strip, of.beta)
            }
            body(mean, scale, beta)
        }
    }

    /// Sums over each channel: up to 32 terms of a column are added in float, the rest in double.
    @inline(__always) private func forEachChannelSum(
        _ strip: Strip, items count: Int? = nil, _ term: (_ row: Int, _ i: Int) -> Float,
        _ body: (_ channel: Int, _ sum: Double) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: strip.width) { part in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: strip.width) { total in
                let (part, total) = (part.baseAddress!, total.baseAddress!)
                for i in 0..<strip.width { total[i] = 0 }
                for block in stride(from: 0, to: count ?? items, by: 32) {
                    for i in 0..<strip.width { part[i] = 0 }
                    for item in block..<min(block + 32, count ?? items) {
                        let row = row(item, strip)
                        for i in 0..<strip.width { part[i] += term(row, i) }
                    }
                    for i in 0..<strip.width { total[i] += Double(part[i]) }
                }
                for (place, channel) in strip.channels.enumerated() {
                    body(channel, (0..<inner).reduce(0) { $0 + total[place * inner + $1] })
                }
            }
        }
    }
}
