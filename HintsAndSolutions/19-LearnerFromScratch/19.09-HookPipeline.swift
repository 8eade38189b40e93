// Nudge: Two things have to be remembered: the hooks with their numbers, in order, and which number comes next.
// Idea: An array of pairs keeps the order, and `removeAll` finds a number in it. A loop over the array goes through
//   what it was when the loop began, because an array is a value.
// Almost: `for (_, hook) in hooks { output = hook(output, input) ?? output }`, with `output` in a variable of your own.

import Tensors

public final class HookPipeline {
    private var hooks: [(number: Int, hook: (Tensor, Tensor) -> Tensor?)] = []
    private var next = 0

    public init() {}

    public func add(_ hook: @escaping (_ output: Tensor, _ input: Tensor) -> Tensor?) throws -> Int {
        hooks.append((next, hook))
        next += 1
        return next - 1
    }

    public func remove(_ number: Int) throws -> Bool {
        let before = hooks.count
        hooks.removeAll { $0.number == number }
        return hooks.count < before
    }

    public func callAsFunction(_ output: Tensor, _ input: Tensor) throws -> Tensor {
        hooks.reduce(output) { output, next in next.hook(output, input) ?? output }
    }
}
