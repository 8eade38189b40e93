import Exercises13
import Practice
import Solutions13
import Tensors

let inputGradient = Check(
    "13.8",
    answer(
        "inputGradient(_:_:padding:)", Exercises13.inputGradient(_:_:padding:), Solutions13.inputGradient(_:_:padding:))
) { inputGradient in
    try expectClose(
        inputGradient(
            Tensor([[1, 0], [0, 10]]).reshaped(1, 1, 2, 2), Tensor([[1, 2], [3, 4]]).reshaped(1, 1, 2, 2), 0),
        Tensor([[1, 2, 0], [3, 14, 20], [0, 30, 40]]).reshaped(1, 1, 3, 3))
    var random = SplitMix64(seed: 138)
    for (n, channels, kernels, k, padding) in [
        (1, 1, 1, 3, 0), (2, 3, 4, 3, 1), (2, 1, 5, 3, 2), (1, 4, 2, 1, 0), (3, 2, 2, 5, 2), (1, 2, 3, 2, 1),
    ] {
        let x = Tensor.randn(n, channels, 7, 6, using: &random).requiringGrad()
        let weight = Tensor.randn(kernels, channels, k, k, using: &random)
        let y = x.conv2d(weight, padding: Size2D(padding))
        let dy = Tensor.randn(y.shape, using: &random)
        y.backward(gradient: dy)
        try expectClose(inputGradient(dy, weight, padding), x.grad!, tolerance: 1e-4)
    }
}
