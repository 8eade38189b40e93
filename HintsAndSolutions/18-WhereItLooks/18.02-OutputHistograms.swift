// Nudge: A hook that holds this object would keep it alive for ever, and the object holds the hook. Who must not hold
//   whom? And which bin does a number fall into: how many widths of a bin is it above the lower bound?
// Idea: Keep the hook in a property, capture `self` weakly in it, and remove it in `stop` and in `deinit`. Clamp a
//   number to the range before you make a bin's number of it, since an infinite one does not fit into an Int.
// Almost: `hook = layer.onForward { [weak self, unowned layer] _, y in if layer.isTraining { self?.note(y.detached()) }
//   }`. The bin: `min(bins - 1, Int((clamped - lower) / (upper - lower) * Float(bins)))`, for numbers that are not NaN.

import Layers
import Tensors

public final class OutputHistograms {
    public private(set) var counts: [[Int]] = []
    private let range: ClosedRange<Float>
    private let bins: Int
    private var hook: Hook?

    public init(of layer: any Layer<Tensor, Tensor>, range: ClosedRange<Float>, bins: Int) throws {
        (self.range, self.bins) = (range, bins)
        hook = layer.onForward { [weak self, unowned layer] _, output in
            if layer.isTraining { self?.note(output.detached()) }
        }
    }

    deinit { hook?.remove() }

    public func stop() throws { hook?.remove() }

    private func note(_ output: Tensor) {
        var histogram = [Int](repeating: 0, count: bins)
        for number in output.scalars where !number.isNaN {
            let clamped = min(max(number, range.lowerBound), range.upperBound)
            let share = (clamped - range.lowerBound) / (range.upperBound - range.lowerBound)
            histogram[min(bins - 1, Int(share * Float(bins)))] += 1
        }
        counts.append(histogram)
    }
}
