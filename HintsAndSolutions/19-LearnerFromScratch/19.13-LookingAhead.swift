// Nudge: Write the page's step for a single tensor first, as three lines. Which line becomes another?
// Idea: In a loop: ask for the gradient, add the decay, renew the velocity, move, note the place. Only the move is
//   new.
// Almost: With g = gradient(p) + decay · p and v = momentum · v + g, move by learningRate · (g + momentum · v).

import Tensors

public func nesterovPath(
    from start: Tensor, steps: Int, learningRate: Float, momentum: Float, decay: Float,
    gradient: (_ place: Tensor) -> Tensor
) throws -> [Tensor] {
    var (place, velocity) = (start, Tensor.zeros(start.shape))
    return (0..<steps).map { _ in
        let slope = gradient(place) + decay * place
        velocity = momentum * velocity + slope
        place = place - learningRate * (slope + momentum * velocity)
        return place
    }
}
