// The checks on the way to the minimum: 4.8, 4.9 and 4.10.

import Exercises04
import Practice
import Solutions04
import Tensors

let slopes = Check("4.8", Exercises04.slopes, Solutions04.slopes) { slopes in
    let functions: [(String, at: Tensor, (Tensor) -> Tensor)] = [
        ("x₀ · x₁", Tensor([3, 5]), { $0[0] * $0[1] }),
        ("the sum of the squares", Tensor([3, 4, 10]), { $0.squared().sum() }),
        ("the mean of the sigmoids", Tensor([[-2, -1, 0], [0.5, 1, 3]]), { 10 * $0.sigmoid().mean() }),
        // Many small numbers: whoever does not put back what was nudged is off by half of it at the end.
        ("the square of the sum", .full(0.02, [50]), { $0.sum().squared() }),
        ("x²", Tensor(-1.5), { $0.squared() }),
    ]
    for (name, x, f) in functions {
        let leaf = x.requiringGrad()
        f(leaf).backward()
        let place = x.count > 6 ? "\(x.count) times \(x.scalars[0])" : "\(x.rank == 0 ? "\(x.item)" : "\(x.scalars)")"
        try expectEqual(slopes(f, x), leaf.grad!, "slopes of \(name) at \(place)", tolerance: 0.02)
    }
}

let gradientDescent = Check("4.9", Exercises04.gradientDescent, Solutions04.gradientDescent) { gradientDescent in
    let runs: [(rate: Float, expected: [Float])] = [
        (0.1, [-1.2, -0.96, -0.768]), (0.9, [1.2, -0.96, 0.768]), (1, [1.5, -1.5, 1.5]), (1.1, [1.8, -2.16, 2.592]),
        (0.1, []),
    ]
    for (rate, expected) in runs {
        let steps = expected.count
        try expectEqual(
            gradientDescent(-1.5, rate, steps), expected,
            "gradientDescent(from: -1.5, learningRate: \(rate), steps: \(steps))")
    }
}

let fittedSpeed = Check("4.10", Exercises04.fittedSpeed, Solutions04.fittedSpeed) { fittedSpeed in
    let rides: [(name: String, from: Float, seconds: Int, noise: Float, loss: Float)] = [
        ("the page's ride without errors, 0...19 s", 0, 20, 0, 0.1), ("the page's ride, 0...19 s", 0, 20, 3, 12),
        ("a longer and later ride, 100...139 s", 100, 40, 3, 12),
    ]
    for ride in rides {
        let time = Tensor.arange(ride.seconds) + ride.from
        let speed = measured(time, noise: ride.noise)
        let curve = try fittedSpeed(time, speed)
        let call = "fittedSpeed(time, speed) for \(ride.name)"
        try expectEqual(curve(time).shape, time.shape, "\(call), shape of the speeds")
        let loss = (curve(time) - speed).squared().mean().item
        try expect(
            loss < ride.loss, "\(call), mean squared error", expected: "below \(ride.loss)", found: "\(loss)")
    }

    // Between the measured times, as well, and for as many of them as one likes.
    let time = Tensor.arange(20)
    let moments = Tensor([0.5, 9.5, 18.25])
    let curve = try fittedSpeed(time, measured(time, noise: 0))
    try expectEqual(
        curve(moments).detached(), Tensor([61.75, 1, 58.421875]),
        "fittedSpeed without errors, the curve at 0.5, 9.5 and 18.25 s", tolerance: 0.05)
}

/// Speeds as on the page: 1 in the middle of the ride, about 69 at both ends, off by a normal error of `noise`.
private func measured(_ time: Tensor, noise: Float) -> Tensor {
    var random = SplitMix64(seed: 8)
    let (first, last) = (time.min(), time.max())
    let t = (2 * time - first - last) / (last - first)
    return 67.6875 * t.squared() + 1 + noise * Tensor.randn(time.shape, using: &random)
}
