// Nudge: Sort first. Which widths have to be tried at all, if only the widest of those that pass is asked for?
// Idea: Go from the widest down, train, measure twice with the chapter's `accuracy`, and return the first that passes.
// Almost: For each of `widths.sorted(by: >)`: `var random = SplitMix64(seed: seed)`, `shallowNet(inputs:
//   sets.learned.inputs.shape[1], features: features, using: &random)`, then `_ = train(net, on: sets.learned,
//   checkedWith: sets.checked, epochs: 30, rate: 0.1, using: &random, loss: squaredErrorOfScores)`.

import Chapter21
import Tensors

public func widestNet(
    _ widths: [Int], gap: Float, sets: PictureSets, seed: UInt64
) throws -> (features: Int, accuracy: Float)? {
    for features in widths.sorted(by: >) {
        var random = SplitMix64(seed: seed)
        let net = shallowNet(inputs: sets.learned.inputs.shape[1], features: features, using: &random)
        _ = train(
            net, on: sets.learned, checkedWith: sets.checked, epochs: 30, rate: 0.1, using: &random,
            loss: squaredErrorOfScores)
        let (learned, checked) = (accuracy(net, sets.learned), accuracy(net, sets.checked))
        if learned - checked <= gap { return (features, checked) }
    }
    return nil
}
