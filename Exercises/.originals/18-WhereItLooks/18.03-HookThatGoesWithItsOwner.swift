// Exercise 18.3 · A hook that goes with its owner
// Section 18.1, question 18.10: Chapters/18-WhereItLooks/01c-ScopesForHooks.swift

import Layers
import Practice
import Tensors

/// A hook without a scope: it is at its layer as long as this object is alive. (What another library would call a
/// handle.) Add properties as you like.
public final class OwnedHook {
    /// Attaches a hook, which hands every output of the layer to `note`.
    public init(at layer: any Layer<Tensor, Tensor>, _ note: @escaping (_ output: Tensor) -> Void) throws {
        throw Unanswered("18.3")
    }

    /// The hook is given to another layer, and its old one is left alone. How many outputs were noted stays.
    public func move(to layer: any Layer<Tensor, Tensor>) throws {
        throw Unanswered("18.3")
    }

    /// How many outputs were noted so far.
    public var count: Int { 0 }
}
