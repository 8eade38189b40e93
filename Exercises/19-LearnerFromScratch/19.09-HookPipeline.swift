// Exercise 19.9 · More than one hook
// Section 19.4: Chapters/19-LearnerFromScratch/04c-Hooks.swift

import Practice
import Tensors

/// Hooks in a row, in place of a single slot. Each gets what the module put out, as the hooks before it left it, and
/// what went in. It may return another output, which then takes the place of the old one, or nil to change nothing. Add
/// properties as you like.
public final class HookPipeline {
    public init() {}

    /// Adds a hook at the end, and returns its number: 0, 1, 2 … No number is given twice, even after hooks were
    /// removed.
    public func add(_ hook: @escaping (_ output: Tensor, _ input: Tensor) -> Tensor?) throws -> Int {
        throw Unanswered("19.9")
    }

    /// Removes the hook of a number. Returns whether there was one. The other hooks keep their numbers and their order.
    public func remove(_ number: Int) throws -> Bool {
        throw Unanswered("19.9")
    }

    /// Calls all hooks in the order in which they were added, and returns what is left of the output. Which hooks are
    /// called is settled when the call begins: a hook may add or remove others, or itself, with effect from the next
    /// call.
    public func callAsFunction(_ output: Tensor, _ input: Tensor) throws -> Tensor {
        throw Unanswered("19.9")
    }
}
