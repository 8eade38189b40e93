import Exercises06
import Practice
import Solutions06
import Tensors

let thresholdOfAClass = Check(
    "6.7",
    answer("bestThreshold(_:_:)", Exercises06.bestThreshold(_:_:), Solutions06.bestThreshold(_:_:))
) { bestThreshold in
    func expectBest(_ p: [Float], _ y: [Bool], _ threshold: Float, _ f1: Double) throws {
        let found = try bestThreshold(p, y)
        try expect(found, "a threshold") { $0 != nil }
        try expectEqual(found.its("the threshold") { $0!.0 }, threshold)
        try expectClose(found.its("its F1") { $0!.1 }, f1)
    }
    try expectBest([0.9, 0.8, 0.3], [true, false, true], 0.3, 0.8)
    try expectBest([0.3, 0.9, 0.8], [true, true, false], 0.3, 0.8)
    try expectBest([0.9, 0.2, 0.1], [true, false, false], 0.9, 1)
    // Two photos of the same probability are said together, in whichever order they come.
    try expectBest([0.6, 0.6, 0.4], [true, false, false], 0.6, 2.0 / 3)
    try expectBest([0.6, 0.6, 0.4], [false, true, false], 0.6, 2.0 / 3)
    // Equally good: 0.9 says one and it is right, 0.2 says all four: 2/3 each.
    try expectBest([0.9, 0.5, 0.4, 0.2], [true, false, false, true], 0.9, 2.0 / 3)
    try expectBest([0.01], [true], 0.01, 1)
    for (p, y) in [([0.5, 0.4], [false, false]), ([0.5], [true, false]), ([], [])] as [([Float], [Bool])] {
        try expect(bestThreshold(p, y), "nil") { $0 == nil }
    }
}
