import Exercises16
import Practice
import Solutions16
import Tensors

let seenBefores = Check(
    "16.26",
    answer(
        "seenBefore(_:in:tolerance:)", Exercises16.seenBefore(_:in:tolerance:), Solutions16.seenBefore(_:in:tolerance:))
) { seenBefore in
    func judge(_ checked: Tensor, _ learned: Tensor, _ tolerance: Float, is pairs: [[Int]]) throws {
        try expectEqual(try seenBefore(checked, learned, tolerance), pairs)
    }
    let learned = Tensor([[0, 1, 2], [3, 4, 5], [0, 1, 2], [6, 7, 8]])
    try judge(Tensor([[3, 4, 5], [9, 9, 9], [0, 1, 2]]), learned, 0, is: [[0, 1], [2, 0]])
    // One number is enough to differ.
    try judge(Tensor([[3, 4, 5.5], [0, 1.25, 2]]), learned, 0.25, is: [[1, 0]])
    try judge(Tensor([[3, 4, 5.5], [0, 1.25, 2]]), learned, 0.5, is: [[0, 1], [1, 0]])
    // The sums are equal, the rows are not.
    try judge(Tensor([[2, 1, 0]]), learned, 0.5, is: [])
    try judge(Tensor([[.nan, 1, 2]]), learned, 10, is: [])
    try judge(Tensor([[.nan, 1, 2]]), Tensor([[.nan, 1, 2]]), 10, is: [])
    // Images that were changed a little.
    var random = SplitMix64(seed: 16)
    let images = Tensor.randn(60, 784, using: &random)
    let others = Tensor.cat([Tensor.randn(40, 784, using: &random), images[20..<40] + 0.001])
    try judge(images, others, 0.01, is: (20..<40).map { [$0, $0 + 20] })
    try judge(images, others, 0.0005, is: [])
}
