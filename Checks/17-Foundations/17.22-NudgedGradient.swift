import Exercises17
import Foundation
import Practice
import Solutions17

private typealias Gradient = @Sendable (@escaping ([Double]) -> Double, [Double]) throws -> [Double]

let nudgedGradient = Check(
    "17.22",
    answer(
        "nudgedGradient(of:at:)", naming(Exercises17.nudgedGradient(of:at:) as Gradient),
        naming(Solutions17.nudgedGradient(of:at:) as Gradient))
) { gradient in
    func function(_ text: String, _ body: @escaping ([Double]) -> Double) -> Named<([Double]) -> Double> {
        Named(text, body)
    }
    let sum = function("{ $0[0] * $0[0] + 3 * $0[1] }") { $0[0] * $0[0] + 3 * $0[1] }
    try expectClose(gradient(sum, [2, 7]), [4, 3], tolerance: 1e-7)
    try expectClose(gradient(sum, [-0.25, 0]), [-0.5, 3], tolerance: 1e-7)
    let product = function("{ $0[0] * $0[1] * $0[2] }") { $0[0] * $0[1] * $0[2] }
    try expectClose(gradient(product, [2, 3, -5]), [-15, -10, 6], tolerance: 1e-7)
    try expectClose(gradient(function("{ exp($0[0]) }") { exp($0[0]) }, [1]), [exp(1)], tolerance: 1e-8)
    try expectEqual(gradient(function("{ _ in 5 }") { _ in 5 }, []), [])

    // A straight line has the slope of 1 everywhere, exactly, if the distance is the one that was walked.
    let line = function("{ $0[0] }") { $0[0] }
    for x in [12_345.678, -98_765.4321, 1e9, 0.3] { try expectEqual(gradient(line, [x]), [1]) }
    // Far out, a step of 0.00001 would drown in rounding.
    let square = function("{ $0[0] * $0[0] }") { $0[0] * $0[0] }
    try expectClose(gradient(square, [1e8]), [2e8], tolerance: 1e-7)

    var (calls, places): (Int, Set<[Double]>) = (0, [])
    let counted = function("a function that counts its calls") { x in
        calls += 1
        places.insert(x)
        return x.reduce(0, +)
    }
    let found = try gradient(counted, [1, 2, 3, 4])
    try expectClose(found, [1, 1, 1, 1], tolerance: 1e-7)
    try expectEqual(found.its("number of calls") { _ in calls }, 8)
    try expectEqual(
        found.its("calls in which one number differs") { _ in
            places.count { place in zip(place, [1, 2, 3, 4]).count { $0 != $1 } == 1 }
        }, 8)
}
