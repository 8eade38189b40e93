import Exercises04
import Practice
import Solutions04
import Tensors

let collapsed = Check(
    "4.22", answer("collapsed(_:_:_:_:)", Exercises04.collapsed(_:_:_:_:), Solutions04.collapsed(_:_:_:_:))
) { collapsed in
    // Square matrices first: for them, the wrong order of the product has the right shape.
    var random = SplitMix64(seed: 22)
    for (inputs, hidden, outputs) in [(1, 1, 1), (3, 3, 3), (4, 3, 2), (2, 50, 1)] {
        let (w1, b1) = (Tensor.randn(inputs, hidden, using: &random), Tensor.randn(hidden, using: &random))
        let (w2, b2) = (Tensor.randn(hidden, outputs, using: &random), Tensor.randn(outputs, using: &random))
        let found = try collapsed(w1, b1, w2, b2)
        try expectEqual(found.its("shape of w", \.w.shape), [inputs, outputs])
        try expectEqual(found.its("shape of b", \.b.shape), [outputs])

        // At x = 0 only the biases count.
        let b = found.its("b, which is what both layers make of x = 0", \.b)
        try expectClose(b, b1.matmul(w2) + b2, tolerance: 1e-4)
        let x = Tensor.randn(5, inputs, using: &random)
        let one = found.its("x·w + b for five random x") { x.matmul($0.w) + $0.b }
        try expectClose(one, (x.matmul(w1) + b1).matmul(w2) + b2, tolerance: 1e-4)
    }
}
