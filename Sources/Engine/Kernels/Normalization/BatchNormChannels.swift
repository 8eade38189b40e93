// One channel of a batch norm: as many rows of neighbours as there are items.

extension BatchNormKernel {
    private var stride: Int { channels * inner }

    /// Mean and variance of a channel.
    func measure(_ channel: Int, _ x: UnsafePointer<Float>) {
        let x = x + channel * inner
        let near = roughMean(x)
        let sums = foldItems { items in
            PairSum(
                Distances(x: x + items.lowerBound * stride, near: near), rows: items.count, length: inner,
                stride: stride)
        }
        setMoments(channel, near: near, sums)
    }

    /// The mean of the first few items.
    private func roughMean(_ x: UnsafePointer<Float>) -> Float {
        var sum = LaneSum()
        let (rows, length) = (min(items, 1 + 1_000 / max(inner, 1)), min(inner, 4_096))
        for row in 0..<rows {
            let x = x + row * stride
            sum.add(length, { load(x + $0) }, { x[$0] })
        }
        return finite(Float(sum.total / Double(rows * length)))
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
            for i in 0..<inner { y[i] = activated(scale(x[i])) }
        } else {
            for i in 0..<inner { y[i] = scale(x[i]) }
        }
    }

    /// Σ dy and Σ dy (x - mean) over a channel, dy where the relu lets it through.
    func sums(_ channel: Int, _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>) -> PairSum {
        let scale = scale(channel)
        return foldItems { items in
            let start = items.lowerBound * stride + channel * inner
            let gradients = Gradients(dy: dy + start, x: x + start, scale: scale)
            return relu
                ? PairSum(
                    PositiveGradients(all: gradients, ceiling: ceiling), rows: items.count, length: inner,
                    stride: stride)
                : PairSum(gradients, rows: items.count, length: inner, stride: stride)
        }
    }

    /// dx = (dy - offset - (x - mean) · pull) · scale, or dy · scale without a slope: where mean and variance were
    /// given.
    func write(
        _ channel: Int, _ slope: ChannelSlope?, _ dx: UnsafeMutablePointer<Float>,
        _ dy: UnsafePointer<Float>, _ x: UnsafePointer<Float>
    ) {
        let scale = scale(channel)
        forEachRow(channel) { start in
            let (dx, dy, x) = (dx + start, dy + start, x + start)
            switch (slope, relu) {
            case (let slope?, true):
                for i in 0..<inner { dx[i] = slope(isFlat(scale(x[i])) ? 0 : dy[i], x[i], scale) }
            case (let slope?, false):
                for i in 0..<inner { dx[i] = slope(dy[i], x[i], scale) }
            case (nil, true):
                for i in 0..<inner { dx[i] = (isFlat(scale(x[i])) ? 0 : dy[i]) * scale.scale }
            case (nil, false):
                for i in 0..<inner { dx[i] = dy[i] * scale.scale }
            }
        }
    }

    /// Calls `body` with the start of each row of a channel; on all threads, unless each already has its own channels.
    @inline(__always) private func forEachRow(_ channel: Int, _ body: (_ start: Int) -> Void) {
        parallelFor(items, grain: itemGrain) { items in
            for item in items { body(item * stride + channel * inner) }
        }
    }

    private var itemGrain: Int { max(1, elementGrain / max(inner, 1)) }

    /// Adds up the sums of blocks of items, in their order.
    @inline(__always) private func foldItems(_ sums: (Range<Int>) -> PairSum) -> PairSum {
        let grain = itemGrain
        let blocks = (items + grain - 1) / grain
        if blocks <= 1 { return sums(0..<items) }
        return withUnsafeTemporaryAllocation(of: PairSum.self, capacity: blocks) { parts in
            let parts = parts.baseAddress!
            parallelFor(items, grain: grain) { parts[$0.lowerBound / grain] = sums($0) }
            return (0..<blocks).reduce(into: PairSum()) { $0 += parts[$1] }
        }
    }
}

/// The number, or 0 in place of NaN and infinity: what is subtracted from all numbers must not make them NaN.
@inline(__always) func finite(_ x: Float) -> Float { x.isFinite ? x : 0 }

/// A relu; NaN goes through.
@inline(__always) func positive(_ x: Float) -> Float { x < 0 ? 0 : x }

/// dy and dy (x - mean)
private struct Gradients: PairTerms {
    let dy, x: UnsafePointer<Float>
    let scale: ChannelScale

    @inline(__always) func vector(_ place: Int) -> (Vector, Vector) {
        let gradient = load(dy + place)
        return (gradient, gradient * (load(x + place) - scale.mean))
    }

    @inline(__always) func scalar(_ place: Int) -> (Float, Float) { (dy[place], dy[place] * (x[place] - scale.mean)) }
}

/// The same, but 0 where y is not positive, or at its ceiling.
private struct PositiveGradients: PairTerms {
    let all: Gradients
    let ceiling: Float

    @inline(__always) func vector(_ place: Int) -> (Vector, Vector) {
        let x = load(all.x + place)
        let y = all.scale(x)
        let gradient = load(all.dy + place).replacing(with: 0, where: y .<= 0 .| y .>= ceiling)
        return (gradient, gradient * (x - all.scale.mean))
    }

    @inline(__always) func scalar(_ place: Int) -> (Float, Float) {
        let y = all.scale(all.x[place])
        let gradient = y <= 0 || y >= ceiling ? 0 : all.dy[place]
        return (gradient, gradient * (all.x[place] - all.scale.mean))
    }
}
