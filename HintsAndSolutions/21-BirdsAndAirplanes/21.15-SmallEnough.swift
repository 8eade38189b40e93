// Nudge: Sort first. Which widths have to be tried at all, if only the widest of those that pass is asked for?
// Idea: Go from the widest down, train, measure twice with the chapter's `accuracy`, and return the first that passes.
// Almost: In a loop over `widths.sorted(by: >)`, make a new `SplitMix64(seed: seed)` each time: with one that goes on,
//   a net would depend on those before it. Rows have `sets.learned.inputs.shape[1]` numbers. After the training, the
//   difference of two accuracies decides: up to `gap`, return at once.

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
