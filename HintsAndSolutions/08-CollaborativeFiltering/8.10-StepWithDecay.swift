// Nudge: Write the step of a single weight twice, once for each way, on paper.
// Idea: The slope of decay · p² is 2 · decay · p. So one way takes 2 · rate · decay of the weight away, the other rate
//   · decay.
// Almost: For each place find the share of the weight that decay takes away; for the last `spared` places it is 0. The
//   new weight is `weight * (1 - share)`, and then the usual step with the gradient.

public func stepWithDecay(
    _ weights: [Double], gradient: [Double], rate: Double, decay: Double, isDecoupled: Bool, spared: Int
) throws -> [Double] {
    weights.enumerated().map { place, weight in
        let share = place < weights.count - spared ? rate * decay * (isDecoupled ? 1 : 2) : 0
        return weight * (1 - share) - rate * gradient[place]
    }
}
