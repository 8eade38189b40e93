// Nudge: A subclass of `Module` with a parameter and a list. What does a module not see by itself?
// Idea: The list has to be registered. And a branch is called as `branch(x)`, not by its `forward`, or its hook hears
//   nothing.
// Almost: In `init`, set the two properties, then `super.init()`, then `register(branches)`. `weights.value[number]` is
//   tracked, so `weights.value[number] * branches[number](x)` gives both their gradients.

import Chapter19
import Tensors

public func weightedBranches(_ branches: [Module]) throws -> Module { WeightedBranches(branches) }

private final class WeightedBranches: Module {
    let weights: Parameter
    let branches: [Module]

    init(_ branches: [Module]) {
        weights = Parameter(.full(1 / Float(branches.count), [branches.count]))
        self.branches = branches
        super.init()
        register(branches)
    }

    override func forward(_ x: Tensor) -> Tensor {
        let terms = branches.indices.map { weights.value[$0] * branches[$0](x) }
        return terms.dropFirst().reduce(terms[0]) { $0 + $1 }
    }
}
