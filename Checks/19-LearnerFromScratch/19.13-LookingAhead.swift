import Exercises19
import Layers
import Practice
import Solutions19
import Tensors
import Training

private typealias Path =
    @Sendable (Tensor, Int, Float, Float, Float, (Tensor) -> Tensor) throws -> [Tensor]

let lookingAhead = Check(
    "19.13",
    Answer(
        Exercises19.nesterovPath(from:steps:learningRate:momentum:decay:gradient:) as Path,
        Solutions19.nesterovPath(from:steps:learningRate:momentum:decay:gradient:) as Path)
) { path in
    for (steps, rate, momentum, decay) in [
        (0, 0.1, 0.9, 0), (1, 0.1, 0.9, 0), (5, 0.1, 0.9, 0), (6, 0.05, 0.5, 0.1), (4, 0.2, 0, 0.01),
    ] as [(Int, Float, Float, Float)] {
        let (start, slopes) = (Tensor([3, -2, 1]), Tensor([1, 2, 3]))
        let call =
            "nesterovPath(from: [3, -2, 1], steps: \(steps), learningRate: \(rate), momentum: \(momentum), "
            + "decay: \(decay))"
        var asked = 0
        let places = Found(
            call,
            try asking(call) {
                try path(start, steps, rate, momentum, decay) { place in
                    asked += 1
                    return slopes * place
                }
            })
        try expectEqual(places.its("places", \.count), steps)
        try expectEqual(places.its("gradients asked for") { _ in asked }, steps)
        for (step, expected) in expectedPath(start, slopes, steps, rate, momentum, decay).enumerated() {
            try expectClose(places.its("place after step \(step + 1)") { $0[step] }, expected)
        }
    }
}

/// By the engine's optimizer. (Without momentum there is nothing to look ahead to.)
private func expectedPath(
    _ start: Tensor, _ slopes: Tensor, _ steps: Int, _ rate: Float, _ momentum: Float, _ decay: Float
) -> [Tensor] {
    let place = Parameter(start)
    let optimizer = SGD(
        [place], learningRate: rate, momentum: momentum, nesterov: momentum > 0, weightDecay: decay)
    return (0..<steps).map { _ in
        place.grad = slopes * place.value.detached()
        optimizer.step()
        return place.value.detached()
    }
}
