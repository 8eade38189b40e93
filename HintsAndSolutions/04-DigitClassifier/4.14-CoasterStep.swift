// Nudge: For one point in time, the loss is (a·t² + b·t + c − v)². How fast does it rise when a grows? When b, when c?
// Idea: By the chain rule, each slope is 2 · error · (what the parameter is multiplied by), with error = prediction −
//   speed. For a that is t², for b it is t. What is it for c? And the mean of many losses has the mean of their slopes.
// Almost: `(2 * error * time.squared()).mean()` is the slope along a. `Tensor.stack([…])` makes a tensor [3] of three
//   such numbers; subtract it, times the rate, from the parameters.

import Tensors

public func mse(_ predictions: Tensor, _ targets: Tensor) throws -> Tensor {
    (predictions - targets).squared().mean()
}

public func applyStep(
    _ parameters: Tensor, _ time: Tensor, _ speed: Tensor, learningRate: Float
) throws -> (parameters: Tensor, loss: Float) {
    let predictions = parameters[0] * time.squared() + parameters[1] * time + parameters[2]
    let error = predictions - speed
    // The inputs t², t and 1 stand in the slopes themselves: that is why a's is hundreds of times as large as c's.
    let gradient = Tensor.stack([
        (2 * error * time.squared()).mean(), (2 * error * time).mean(), (2 * error).mean(),
    ])
    return (parameters - gradient * learningRate, try mse(predictions, speed).item)
}
