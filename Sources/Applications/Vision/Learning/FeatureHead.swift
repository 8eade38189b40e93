// # A head on numbers
//
// A body that stays as it is says the same of a photo in every epoch. So it is asked once, and a head learns from what
// it says, which takes seconds.

import Layers
import Tensors
import Training

/// A last layer that has learned from rows of features, which are scaled by what they are in the training rows.
public struct FeatureHead {
    private let mean, deviation: Tensor
    private let layer: Linear

    /// - Parameter loss: of activations of all rows.
    public init(
        _ x: Tensor, outputs: Int, steps: Int, decay: Float = 0.02, using random: inout SplitMix64,
        loss: (_ activations: Tensor) -> Tensor
    ) {
        (mean, deviation) = (x.mean(axis: 0), x.variance(axis: 0).sqrt() + 1e-3)
        layer = Linear(x.shape[1], outputs, using: &random)
        let rows = (x - mean) / deviation
        // The bias has a rate of its own: it is one number, and the weights are many.
        let optimizer = AdamW(
            groups: [
                ParameterGroup([layer.weight], learningRate: 1.5 / Float(x.shape[1])),
                ParameterGroup([layer.bias!], learningRate: 0.1, weightDecay: 0),
            ], learningRate: 0.1, weightDecay: decay * Float(x.shape[1]) / 1.5)
        for _ in 0..<steps {
            optimizer.zeroGrad()
            loss(layer(rows)).backward()
            optimizer.step()
        }
    }

    /// Activations [n, outputs].
    public func callAsFunction(_ x: Tensor) -> Tensor { noGrad { layer((x - mean) / deviation) } }
}
