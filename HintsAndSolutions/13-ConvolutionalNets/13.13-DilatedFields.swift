// Nudge: How far apart are the first and the last tap of a kernel with gaps?
// Idea: (kernel − 1) · dilation steps. Each is as many pixels as all strides before it make together.
// Almost: Begin with a field of 1 and a jump of 1, the distance in pixels between neighbouring numbers. In each layer,
//   first the field grows by as many jumps as it is from the first tap to the last; only then is the jump multiplied,
//   because a stride is felt only in the layers above.

import Tensors

public func receptiveFields(kernels: [Int], strides: [Int], dilations: [Int]) throws -> [Int] {
    var (field, jump) = (1, 1)
    return kernels.indices.map { layer in
        field += (kernels[layer] - 1) * dilations[layer] * jump
        jump *= strides[layer]
        return field
    }
}
