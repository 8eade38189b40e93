import Exercises06
import Foundation
import Practice
import Solutions06
import Tensors

let placesInHeatMaps = Check(
    "6.15",
    answer("placesInHeatMaps(_:)", Exercises06.placesInHeatMaps(_:), Solutions06.placesInHeatMaps(_:))
) { places in
    func expectPlaces(_ scores: Tensor, _ expected: [Float]) throws {
        let found = try places(scores)
        try expectEqual(found.its("shape") { $0.shape }, [scores.shape[0], 2])
        try expectClose(found.its("numbers") { $0.scalars }, expected, tolerance: 1e-4)
    }
    // Nothing is higher than the rest: the middle.
    try expectPlaces(.zeros(1, 3, 5), [0, 0])
    // One cell alone, in a map that is wider than high.
    func peak(_ row: Int, _ column: Int) -> [Float] { (0..<8).map { $0 == row * 4 + column ? 1000 : 0 } }
    try expectPlaces(Tensor(shape: [2, 2, 4], peak(0, 0) + peak(1, 2)), [-0.75, -0.5, 0.25, 0.5])
    // Two cells, one three times as likely as the other.
    try expectPlaces(Tensor(shape: [1, 1, 2], [log(3), 0]), [-0.25, 0])
    // A constant changes nothing.
    var random = SplitMix64(seed: 15)
    let scores = Tensor.randn(4, 5, 6, using: &random)
    let found = try places(scores)
    try expectPlaces(scores + 500, found.value.scalars)
    // It moves towards a score that grows: differentiable.
    let map = Tensor.zeros(1, 2, 2).requiringGrad()
    let moved = try places(map)
    moved.value[0][0].backward()
    try expect(
        moved, "a gradient of x with respect to the scores", found: map.grad == nil ? "none" : "\(map.grad!.scalars)"
    ) { _ in
        zip(map.grad?.scalars ?? [0, 0, 0, 0], [-0.125, 0.125, -0.125, 0.125] as [Float]).allSatisfy {
            abs($0 - $1) < 1e-4
        }
    }
}
