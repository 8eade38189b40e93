// Small nets for pages that need one at once, and what they learn from: numbers for numbers.

import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

/// Layers of neurons behind each other; what is between them is `tanh` or `relu`.
/// - Parameter widths: how many numbers go in, how many neurons each layer has, and how many numbers come out.
func smallNet(
    _ widths: [Int], with bend: () -> any Layer<Tensor, Tensor> = { Tanh() }, using random: inout SplitMix64
) -> Sequential {
    var layers: [any Layer<Tensor, Tensor>] = []
    for place in 1..<widths.count {
        layers.append(Linear(widths[place - 1], widths[place], using: &random))
        if place < widths.count - 1 { layers.append(bend()) }
    }
    return Sequential(layers)
}

/// Lets a net learn from all examples at once. Gives its loss before each step.
@discardableResult
func trainNet(
    _ net: Sequential, steps: Int, rate: Float, _ loss: (Sequential) -> Tensor, after: (Int) -> Void = { _ in }
) -> [Float] {
    let optimizer = Adam(net.parameters, learningRate: rate)
    return (0..<steps).map { step in
        // The rate falls in the end, so that the last steps settle.
        let left = Float(steps - step) / Float(steps)
        optimizer.learningRate = rate * min(1, 4 * left)
        optimizer.zeroGrad()
        let value = loss(net)
        value.backward()
        optimizer.step()
        after(step)
        return value.item
    }
}

/// What the frozen body says of all photos, so that many heads can learn from it quickly: a row for each, with how
/// strong every feature is on average, and where it is strongest.
struct PhotoFeatures {
    /// Each column has mean 0 and deviation 1.
    let x: Tensor
    /// 0 for a cat, 1 for a dog.
    let labels: [Int]

    /// A head without hidden layers that has learned from some photos.
    func head(
        from photos: [Int], labels other: [Int]? = nil, outputs: Int = 2, steps: Int = 60, hidden: [Int] = [],
        using random: inout SplitMix64
    ) -> Sequential {
        let net = smallNet([x.shape[1]] + hidden + [outputs], using: &random)
        let (x, y) = (x.rows(photos), IntTensor(photos.map { (other ?? labels)[$0] }))
        trainNet(net, steps: steps, rate: 2 / Float(self.x.shape[1]) + 1e-3) { crossEntropy($0(x), y) }
        return net
    }

    /// The share of photos that a head gets right.
    func accuracy(_ head: Sequential, on photos: [Int], labels other: [Int]? = nil) -> Double {
        let said = noGrad { head(x.rows(photos)) }.argmax(axis: 1).scalars
        return Double(zip(said, photos).count { Int($0) == (other ?? labels)[$1] }) / Double(photos.count)
    }
}

extension FirstModels {
    var features: PhotoFeatures { get throws { try run.once { try features(of: try photos, size: nil) } } }

    /// - Parameter size: nil for the size that the body is used with.
    func features(of files: [URL], size: Int?) throws -> PhotoFeatures {
        let body = try pretrained.body().layers
        body.eval()
        let usual = try pretrained.isLarge ? photoSize : run.size(quick: pretrained.size, usual: 96)
        let side = size ?? usual
        let pipeline = PhotoPipeline(item: Resize(Size2D(side)), normalization: .imageNet)
        let rows = try stride(from: 0, to: files.count, by: 16).map { first in
            let batch = try pipeline.batch(Array(files[first..<min(first + 16, files.count)]))
            return noGrad {
                let maps = body(batch)
                let fields = maps.reshaped(maps.shape[0], maps.shape[1], maps.shape[2] * maps.shape[3])
                return Tensor.cat([fields.mean(axis: 2), fields.max(axis: 2).values], axis: 1)
            }
        }
        let x = Tensor.cat(rows)
        return PhotoFeatures(
            x: (x - x.mean(axis: 0)) / (x.std(axis: 0) + 1e-3),
            labels: files.map { isCat($0.lastPathComponent) ? 0 : 1 })
    }
}
