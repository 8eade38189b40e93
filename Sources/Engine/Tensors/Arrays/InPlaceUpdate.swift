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

// MARK: For fused steps

extension Tensor {
    /// Where a leaf's numbers are, for an optimizer to change them in place, and where its gradient is: both dense,
    /// both of `count` numbers; nil if it has no gradient. Valid until something else changes either of them.
    package mutating func memoryForStep() -> (value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>)? {
        guard let node, let grad = node.grad else { return nil }
        if !grad.array.isContiguous { node.grad = Tensor(grad.array.copied()) }
        return (denseMemory(), node.grad!.array.base)
    }

    /// Where the numbers are, dense, for a kernel to change them; copies of this tensor do not see the change.
    package mutating func denseMemory() -> UnsafeMutablePointer<Float> {
        forgetPast()
        if !array.isContiguous { array = array.copied() }
        return array.mutableBase()
    }
}
