// What the learning-rate finder measured, and three ways to choose a learning rate from it.

import Foundation

/// The loss as the learning rate rose, smoothed as in the epoch table.
public struct LearningRateCurve: Sendable {
    public let rates: [Float], losses: [Float]

    public init(rates: [Float], losses: [Float]) { (self.rates, self.losses) = (rates, losses) }

    /// Half way down the longest valley: the longest of all paths from left to right on which the loss falls with
    /// every point. It is fastai's default, and the least disturbed by noise. NaN for a curve without points.
    public var valley: Float {
        let way = longestFall
        guard let first = way.first, let last = way.last else { return .nan }
        return considered[(first + last) / 2].rate
    }

    /// Where the loss falls fastest over the logarithm of the rate.
    public var steepest: Float {
        let points = considered
        let slopes = zip(points, points.dropFirst()).map { a, b in (b.loss - a.loss) / (log(b.rate) - log(a.rate)) }
        return slopes.indices.min { slopes[$0] < slopes[$1] }.map { points[$0].rate } ?? .nan
    }

    /// A tenth of the rate at which the loss was lowest.
    public var minimum: Float { considered.min { $0.loss < $1.loss }.map { $0.rate / 10 } ?? .nan }

    /// Without the first tenth, where the smoothed loss has not settled yet, and the last five points, where it
    /// explodes; all of them if there are only a few. Points that are not a number do not count.
    private var considered: [(rate: Float, loss: Float)] {
        let points = zip(rates, losses).map { (rate: $0, loss: $1) }
        let kept = points.dropFirst(points.count / 10).dropLast(5)
        return (kept.count < 2 ? points[...] : kept).filter { !$0.loss.isNaN }
    }

    /// The places of the longest series of points in which each is lower than the one before.
    private var longestFall: [Int] {
        let losses = considered.map(\.loss)
        // For every point, the longest such series that ends there is one longer than that of some higher point before:
        // of several, the nearest.
        var length = losses.map { _ in 1 }, before = losses.map { _ in -1 }
        for i in losses.indices {
            for j in 0..<i where losses[j] > losses[i] && length[j] + 1 >= length[i] {
                (length[i], before[i]) = (length[j] + 1, j)
            }
        }
        guard var place = length.indices.max(by: { length[$0] < length[$1] }) else { return [] }
        var way = [place]
        while before[place] >= 0 { place = before[place]; way.append(place) }
        return way.reversed()
    }
}
