// Nudge: One loop over the steps. In it, make the matrix of crops [n, h · w] first; everything else is the formula.
// Idea: Pad all pictures once, before the loop. For each picture, draw the row and then the column, cut, and
//   flatten. The scores of the last step are compared with y before the weights change.
// Almost: `Tensor.stack((0..<n).map { … }).reshaped(n, h * w)` is the matrix of crops, and its `matmul` with the
//   weights makes the scores. `trueCount` counts where a comparison is true; a score and its y have the same sign if
//   their product is above 0. For the step, the formula of the statement is one line.

import Tensors

// What comes out: without a margin, the model gets every picture of noise right. With a margin of 2, a picture is one
// of 25, and learning them all by heart is too much for the weights: the accuracy is little better than chance. On
// pictures with something to learn, the same keeps a net from relying on single pixels.
public func trainedOnCrops(
    _ x: Tensor, _ y: Tensor, padding: Int, rate: Float, steps: Int, seed: UInt64
) throws -> (weights: Tensor, accuracy: Float) {
    let (n, h, w) = (x.shape[0], x.shape[1], x.shape[2])
    let padded = x.padded(padding, lastAxes: 2)
    var (weights, accuracy, random) = (Tensor.zeros(h * w), Float(0), SplitMix64(seed: seed))
    func place() -> Int { Int(random.uniform() * Double(2 * padding + 1)) }
    for _ in 0..<steps {
        let pieces = (0..<n).map { number in
            let (top, left) = (place(), place())
            return padded[number, top..<top + h, left..<left + w]
        }
        let crops = Tensor.stack(pieces).reshaped(n, h * w)
        let scores = crops.matmul(weights)
        accuracy = Float((scores * y .> 0).trueCount) / Float(n)
        weights = weights - rate * crops.transposed().matmul(scores - y) / Float(n)
    }
    return (weights, accuracy)
}
