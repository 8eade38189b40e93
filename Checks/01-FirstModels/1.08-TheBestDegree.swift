import Chapter01
import Exercises01
import Practice
import Solutions01

let theBestDegree = Check(
    "1.8",
    answer(
        "bestDegree(_:_:_:_:most:)", Exercises01.bestDegree(_:_:_:_:most:), Solutions01.bestDegree(_:_:_:_:most:))
) { bestDegree in
    // Points near x², with errors that no parabola can follow; and others in between, without errors.
    let xs = (0..<9).map { Double($0) / 4 - 1 }
    let errors = [0.2, -0.2, 0.15, -0.1, 0.2, -0.2, 0.1, -0.2, 0.2]
    let ys = zip(xs, errors).map { $0 * $0 + $1 }
    let between = (0..<8).map { Double($0) / 4 - 0.875 }
    try expectEqual(bestDegree(xs, ys, between, between.map { $0 * $0 }, 8), 2)
    try expectEqual(bestDegree(xs, ys, between, between.map { $0 * $0 }, 1), 0)
    // By the points themselves, the highest degree would win.
    try expectEqual(bestDegree(xs, ys, xs, ys, 5), 5)
    // Three points have room for degree 2 and no more.
    try expectEqual(bestDegree([0, 1, 2], [0, 1, 4], [3], [9], 10), 2)
    try expectEqual(bestDegree([1], [5], [2, 3], [5, 5], 3), 0)
    // Equally good ones: the lowest.
    try expectEqual(bestDegree([0, 1, 2], [0, 0, 0], [3, 4], [0, 0], 2), 0)
    // A parabola that is not determined by two points may hit a third one by luck; it is not tried.
    try expectEqual(bestDegree([-1, 1], [1, 1], [0], [0.5], 5), 0)
    for (a, b, c, d, most) in [
        ([], [], [1.0], [1.0], 2), ([1.0], [1.0], [], [], 2), ([1], [1, 2], [1], [1], 2), ([1], [1], [1, 2], [1], 2),
        ([1], [1], [1], [1], -1),
    ] as [([Double], [Double], [Double], [Double], Int)] {
        try expectEqual(bestDegree(a, b, c, d, most), nil)
    }
}
