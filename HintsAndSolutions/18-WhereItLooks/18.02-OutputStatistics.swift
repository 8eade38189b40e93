// Nudge: A hook that holds this object would keep it alive for ever, and the object holds the hook. Who must not hold
//   whom?
// Idea: Keep the hook in a property, capture `self` weakly in it, and remove it in `stop` and in `deinit`.
// Almost: `hook = layer.onForward { [weak self, unowned layer] _, y in if layer.isTraining { self?.note(y.detached()) }
//   }`. The share: `Tensor(y.abs() .< 0.05).mean().item`.

import Layers
import Tensors

public final class OutputStatistics {
    public struct Entry: Equatable, Sendable {
        public var mean, deviation: Float
        public var nearZero: Float

        public init(mean: Float, deviation: Float, nearZero: Float) {
            (self.mean, self.deviation, self.nearZero) = (mean, deviation, nearZero)
        }
    }

    public private(set) var entries: [Entry] = []
    private var hook: Hook?

    public init(of layer: any Layer<Tensor, Tensor>) throws {
        hook = layer.onForward { [weak self, unowned layer] _, output in
            if layer.isTraining { self?.note(output.detached()) }
        }
    }

    deinit { hook?.remove() }

    public func stop() throws { hook?.remove() }

    private func note(_ output: Tensor) {
        entries.append(
            Entry(
                mean: output.mean().item, deviation: output.std(unbiased: false).item,
                nearZero: Tensor(output.abs() .< 0.05).mean().item))
    }
}
