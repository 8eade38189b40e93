import Exercises04
import Practice
import Solutions04

private typealias Descent =
    @Sendable (@escaping (Float) -> Float, Float, Float, Int) throws -> (path: [Float], arrived: Bool, diverged: Bool)

let gradientDescent = Check(
    "4.12",
    answer(
        "gradientDescent(along:from:learningRate:steps:)",
        naming(Exercises04.gradientDescent(along:from:learningRate:steps:) as Descent),
        naming(Solutions04.gradientDescent(along:from:learningRate:steps:) as Descent))
) { gradientDescent in
    let parabola = Named("{ 2 * $0 }") { (x: Float) in 2 * x }
    let first: [(rate: Float, path: [Float])] = [
        (0.1, [-1.2, -0.96, -0.768]), (0.9, [1.2, -0.96, 0.768]), (1, [1.5, -1.5, 1.5]), (1.1, [1.8, -2.16, 2.592]),
        (0.1, []),
    ]
    for (rate, path) in first {
        let found = try gradientDescent(parabola, -1.5, rate, path.count)
        try expectClose(found.its("path", \.path), path)
        try expectEqual(found.its("arrived", \.arrived), false)
        try expectEqual(found.its("diverged", \.diverged), false)
    }

    // Each is so long, ends here, and ends so.
    let whole: [(Named<(Float) -> Float>, start: Float, rate: Float, steps: Int, end: Float?, arrived: Bool)] = [
        (parabola, -1.5, 0.1, 37, -0.00038895, true), (parabola, 0, 0.1, 1, 0, true),
        (parabola, -1.5, 1.1, 74, nil, false),
        (Named("{ 4 * $0 * $0 * $0 }") { 4 * $0 * $0 * $0 }, 2, 0.05, 381, nil, true),
        (Named("{ -1 }") { _ in -1 }, 0, 250_000, 5, 1_250_000, false),
        (Named("{ $0 < 1 ? -0.5 : .nan }") { $0 < 1 ? -0.5 : .nan }, 0, 1, 3, nil, false),
    ]
    for (slope, start, rate, steps, end, arrived) in whole {
        let found = try gradientDescent(slope, start, rate, 1000)
        try expectEqual(found.its("steps made", \.path.count), steps)
        if let end { try expectClose(found.its("last x", \.path.last!), end) }
        try expectEqual(found.its("arrived", \.arrived), arrived)
        try expectEqual(found.its("diverged", \.diverged), !arrived)
    }
}
