import Exercises07
import Practice
import Solutions07
import Tensors

let nearestAnswer = Check(
    "7.6",
    answer(
        "nearestAnswer(to:weights:biases:)", Exercises07.nearestAnswer(to:weights:biases:),
        Solutions07.nearestAnswer(to:weights:biases:))
) { nearest in
    func expectNearest(
        _ photo: Tensor, _ weights: Tensor, _ biases: Tensor, _ label: Int, _ distance: Float
    ) throws {
        let found = try nearest(photo, weights, biases)
        try expect(found, "a class and a distance") { $0 != nil }
        try expectEqual(found.its("the class") { $0!.label }, label)
        try expectClose(found.its("the distance") { $0!.distance }, distance, tolerance: 1e-4)
    }
    func expectNone(_ photo: Tensor, _ weights: Tensor, _ biases: Tensor) throws {
        try expect(nearest(photo, weights, biases), "nil") { $0 == nil }
    }
    let three = Tensor([[1, 0], [0, 1], [-1, 0]]), none = Tensor([0, 0, 0])
    try expectNearest(Tensor([3, 1]), three, none, 1, Float(2).squareRoot())
    // Ten times as sure, and just as near.
    try expectNearest(Tensor([3, 1]), three * 10, none, 1, Float(2).squareRoot())
    // Biases count. Class 2 is now ahead of class 1, but its score also changes faster.
    try expectNearest(Tensor([3, 1]), three, Tensor([0, 0, 5]), 2, 0.5)
    try expectNearest(Tensor([3, 1]), three, Tensor([0, 0, 10]), 0, 2)
    // The second highest score is not the nearest one here: the lowest changes so much faster.
    try expectNearest(Tensor([1, 1]), Tensor([[4, 0], [1.5, 0], [-6, 2]]), none, 2, 8 / Float(104).squareRoot())
    // Level already: the first one is the answer, and the other is no distance away.
    try expectNearest(Tensor([2, 2]), Tensor([[1, 0], [0, 1]]), Tensor([0, 0]), 1, 0)
    // Equally near ones: the first.
    try expectNearest(Tensor([2, 0, 0]), Tensor([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), none, 1, Float(2).squareRoot())
    // A class with the same weights is never reached, level or not.
    try expectNearest(Tensor([3, 1]), Tensor([[1, 0], [1, 0], [0, 1]]), none, 2, Float(2).squareRoot())
    try expectNone(Tensor([3, 1]), Tensor([[1, 2], [1, 2]]), Tensor([0.5, 0]))
    try expectNone(Tensor([3, 1]), Tensor([[1, 2]]), Tensor([0]))

    // What is expected is computed class by class in plain numbers.
    var random = SplitMix64(seed: 76)
    for (classes, pixels) in [(10, 48), (3, 5), (6, 200)] {
        let weights = Tensor.randn(classes, pixels, using: &random), biases = Tensor.randn(classes, using: &random)
        let photo = Tensor.rand(pixels, using: &random)
        let rows = (0..<classes).map { weights[$0].scalars.map(Double.init) }
        let scores = (0..<classes).map { k in
            zip(rows[k], photo.scalars).reduce(Double(biases.scalars[k])) { $0 + $1.0 * Double($1.1) }
        }
        let best = scores.firstIndex(of: scores.max()!)!
        let others = (0..<classes).filter { $0 != best }.map { k -> (Int, Double) in
            let square = zip(rows[k], rows[best]).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            return (k, (scores[best] - scores[k]) / square.squareRoot())
        }
        let (label, distance) = others.min { $0.1 < $1.1 }!
        try expectNearest(photo, weights, biases, label, Float(distance))
    }
}
