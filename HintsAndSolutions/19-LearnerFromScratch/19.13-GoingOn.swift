// Nudge: Is the velocity really lost? What has the last step done with it?
// Idea: That step was p −= lastRate · v, and you know p before and after it. Once v is back, the rest is the page's
//   loop for a single tensor, with a rate of its own in each step.
// Almost: v = (before − place) / lastRate. Divide by the rate of the step that was made, not of the one to come. Then,
//   for each rate: the new v with the gradient at the place, the step, and note where it leads.

import Tensors

public func goingOn(
    from place: Tensor, before: Tensor, lastRate: Float, rates: [Float], momentum: Float, decay: Float,
    gradient: (_ place: Tensor) -> Tensor
) throws -> [Tensor] {
    var (place, velocity) = (place, (before - place) / lastRate)
    return rates.map { rate in
        velocity = momentum * velocity + gradient(place) + decay * place
        place = place - rate * velocity
        return place
    }
}
