// Exercise 18.1 · Hooks at many layers
// Section 18.1, questions 18.1 and 18.5: Chapters/18-WhereItLooks/01c-ScopesForHooks.swift

import Layers
import Practice
import Tensors

/// Runs `body` while every layer of a list has a hook, which tells `note` the layer's number in the list, from 0, and
/// what came out of it, detached. Whenever `body` ends, normally or with an error, no hook is left, and an error goes
/// on to the caller. A layer that is in the list twice is noted under both numbers; the order of the two does not
/// matter.
public func withHooks(
    at layers: [any Layer<Tensor, Tensor>], _ note: @escaping (_ number: Int, _ output: Tensor) -> Void,
    during body: () throws -> Void
) throws {
    throw Unanswered("18.1")
}
