// Nudge: Leave the stopping aside at first: two loops, one inside the other, of things that you have already written.
// Idea: `BasicOptimizer(model.parameters, learningRate: …)` is made once, before the loops. After each epoch you need
//   to know the best accuracy so far and how many epochs ago it was.
// Almost: For every batch: the loss, `backward()`, `step()`, `zeroGrad()`. The accuracy is `try validateEpoch({
//   model($0) }, on: valid).ofItems`. Keep two variables: `best`, which begins at −1, and `waited`, the number of
//   epochs since the best one. When is `waited` set back to 0, when does it grow, and at which value is it time to
//   stop?

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
