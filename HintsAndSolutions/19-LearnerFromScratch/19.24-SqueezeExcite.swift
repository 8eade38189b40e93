// Nudge: Each sentence of the second paragraph is one call. Which module of the chapter takes the mean of each channel?
// Idea: `AdaptivePool`, then two `Linear` with `relu()` between and `sigmoid()` behind. `forward` multiplies x by that;
//   `factors` only returns it.
// Almost: `first` and `second` are properties, made in `init` with `max(1, channels / reduction)` numbers between them;
//   `AdaptivePool()` is called like any module. The factors have the shape [n, channels]. For the product with x they
//   must be [n, channels, 1, 1]: `reshaped(x.shape[0], x.shape[1], 1, 1)`. Write what `forward` and `factors` share
//   once.

import Chapter19
import Tensors

public final class SqueezeExcite: Module {
    private let squeeze: AdaptivePool
    private let first, second: Linear

    public init(_ channels: Int, reduction: Int = 4, using random: inout SplitMix64) {
        squeeze = AdaptivePool()
        first = Linear(channels, max(1, channels / reduction), using: &random)
        second = Linear(max(1, channels / reduction), channels, using: &random)
    }

    public override func forward(_ x: Tensor) -> Tensor {
        excited(x).reshaped(x.shape[0], x.shape[1], 1, 1) * x
    }

    public func factors(_ x: Tensor) throws -> Tensor { excited(x) }

    private func excited(_ x: Tensor) -> Tensor { second(first(squeeze(x)).relu()).sigmoid() }
}
