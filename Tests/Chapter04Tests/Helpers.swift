// What several tests of this chapter make: small models with known weights, small data, rounded numbers.

import Chapter04
import Foundation
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

/// Images of 784 random pixels [n, 784]; target 1 [n, 1] where the upper half is darker than the lower one.
func madeUpDigits(_ count: Int, seed: UInt64) -> TensorDataset<Tensor, Tensor> {
    var random = SplitMix64(seed: seed)
    let x = Tensor.rand(count, 784, using: &random)
    let (upper, lower) = (x[0..., ..<392].sum(axis: 1), x[0..., 392...].sum(axis: 1))
    return TensorDataset(x, Tensor(upper .> lower).unsqueezed(1))
}

/// A loader with a single number and its target.
func oneItem(x: Float, y: Float) -> DataLoader<(Tensor, Tensor)> {
    DataLoader(TensorDataset(Tensor([[x]]), Tensor([[y]])), batchSize: 1)
}

/// Four decimals, as the book prints.
func rounded(_ value: some BinaryFloatingPoint) -> Double { (Double(value) * 10000).rounded() / 10000 }
func rounded(_ values: [Float]) -> [Double] { values.map { rounded($0) } }
