// Nudge: Leave the stopping aside at first: two loops, one inside the other, of things that you have already written.
// Idea: `BasicOptimizer(model.parameters, learningRate: …)` is made once, before the loops. After each epoch you need
//   to know the best accuracy so far and how many epochs ago it was.
// Almost: `for (x, y) in train`: `try mnistLoss(model(x), y).backward()`, `step()`, `zeroGrad()`. Then `let accuracy =
//   try validateEpoch({ model($0) }, on: valid).ofItems`. If it is above `best` (which begins at −1), it is the new
//   best and `waited` is 0 again; if not, `waited += 1`, and at `waited == patience` you return.

import Layers
import Tensors

public func trainModel(
    _ model: any Layer<Tensor, Tensor>, train: [(x: Tensor, y: Tensor)], valid: [(x: Tensor, y: Tensor)],
    learningRate: Float, epochs: Int, patience: Int
) throws -> [Float] {
    let optimizer = BasicOptimizer(model.parameters, learningRate: learningRate)
    var (accuracies, best, waited): ([Float], Float, Int) = ([], -1, 0)
    for _ in 0..<epochs {
        for (x, y) in train {
            try mnistLoss(model(x), y).backward()
            try optimizer.step()
            try optimizer.zeroGrad()
        }
        let accuracy = try validateEpoch({ model($0) }, on: valid).ofItems
        accuracies.append(accuracy)
        waited = accuracy > best ? 0 : waited + 1
        best = max(best, accuracy)
        // Step 7 of the seven. One bad epoch may be chance, hence the patience.
        if waited == patience { break }
    }
    return accuracies
}
