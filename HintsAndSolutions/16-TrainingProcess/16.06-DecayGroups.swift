// Nudge: `model.parameters` has them all, each once and in order. What tells a weight from a bias?
// Idea: The number of axes: a bias and the two parameters of a batch norm are [n]. `filter` twice, once for each group.
// Almost: `ParameterGroup(…, weightDecay: 0)` for the second: nil would take the optimizer's decay. Drop a group whose
//   `parameters` are empty.

import Layers
import Training

public func groupsForDecay(_ model: Module, weightDecay: Float) throws -> [ParameterGroup] {
    let decaying = model.parameters.filter { $0.shape.count >= 2 }
    let others = model.parameters.filter { $0.shape.count < 2 }
    return [ParameterGroup(decaying, weightDecay: weightDecay), ParameterGroup(others, weightDecay: 0)]
        .filter { !$0.parameters.isEmpty }
}
