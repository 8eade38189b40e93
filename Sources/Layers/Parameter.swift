// # Parameters: the numbers that are learned
//
// A tensor is a value, but a model's weight is a thing: the layer reads it, the optimizer
// changes it, and both must mean the same one. `Parameter` is that thing.

import Tensors

/// A tensor that is learned: shared by the layer that uses it and the optimizer that changes it.
public final class Parameter: @unchecked Sendable {
    /// The current value: a leaf of the graph, unless the parameter is frozen.
    public private(set) var value: Tensor

    public init(_ value: Tensor) { self.value = value.requiringGrad() }

    public var shape: [Int] { value.shape }
    public var count: Int { value.count }

    /// The gradient, summed over all backward passes since it was last cleared; nil before.
    public var grad: Tensor? {
        get { value.grad }
        set { if value.requiresGrad { value.grad = newValue } }
    }

    /// False for a frozen parameter: it takes part in the forward pass but is not learned.
    public var requiresGrad: Bool {
        get { value.requiresGrad }
        set { if newValue != requiresGrad { value = newValue ? value.requiringGrad() : value.detached() } }
    }

    /// Changes the value in place, without recording.
    public func update(_ change: (inout Tensor) -> Void) { noGrad { change(&value) } }

    /// Replaces the value by another of the same shape.
    public func assign(_ new: Tensor) { noGrad { value.assign(new.detached()) } }
}
