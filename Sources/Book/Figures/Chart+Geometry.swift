// From numbers to places: every mark as lines, dots and boxes in a square from 0 to 1.

extension Series {
    var barWidth: Double {
        if case .bars(let width, _) = shape { width } else { 0 }
    }

    /// The places of the points; nil where a number cannot be drawn.
    func spots(_ x: Axis, _ y: Axis) -> [Spot?] {
        zip(xs, ys).map { px, py in
            x.scale.canShow(px) && y.scale.canShow(py) ? Spot(x: x.position(px), y: y.position(py)) : nil
        }
    }

    /// The connected pieces of the line that lie inside the plot.
    func paths(_ x: Axis, _ y: Axis) -> [[Spot]] {
        var paths: [[Spot]] = []
        let spots = spots(x, y)
        for (from, to) in zip(spots, spots.dropFirst()) {
            guard let from, let to, let piece = clipped(from, to) else { continue }
            if let last = paths.last?.last, last == piece.0 {
                paths[paths.count - 1].append(piece.1)
            } else {
                paths.append([piece.0, piece.1])
            }
        }
        return paths + lonely(spots)
    }

    /// A number with gaps on both sides has no line to it: it becomes a dot, a line of length zero.
    private func lonely(_ spots: [Spot?]) -> [[Spot]] {
        spots.indices.compactMap { i in
            let isAlone = (i == 0 || spots[i - 1] == nil) && (i + 1 == spots.count || spots[i + 1] == nil)
            guard isAlone, let spot = spots[i], clipped(spot, spot) != nil else { return nil }
            return [spot, spot]
        }
    }

    /// The points that lie inside the plot.
    func dots(_ x: Axis, _ y: Axis) -> [Spot] {
        let inside = -1e-9...1 + 1e-9
        return spots(x, y).compactMap { $0 }.filter { inside.contains($0.x) && inside.contains($0.y) }
    }

    /// The rule from edge to edge, or nil when it lies outside.
    func rule(_ x: Axis, _ y: Axis) -> (Spot, Spot)? {
        let isVertical = shape == .verticalRule
        guard let value = isVertical ? xs.first : ys.first else { return nil }
        let axis = isVertical ? x : y
        guard axis.scale.canShow(value), axis.limits.contains(value) else { return nil }
        let at = axis.position(value)
        return isVertical ? (Spot(x: at, y: 0), Spot(x: at, y: 1)) : (Spot(x: 0, y: at), Spot(x: 1, y: at))
    }
}

extension Chart {
    /// The bars of series `index` as boxes (two opposite corners), cut at the edges of the plot.
    func boxes(_ index: Int, _ x: Axis, _ y: Axis) -> [(low: Spot, high: Spot)] {
        let one = series[index]
        guard case .bars(var width, let grouped) = one.shape else { return [] }
        var shift = 0.0
        if grouped {
            let group = series.indices.filter { series[$0].barWidth > 0 && !series[$0].categories.isEmpty }
            width /= Double(group.count)
            shift = (Double(group.firstIndex(of: index) ?? 0) - Double(group.count - 1) / 2) * width
        }
        let ground = y.scale == .linear ? y.position(0) : 0
        return zip(one.xs, one.ys).compactMap { centre, height in
            guard x.scale.canShow(centre), y.scale.canShow(height) else { return nil }
            let xs = [centre + shift - width / 2, centre + shift + width / 2].map { unit(x.position($0)) }
            let ys = [unit(ground), unit(y.position(height))].sorted()
            guard xs[0] < xs[1], ys[0] < ys[1] else { return nil }
            return (Spot(x: xs[0], y: ys[0]), Spot(x: xs[1], y: ys[1]))
        }
    }
}

private func unit(_ value: Double) -> Double { min(1, max(0, value)) }

/// The part of a straight line that lies in the unit square (Liang and Barsky 1984): each edge
/// in turn moves the start later or the end earlier.
func clipped(_ from: Spot, _ to: Spot) -> (Spot, Spot)? {
    let dx = to.x - from.x
    let dy = to.y - from.y
    var start = 0.0
    var end = 1.0
    for (speed, distance) in [(-dx, from.x), (dx, 1 - from.x), (-dy, from.y), (dy, 1 - from.y)] {
        if speed == 0 {
            if distance < 0 { return nil }
        } else if speed < 0 {
            start = max(start, distance / speed)
        } else {
            end = min(end, distance / speed)
        }
    }
    guard start <= end else { return nil }
    func at(_ t: Double) -> Spot {
        t == 0 ? from : t == 1 ? to : Spot(x: from.x + t * dx, y: from.y + t * dy)
    }
    return (at(start), at(end))
}
