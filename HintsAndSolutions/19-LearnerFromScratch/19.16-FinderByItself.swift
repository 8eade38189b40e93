// Nudge: Which numbers did the page's callback take from its learner? These are now arguments, or properties of yours.
// Idea: Keep the present rate, which only training batches change. Go through the reasons to stop first; if there is
//   none, keep rate and loss.
// Almost: NaN is not more than four times anything: ask `loss.isNaN`. Before the first loss there is no lowest one, so
//   nothing can be four times as high: `loss > 4 * (losses.min() ?? .infinity)`.

public final class RateFinder {
    public private(set) var rates: [Float] = []
    public private(set) var losses: [Float] = []
    private var rate: Float
    private let factor, limit: Float

    public init(start: Float, factor: Float, limit: Float) {
        (rate, self.factor, self.limit) = (start, factor, limit)
    }

    public func beforeBatch(isTraining: Bool) throws -> Float {
        if isTraining { rate *= factor }
        return rate
    }

    public func afterBatch(loss: Float, isTraining: Bool) throws -> Bool {
        guard isTraining else { return false }
        if rate > limit || loss.isNaN || loss > 4 * (losses.min() ?? .infinity) { return true }
        rates.append(rate)
        losses.append(loss)
        return false
    }
}
