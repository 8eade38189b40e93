// One channel of a batch norm: as many rows of neighbours as there are items.

extension BatchNormKernel {
    private var stride: Int { channels * inner }

    /// Mean and variance of a channel.
    func measure(_ channel: Int, _ x: UnsafePointer<Float>) {
        let x = x + channel * inner
        let moments = foldItems(Moments()) { items in
            Moments(x + items.lowerBound * stride, runs: items.count, length: inner, stride: stride)
        } _: {
            $0.add($1)
        }
        mean[channel] = Float(moments.mean)
        variance[channel] = Float(moments.variance)
    }

    func write(_ channel: Int, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        let scale = scale(channel)
        forEachRow(channel) { start in write(scale, y + start, x + start) }
    }

    /// All channels, in the order of memory.
    func writeAll(_ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        withUnsafeTemporaryAllocation(of: ChannelScale.self, capacity: channels) { scales in
            let scales = scales.baseAddress!
            for channel in 0..<channels { scales[channel] = scale(channel) }
            parallelFor(items * channels, grain: itemGrain) { rows in
                for row in rows { write(scales[row % channels], y + row * inner, x + row * inner) }
            }
        }
    }

    /// A row of `inner` numbers.
    @inline(__always)
    private func write(_ scale: ChannelScale, _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>) {
        if relu {
            for i in 0..<inner { y[i] = positive(scale(x[i])) }
        } else {
            for i in 0..<inner { y[i] = scale(x[i]) }
        }
    }

    /// Σ dy and Σ dy (x - mean) over a channel, dy where the relu lets it through.
    func sums(_ channel: Int, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>) -> ChannelSums {
        let scale = scale(channel)
        let (dy, x) = (dy + channel * inner, x + channel * inner)
        return foldItems(ChannelSums()) { items in
            let (dy, x) = (dy + items.lowerBound * stride, x + items.lowerBound * stride)
            if relu {
                return sums(items.count, dy, x, scale.mean, { $0.replacing(with: 0, where: .!(scale($1) .> 0)) }) {
                    scale($1) > 0 ? $0 : 0
                }
            }
            return sums(items.count, dy, x, scale.mean, { dy, _ in dy }) { dy, _ in dy }
        } _: {
            $0.dy += $1.dy
            $0.dyx += $1.dyx
        }
    }

    @inline(__always) private func sums(
        _ items: Int, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ mean: Float,
        _ vector: (_ dy: Vector, _ x: Vector) -> Vector, _ scalar: (_ dy: Float, _ x: Float) -> Float
    ) -> ChannelSums {
        var result = ChannelSums()
        forEachPiece(runs: items, length: inner) { items, part in
            var sums = LaneSums()
            for item in items {
                let (dy, x) = (dy + item * stride + part.lowerBound, x + item * stride + part.lowerBound)
                sums.add(part.count) { i in
                    let (x, gradient) = (load(x + i), vector(load(dy + i), load(x + i)))
                    return (gradient, gradient * (x - mean))
                } _: { i in
                    let gradient = scalar(dy[i], x[i])
                    return (gradient, gradient * (x[i] - mean))
                }
            }
            let (first, second) = sums.totals
            result.dy += first
            result.dyx += second
        }
        return result
    }

    /// dx = (dy - offset - (x - mean) · pull) · scale
    func write(
        _ channel: Int, _ slope: ChannelSlope, _ dx: UnsafeMutablePointer<Float>,
        _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>
    ) {
        let scale = scale(channel)
        forEachRow(channel) { start in
            let (dx, dy, x) = (dx + start, dy + start, x + start)
            if relu {
                for i in 0..<inner { dx[i] = slope(scale(x[i]) > 0 ? dy[i] : 0, x[i], scale) }
            } else {
                for i in 0..<inner { dx[i] = slope(dy[i], x[i], scale) }
            }
        }
    }

    /// Where the rows of a channel start; on all threads, unless the channels are shared out already.
    @inline(__always) private func forEachRow(_ channel: Int, _ body: (_ start: Int) -> Void) {
        parallelFor(items, grain: itemGrain) { items in
            for item in items { body(item * stride + channel * inner) }
        }
    }

    private var itemGrain: Int { max(1, elementGrain / max(inner, 1)) }

    /// Adds up what blocks of items give, in their order.
    @inline(__always) private func foldItems<Part: BitwiseCopyable>(
        _ zero: Part, _ part: (Range<Int>) -> Part, _ add: (inout Part, Part) -> Void
    ) -> Part {
        let grain = itemGrain
        let blocks = (items + grain - 1) / grain
        if blocks == 1 { return part(0..<items) }
        return withUnsafeTemporaryAllocation(of: Part.self, capacity: blocks) { parts in
            let parts = parts.baseAddress!
            parallelFor(items, grain: grain) { parts[$0.lowerBound / grain] = part($0) }
            return (0..<blocks).reduce(into: zero) { add(&$0, parts[$1]) }
        }
    }
}

/// A relu; NaN goes through.
@inline(__always) func positive(_ x: Float) -> Float { x < 0 ? 0 : x }
