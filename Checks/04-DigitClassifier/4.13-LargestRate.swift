import Exercises04
import Practice
import Solutions04

private typealias Rate = @Sendable (@escaping (Float) -> Float, Float) throws -> Float

let largestRate = Check(
    "4.13",
    answer(
        "largestRate(along:from:)", naming(Exercises04.largestRate(along:from:) as Rate),
        naming(Solutions04.largestRate(along:from:) as Rate))
) { largestRate in
    // How fast the slope changes, where the lowest point is, where to start. The limit is 2 divided by the first.
    let parabolas: [(curvature: Float, lowest: Float, start: Float)] = [
        (2, 0, -1.5), (20, 3, 1), (0.01, 0, 5), (7, -40, 0), (0.3, 100, 101), (2000, 0, 1),
    ]
    for (curvature, lowest, start) in parabolas {
        let slope = Named("{ \(curvature) * ($0 - (\(lowest))) }") { (x: Float) in curvature * (x - lowest) }
        let limit = 2 / curvature
        try expect(largestRate(slope, start), "\(limit), within 1 %") { abs($0 - limit) <= 0.01 * limit }
    }
}
