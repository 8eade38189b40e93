// # Buffers: numbers that a layer keeps but does not learn
//
// Batch norm remembers the average of the batches it has seen. No gradient says how to change
// such a number, and no optimizer touches it; but it belongs to the model, and is saved with it.

import Tensors

/// A tensor that a layer keeps and changes itself: found by `Module.namedBuffers`, never learned.
public final class Buffer {
    /// The current value, not tracked.
    public private(set) var value: Tensor

    /// - Parameter value: the initial value.
    public init(_ value: Tensor) { self.value = value.detached() }

    public var shape: [Int] { value.shape }
    public var count: Int { value.count }

    /// Replaces the numbers with others of the same shape.
    public func assign(_ new: Tensor) { value.assign(new.detached()) }
}
