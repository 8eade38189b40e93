import Exercises19
import Practice
import Solutions19
import Tensors

let linearWeights = Check(
    "19.3", answer("linearWeights(_:_:)", Exercises19.linearWeights(_:_:), Solutions19.linearWeights(_:_:))
) { linearWeights in
    try expectClose(linearWeights(4, 2), Tensor([[1, 0], [0.75, 0.25], [0.25, 0.75], [0, 1]]))
    try expectClose(linearWeights(1, 3), Tensor([[0, 1, 0]]))
    try expectClose(linearWeights(3, 1), Tensor([[1], [1], [1]]))
    try expectClose(linearWeights(3, 3), .eye(3))
    // The engine interpolates whole pictures; a picture of one row is an axis.
    var random = SplitMix64(seed: 193)
    for (new, old) in [(5, 3), (3, 5), (64, 100), (100, 64), (7, 8), (2, 9)] {
        let x = Tensor.randn(1, old, using: &random)
        let found = try linearWeights(new, old)
        try expectEqual(found.its("shape", \.shape), [new, old])
        try expectClose(
            found.its("times a random axis") { $0.matmul(x[0]) },
            x.interpolated(to: [1, new], mode: .bilinear)[0], tolerance: 1e-4)
    }
}
