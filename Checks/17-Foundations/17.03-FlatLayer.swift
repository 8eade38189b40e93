import Exercises17
import Practice
import Solutions17
import Tensors

let flatLayer = Check(
    "17.3",
    answer(
        "flatLayer(_:_:_:batch:inputs:)", Exercises17.flatLayer(_:_:_:batch:inputs:),
        Solutions17.flatLayer(_:_:_:batch:inputs:))
) { layer in
    try expectClose(layer([1, 2, 3, 4], [10, 100, 1, 0, 0, 1], [0, 0, 7], 2, 2), [210, 1, 9, 430, 3, 11])
    // Without inputs, the biases are left; without items, nothing is.
    try expectClose(layer([], [], [1, 2], 2, 0), [1, 2, 1, 2])
    try expectClose(layer([], [1, 2], [5], 0, 2), [])
    var random = SplitMix64(seed: 173)
    for (batch, inputs, neurons) in [(3, 4, 5), (1, 7, 2), (5, 784, 10)] {
        let x = Tensor.randn(batch, inputs, using: &random)
        let (w, b) = (Tensor.randn(neurons, inputs, using: &random), Tensor.randn(neurons, using: &random))
        let expected = x.matmul(w.T) + b
        try expectClose(
            layer(x.scalars, w.scalars, b.scalars, batch, inputs), expected.scalars, tolerance: 1e-4)
    }
}
