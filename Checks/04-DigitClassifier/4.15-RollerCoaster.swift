import Exercises04
import Practice
import Solutions04
import Tensors

let fittedSpeed = Check(
    "4.15", answer("fittedSpeed(_:_:)", Exercises04.fittedSpeed(_:_:), Solutions04.fittedSpeed(_:_:))
) { fittedSpeed in
    let rides: [(name: String, from: Float, seconds: Int, noise: Float, loss: Float)] = [
        ("the page's ride without errors, 0...19 s", 0, 20, 0, 0.1), ("the page's ride, 0...19 s", 0, 20, 3, 12),
        ("a longer and later ride, 100...139 s", 100, 40, 3, 12),
    ]
    for ride in rides {
        let time = Tensor.arange(ride.seconds) + ride.from
        let speed = measured(time, noise: ride.noise)
        let curve = try fittedSpeed(time, speed).noting(ride.name)
        try expectEqual(curve.its("shape of the speeds") { $0(time).shape }, time.shape)
        let loss = curve.its("mean squared error") { ($0(time) - speed).squared().mean().item }
        try expect(loss, "below \(ride.loss)") { $0 < ride.loss }
    }

    // The curve must also work between the measured times, and for any number of times.
    let time = Tensor.arange(20)
    let curve = try fittedSpeed(time, measured(time, noise: 0)).noting("the page's ride without errors")
    let speeds = curve.its("the curve at 0.5, 9.5 and 18.25 s") { $0(Tensor([0.5, 9.5, 18.25])).detached() }
    try expectClose(speeds, Tensor([61.75, 1, 58.421875]), tolerance: 0.05)
}

/// Speeds as on the page: 1 in the middle of the ride, about 69 at both ends, with a normal error of standard
/// deviation `noise`.
private func measured(_ time: Tensor, noise: Float) -> Tensor {
    var random = SplitMix64(seed: 8)
    let (first, last) = (time.min(), time.max())
    let t = (2 * time - first - last) / (last - first)
    return 67.6875 * t.squared() + 1 + noise * Tensor.randn(time.shape, using: &random)
}
