// # Models that remember, and that show what they remember
//
// A language model reads a long text in many batches. What its recurrent layers know goes on from one batch to the
// next, and is forgotten where another text begins. The callbacks of Training (RecurrentCallbacks.swift) need two
// promises of such a model.

import Tensors

/// A model whose memory goes on from batch to batch.
public protocol CarriesState: Module {
    /// Forgets everything that it has read.
    func reset()
}

/// What a recurrent layer gave, [batch, steps, hidden].
public struct RecurrentActivations: Sendable {
    /// Before and after dropout.
    public let raw, dropped: Tensor

    public init(raw: Tensor, dropped: Tensor) { (self.raw, self.dropped) = (raw, dropped) }
}

/// A model that keeps what its last recurrent layer gave in the last call. (The book's model returns it beside the
/// scores.)
public protocol KeepsActivations: Module {
    /// nil before the first call.
    var activations: RecurrentActivations? { get }
}
