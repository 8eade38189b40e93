import Exercises13
import Foundation
import Practice
import Solutions13
import Tensors
import Training

let bestConstant = Check(
    "13.20", answer("bestConstant(counts:)", Exercises13.bestConstant(counts:), Solutions13.bestConstant(counts:))
) { best in
    func expect(_ counts: [Int], _ scores: [Double], _ loss: Double, _ accuracy: Double) throws {
        let found = try best(counts)
        try expectClose(found.its("scores", \.scores), scores)
        try expectClose(found.its("cross-entropy", \.crossEntropy), loss)
        try expectClose(found.its("accuracy", \.accuracy), accuracy)
    }
    try expect(Array(repeating: 100, count: 10), Array(repeating: 0, count: 10), log(10.0), 0.1)
    try expect([3, 1], [0, -log(3.0)], 0.5623351, 0.75)
    try expect([0, 5, 0], [-.infinity, 0, -.infinity], 0, 1)
    try expect([5], [0], 0, 1)
    try expect([2, 2, 4], [-log(2.0), -log(2.0), 0], 1.5 * log(2.0), 0.5)
    // MNIST's test images: the accuracy is the book's 0.1135.
    let mnist = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    let found = try best(mnist)
    try expectClose(found.its("accuracy", \.accuracy), 0.1135)
    // The loss of these scores, by the engine; and no other scores that we try are better.
    let labels = IntTensor(mnist.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) })
    func loss(_ scores: [Double]) -> Double {
        let row = Tensor(scores.map { Float($0) }).unsqueezed(0)
        return Double(crossEntropy(row.expanded(to: [labels.count, 10]), labels).item)
    }
    let least = loss(found.value.scores)
    try expectClose(found.its("cross-entropy", \.crossEntropy), least, tolerance: 1e-4)
    for digit in 0..<10 {
        for nudge in [-0.3, 0.3] {
            var other = found.value.scores
            other[digit] += nudge
            try expectEqual(
                Found("\(found.call), is better than with score \(digit) changed by \(nudge)", least < loss(other)),
                true)
        }
    }
}
