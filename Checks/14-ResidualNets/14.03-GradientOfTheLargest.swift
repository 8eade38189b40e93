import Exercises14
import Practice
import Solutions14
import Tensors

let gradientOfLargest = Check(
    "14.3",
    answer(
        "gradientOfLargest(_:dy:)", Exercises14.gradientOfLargest(_:dy:), Solutions14.gradientOfLargest(_:dy:))
) { gradientOfLargest in
    try expectEqual(
        gradientOfLargest([[1, 7], [7, 3], [2, 2]], [[10], [20]]), [[0, 10], [0, 0], [20, 0]])
    // Below, the largest stands in the second row; equal ones go to the first in reading order.
    try expectEqual(gradientOfLargest([[1, 2], [5, 5]], [[3]]), [[0, 0], [3, 0]])
    try expectEqual(gradientOfLargest([[-4]], [[2]]), [[2]])
    var random = SplitMix64(seed: 1403)
    for (height, width) in [(4, 6), (5, 4), (3, 7), (1, 5), (6, 1), (2, 2)] {
        // Few different numbers, so that there are many equal ones.
        let x = Tensor.randn(height, width, using: &random).rounded().requiringGrad()
        let y = x.maxPooled(2, ceilMode: true)
        let dy = Tensor.randn(y.shape, using: &random)
        y.backward(gradient: dy)
        func rows(_ tensor: Tensor) -> [[Float]] { (0..<tensor.shape[0]).map { tensor[$0].scalars } }
        try expectEqual(try gradientOfLargest(rows(x.detached()), rows(dy)), rows(x.grad!))
    }
}
