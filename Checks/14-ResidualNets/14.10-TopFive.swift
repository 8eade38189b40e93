import Exercises14
import Practice
import Solutions14
import Tensors

let topFive = Check(
    "14.10", answer("topAccuracy(_:_:k:)", Exercises14.topAccuracy(_:_:k:), Solutions14.topAccuracy(_:_:k:))
) { topAccuracy in
    let scores: [[Float]] = [[5, 1, 2, 0], [3, 2, 9, 1], [4, 3, 1, 2]]
    for (k, expected) in [(1, 1), (2, 1), (3, 2), (4, 3), (9, 3)] {
        try expectClose(topAccuracy(scores, [0, 1, 2], k), Float(expected) / 3)
    }
    // Equal scores: the earlier class counts as the larger.
    try expectClose(topAccuracy([[1, 1, 1], [1, 1, 1], [1, 1, 1]], [0, 1, 2], 1), 1 / 3)
    try expectClose(topAccuracy([[1, 1, 1], [1, 1, 1], [1, 1, 1]], [0, 1, 2], 2), 2 / 3)
    try expectClose(topAccuracy([[0, 7, 7, 3]], [2], 1), 0)
    try expectClose(topAccuracy([[-.infinity, -3, -1]], [0], 2), 0)
    try expectClose(topAccuracy([], [], 5), 0)
    try expectClose(topAccuracy([[2]], [0], 0), 0)
    var random = SplitMix64(seed: 1410)
    let many = Tensor.randn(40, 12, using: &random)
    let labels = (0..<40).map { $0 * 7 % 12 }
    let found = many.topK(5, axis: 1).indices .== IntTensor(labels).unsqueezed(1)
    let rows = (0..<40).map { Array(many.scalars[$0 * 12..<$0 * 12 + 12]) }
    try expectClose(topAccuracy(rows, labels, 5), Tensor(found).sum().item / 40)
}
