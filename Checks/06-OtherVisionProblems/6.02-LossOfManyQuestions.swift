import Exercises06
import Practice
import Solutions06

let lossOfManyQuestions = Check(
    "6.2",
    answer("lossAndGradient(_:_:)", Exercises06.lossAndGradient(_:_:), Solutions06.lossAndGradient(_:_:))
) { lossAndGradient in
    func expectBoth(_ x: [Float], _ y: [Float], _ loss: Float, _ gradient: [Float]) throws {
        let found = try lossAndGradient(x, y)
        try expect(found, "a loss and a gradient") { $0 != nil }
        try expectClose(found.its("the loss") { $0!.0 }, loss)
        try expectClose(found.its("the gradient") { $0!.1 }, gradient, tolerance: 1e-5)
    }
    try expectBoth([0, 2], [1, 1], 0.410038, [-0.25, -0.059601])
    try expectBoth([2], [0], 2.126928, [0.880797])
    try expectBoth([2], [1], 0.126928, [-0.119203])
    try expectBoth([-1.5, 0.5, 3, -2], [0, 1, 0, 1], 1.462751, [0.045606, -0.094385, 0.238144, -0.220199])
    // Very sure, right and wrong.
    try expectBoth([10_000], [0], 10_000, [1])
    try expectBoth([-10_000], [1], 10_000, [-1])
    try expectBoth([10_000, -10_000], [1, 0], 0, [0, 0])
    // A target in between.
    try expectBoth([1], [0.25], 1.063262, [0.481059])
    try expect(lossAndGradient([], []), "nil") { $0 == nil }
    try expect(lossAndGradient([1, 2], [1]), "nil") { $0 == nil }
}
