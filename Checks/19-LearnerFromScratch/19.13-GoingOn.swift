import Chapter19
import Exercises19
import Practice
import Solutions19
import Tensors

private typealias GoingOn =
    @Sendable (Tensor, Tensor, Float, [Float], Float, Float, (Tensor) -> Tensor) throws -> [Tensor]

let goingOn = Check(
    "19.13",
    Answer(
        Exercises19.goingOn(from:before:lastRate:rates:momentum:decay:gradient:) as GoingOn,
        Solutions19.goingOn(from:before:lastRate:rates:momentum:decay:gradient:) as GoingOn)
) { goingOn in
    let slopes = Tensor([1, 2, 3])
    for (rates, momentum, decay, made) in [
        // The rates of all steps, of which `made` were made before the training was broken off.
        ([0.1, 0.1, 0.1, 0.1], 0.9, 0, 1), ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 0.5, 0.2, 3), ([0.1, 0.1], 0.9, 0, 2),
        // Rates that change, also right where it was broken off.
        ([0.05, 0.1, 0.2, 0.1, 0.05], 0.8, 0.05, 2), ([0.2, 0.02, 0.3, 0.01], 0.9, 0, 1),
        // Without momentum the past does not matter.
        ([0.1, 0.3, 0.2], 0, 0.1, 1),
    ] as [([Float], Float, Float, Int)] {
        let places = uninterrupted(slopes, rates, momentum, decay)
        let rest = Array(rates[made...])
        let call =
            "goingOn(from: \(places[made].scalars), before: \(places[made - 1].scalars), lastRate: \(rates[made - 1]), "
            + "rates: \(rest), momentum: \(momentum), decay: \(decay))"
        var asked = 0
        let found = Found(
            call,
            try asking(call) {
                try goingOn(places[made], places[made - 1], rates[made - 1], rest, momentum, decay) { place in
                    asked += 1
                    return slopes * place
                }
            })
        try expectEqual(found.its("places", \.count), rest.count)
        try expectEqual(found.its("gradients asked for") { _ in asked }, rest.count)
        for step in rest.indices {
            try expectClose(
                found.its("weights after step \(step + 1)") { $0[step] }, places[made + step + 1], tolerance: 1e-4)
        }
    }
}

/// The weights before the first step and after each, by the chapter's optimizer, which nobody breaks off.
private func uninterrupted(_ slopes: Tensor, _ rates: [Float], _ momentum: Float, _ decay: Float) -> [Tensor] {
    let weight = Parameter(Tensor([3, -2, 1]))
    let optimizer = MomentumSGD([weight], learningRate: 0, momentum: momentum, weightDecay: decay)
    return [weight.value.detached() + 0]
        + rates.map { rate in
            weight.grad = slopes * weight.value.detached()
            optimizer.learningRate = rate
            optimizer.step()
            return weight.value.detached() + 0
        }
}
