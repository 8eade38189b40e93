// Small models with known weights, and small data, for several tests of this chapter.

import Layers
import Tensors
import Training

/// A linear layer with these numbers: weight [out, in], bias [out].
func linearModel(weight: [[Float]], bias: [Float]) -> Linear {
    var random = SplitMix64(seed: 0)
    let model = Linear(weight[0].count, weight.count, using: &random)
    model.weight.assign(Tensor(weight))
    model.bias!.assign(Tensor(bias))
    return model
}

/// Images of 784 random pixels [n, 784]. Images with target 1 [n, 1] have more ink in the upper half, those with
/// target 0 in the lower half.
func madeUpDigits(_ count: Int, seed: UInt64) -> TensorDataset<Tensor, Tensor> {
    var random = SplitMix64(seed: seed)
    let isUpper = Tensor.rand(count, 1, using: &random) .> 0.5
    let (more, less) = (Tensor.full(1, [392]), Tensor.full(0.8, [392]))
    let ink = Tensor.where(isUpper, .cat([more, less]), .cat([less, more]))
    return TensorDataset(Tensor.rand(count, 784, using: &random) * ink, Tensor(isUpper))
}

/// A loader with a single number and its target.
func oneItem(x: Float, y: Float) -> DataLoader<(Tensor, Tensor)> {
    DataLoader(TensorDataset(Tensor([[x]]), Tensor([[y]])), batchSize: 1)
}
