// The one line that all learning comes down to, w -= lr · gradient, without a tensor in between.

import Kernels

extension Tensor {
    /// self += scale · x, in place. A parameter stays the same leaf of the graph.
    ///
    /// - Parameter x: same shape.
    public mutating func add(_ x: Tensor, times scale: Float) {
        require(x.shape == shape, "\(shape).add(\(x.shape), times: \(scale))", "the shapes differ")
        require(
            !(Autograd.isRecording && (requiresGrad || x.requiresGrad)), "\(shape).add(\(x.shape), times: \(scale))",
            "a tracked value cannot be changed in place while gradients are recorded", try: "noGrad { … }")
        forgetPast()
        let dense = x.array.contiguous()
        if !array.isContiguous { array = array.copied() }
        addScaled(array.mutableBase(), scale, dense.base, count: count)
    }
}
