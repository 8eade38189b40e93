// # Parameters: the numbers that are learned
//
// A tensor is a value, but a model's weight is a thing: the layer reads it, the optimizer
// changes it, and both must mean the same one. `Parameter` is that thing.

import Tensors

/// A tensor that is learned: shared by the layer that uses it and the optimizer that changes it.
public final class Parameter {
    /// The current value: a leaf of the graph, unless the parameter is frozen.
    public private(set) var value: Tensor

    /// - Parameter value: where learning starts.
    public init(_ value: Tensor) { self.value = value.detached().requiringGrad() }

    public var shape: [Int] { value.shape }
    public var count: Int { value.count }

    /// The gradient, summed over all backward passes since it was last cleared; nil before.
    ///
    /// A frozen parameter has none, and giving it one stops the program.
    public var grad: Tensor? {
        get { value.grad }
        set {
            require(
                newValue == nil || requiresGrad, "grad of a frozen parameter \(shape)", "it is not learned",
                try: "requiresGrad = true, or unfreeze()")
            if requiresGrad { value.grad = newValue }
        }
    }

    /// False for a frozen parameter: it takes part in the forward pass but is not learned.
    /// Freezing clears the gradient.
    public var requiresGrad: Bool {
        get { value.requiresGrad }
        set { if newValue != requiresGrad { value = newValue ? value.requiringGrad() : value.detached() } }
    }

    /// Changes the value in place by its gradient, without recording; does nothing if there is none.
    ///
    ///     parameter.update { value, grad in value -= grad * learningRate }
    ///
    /// Putting another tensor in its place (`value = …`) stops the program, since that tensor would not
    /// be learned.
    public func update(_ change: (_ value: inout Tensor, _ grad: Tensor) -> Void) {
        guard let grad else { return }
        noGrad { change(&value, grad) }
        require(
            requiresGrad && shape == grad.shape, "update of a parameter \(grad.shape)",
            "another tensor was put in its place", try: "-= and the like, or assign(…)")
    }

    /// Replaces the numbers with others of the same shape, without recording. The gradient stays.
    public func assign(_ new: Tensor) { noGrad { value.assign(new.detached()) } }

    /// Where the numbers and the gradient are in memory, for an optimizer that changes them in one pass; nil if there
    /// is no gradient. Valid until something else changes either of them.
    package func memoryForStep() -> (value: UnsafeMutablePointer<Float>, grad: UnsafePointer<Float>)? {
        value.memoryForStep()
    }
}
