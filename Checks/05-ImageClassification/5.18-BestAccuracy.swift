import Exercises05
import Foundation
import Practice
import Solutions05
import Tensors

/// Features of which a few say something about the class, in columns of very different sizes.
private func features(_ count: Int, classes: Int, seed: UInt64) -> (x: Tensor, labels: [Int], z: Tensor, truth: [Int]) {
    let (columns, useful) = (160, 12)
    var random = SplitMix64(seed: seed)
    let means = Tensor.randn(classes, useful, using: &random) * 1.1
    let sizes = Tensor((0..<columns).map { _ in Float(pow(10, 3 * random.uniform() - 1.5)) })
    let places = random.permutation(columns)
    func draw(_ n: Int) -> (Tensor, [Int]) {
        let labels = (0..<n).map { $0 % classes }
        let noise = Tensor.randn(n, columns, using: &random)
        var x = noise
        for (row, label) in labels.enumerated() {
            for k in 0..<useful { x[row, places[k]] = noise[row, places[k]] + means[label, k] }
        }
        return (x * sizes + sizes, labels)
    }
    let ((x, labels), (z, truth)) = (draw(count), draw(300))
    return (x, labels, z, truth)
}

let bestLabels = Check(
    "5.18",
    answer(
        "bestLabels(_:_:classes:of:)", Exercises05.bestLabels(_:_:classes:of:), Solutions05.bestLabels(_:_:classes:of:))
) { bestLabels in
    var shares: [Double] = []
    for (classes, seed) in [(3, 1), (4, 2), (5, 3)] as [(Int, UInt64)] {
        let set = features(24 * classes, classes: classes, seed: 518 + seed)
        let found = try bestLabels(set.x, set.labels, classes, set.z)
        try expectEqual(found.its("number of labels") { $0.count }, set.truth.count)
        try expect(found, "labels from 0 to \(classes - 1)") { $0.allSatisfy { (0..<classes).contains($0) } }
        shares.append(Double(zip(found.value, set.truth).count { $0 == $1 }) / Double(set.truth.count))
    }
    try expect(
        Found("the share of right labels in three sets of features", shares), "at least 0.9 on average"
    ) { $0.reduce(0, +) / 3 >= 0.9 }
}
