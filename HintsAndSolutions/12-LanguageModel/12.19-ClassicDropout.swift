// Nudge: On average a share of 1 - p is left. In which of the two modes does this version correct for it?
// Idea: With a mask, multiply by it and do no more. Without one, multiply by 1 - p. For a linear layer, (c · x) · wᵀ is
//   x · (c · w)ᵀ.
// Almost: For the net in use, go through `zip(layers, p)`: the factor of a layer's dropout moves into its weight. And
//   into its bias? The dropout is in front of the layer, so the bias never went through it.

import Tensors

public func classicDropout(_ x: Tensor, p: Float, kept mask: Tensor?) throws -> Tensor {
    if let mask { return x * mask }
    return x * (1 - p)
}

public func layersInUse(
    _ layers: [(weight: Tensor, bias: Tensor)], p: [Float]
) throws -> [(weight: Tensor, bias: Tensor)] {
    zip(layers, p).map { layer, p in (layer.weight * (1 - p), layer.bias) }
}
