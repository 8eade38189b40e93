// Nudge: It is the chapter's net and the chapter's loop. Three things change: how many scores come out, the loss, and
//   how a score becomes an answer.
// Idea: Ten outputs, one for each digit; `tenClassLoss`; and the answer is the index of the largest score,
//   `argmax(axis: 1)`. Batches are `x.rows(places)` and `labels.rows(places)`.
// Almost: `Sequential(Linear(784, 30, …), ReLU(), Linear(30, 10, …))`, `SGD(net.parameters, learningRate: 0.1)`, thirty
//   epochs in batches of 32. Images go in as `reshaped(-1, 784)`, in training and in the function that you return.

import Layers
import Tensors
import Training

public func learnedDigits(
    _ images: Tensor, _ labels: IntTensor, using random: inout SplitMix64
) throws -> (Tensor) -> IntTensor {
    let net = Sequential(Linear(28 * 28, 30, using: &random), ReLU(), Linear(30, 10, using: &random))
    let optimizer = SGD(net.parameters, learningRate: 0.1)
    let x = images.reshaped(-1, 28 * 28)
    for _ in 0..<30 {
        for places in try shuffledBatches(labels.count, size: 32, using: &random) {
            try tenClassLoss(net(x.rows(places)), labels.rows(places)).backward()
            optimizer.step()
            optimizer.zeroGrad()
        }
    }
    // No softmax is needed to choose: the largest score stays the largest.
    return { net($0.reshaped(-1, 28 * 28)).argmax(axis: 1) }
}
