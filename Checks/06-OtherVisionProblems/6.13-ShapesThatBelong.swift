import Exercises06
import Practice
import Solutions06
import Tensors

let safeSquaredError = Check(
    "6.13",
    answer("safeSquaredError(_:_:)", Exercises06.safeSquaredError(_:_:), Solutions06.safeSquaredError(_:_:))
) { error in
    var random = SplitMix64(seed: 6)
    func expectError(_ a: [Int], _ b: [Int], _ belong: Bool) throws {
        let (outputs, targets) = (Tensor.randn(a, using: &random), Tensor.randn(b, using: &random))
        let found = try error(outputs, targets)
        guard belong else { return try expect(found, "nil") { $0 == nil } }
        let differences = zip(outputs.scalars, targets.scalars).map { ($0 - $1) * ($0 - $1) }
        let mean = differences.reduce(0, +) / Float(differences.count)
        try expect(found, "\(mean)") { $0.map { abs($0 - mean) < 1e-4 } ?? false }
    }
    try expectError([4, 2], [4, 1, 2], true)
    try expectError([4, 1, 2], [4, 2], true)
    try expectError([5], [5, 1], true)
    try expectError([3, 2], [3, 2], true)
    try expectError([1, 2], [1, 1, 2], true)
    try expectError([1, 2], [2], true)
    try expectError([4, 2], [2], false)
    try expectError([4, 2], [1], false)
    try expectError([4, 6], [6, 4], false)
    try expectError([6, 4], [6, 2, 2], false)
    try expectError([2, 2], [2, 1, 2, 2], false)
}
