// Nudge: Each item has one factor for all of its f(x). Which factors are there in training, and which in validation?
// Idea: In training, an item that is left out has the factor 0, and one that is kept 1 / probability. A tensor of n
//   factors meets f if it has n along the first axis and 1 along all others.
// Almost: `[n] + [Int](repeating: 1, count: f.rank - 1)` is the shape of the factors. The way around is added as it is,
//   and the ReLU comes last. Take care that l / L is not a division of whole numbers.

import Tensors

public func withBlocksLeftOut(
    _ wayAround: Tensor, _ f: Tensor, keeps: [Bool], block: Int, of blocks: Int, last: Float, isTraining: Bool
) throws -> Tensor {
    if !isTraining { return (wayAround + f).relu() }
    let probability = 1 - Float(block) / Float(blocks) * (1 - last)
    let shape = [keeps.count] + [Int](repeating: 1, count: f.rank - 1)
    let factors = Tensor(keeps.map { $0 ? 1 / probability : 0 }).reshaped(shape)
    return (wayAround + factors * f).relu()
}
