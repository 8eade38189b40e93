// What several tests of this chapter make: small models with known weights, small data, rounded numbers.

import Chapter04
import Foundation
import Layers
import Tensors
import Testing
import Training

/// A linear layer with these numbers: weight [out, in], bias [out].
func linearModel(weight: [[Float]], bias: [Float]) -> Linear {
    var random = SplitMix64(seed: 0)
    let model = Linear(weight[0].count, weight.count, using: &random)
    model.weight.assign(Tensor(weight))
    model.bias!.assign(Tensor(bias))
    return model
}

/// Images of 784 random pixels [n, 784]. Target 1 [n, 1] has more ink in the upper half, target 0 in the lower one.
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

/// Four decimals, as the book prints.
func rounded(_ value: some BinaryFloatingPoint) -> Double { (Double(value) * 10000).rounded() / 10000 }
func rounded(_ values: [Float]) -> [Double] { values.map { rounded($0) } }

/// What a program that was stopped said.
func message(of result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
}

// MARK: An image of the book

/// Rows 4 to 14 and columns 4 to 21 of `train/3/10000.png`, as the book prints them.
let bookPatch: [[UInt8]] = [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 29, 150, 195, 254, 255, 254, 176, 193, 150, 96, 0, 0, 0],
    [0, 0, 0, 48, 166, 224, 253, 253, 234, 196, 253, 253, 253, 253, 233, 0, 0, 0],
    [0, 93, 244, 249, 253, 187, 46, 10, 8, 4, 10, 194, 253, 253, 233, 0, 0, 0],
    [0, 107, 253, 253, 230, 48, 0, 0, 0, 0, 0, 192, 253, 253, 156, 0, 0, 0],
    [0, 3, 20, 20, 15, 0, 0, 0, 0, 0, 43, 224, 253, 245, 74, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 249, 253, 245, 126, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 14, 101, 223, 253, 248, 124, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 11, 166, 239, 253, 253, 253, 187, 30, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 16, 248, 250, 253, 253, 253, 253, 232, 213, 111, 2, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 43, 98, 98, 208, 253, 253, 253, 253, 187, 22, 0],
]

/// An image [28, 28] that holds nothing but that cut.
var bookImage: ByteTensor {
    var image = ByteTensor(repeating: 0, shape: [28, 28])
    image[4..<15, 4..<22] = ByteTensor(bookPatch)
    return image
}
