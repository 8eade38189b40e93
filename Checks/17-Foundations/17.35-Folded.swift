import Exercises17
import Practice
import Solutions17
import Tensors

let folded = Check(
    "17.35",
    answer(
        "folded(_:to:kernel:stride:)", Exercises17.folded(_:to:kernel:stride:),
        Solutions17.folded(_:to:kernel:stride:))
) { folded in
    let ones = Tensor.ones(1, 4, 4)
    try expectClose(folded(ones, [4, 4], 2, 2), .ones(1, 1, 4, 4))
    let framed = Tensor.ones(1, 1, 4, 4).padded([(before: 0, after: 1), (before: 0, after: 1)])
    try expectClose(folded(ones, [5, 5], 2, 2), framed)
    try expectClose(folded(ones, [3, 3], 2, 1), Tensor([[[1, 2, 1], [2, 4, 2], [1, 2, 1]]]).unsqueezed(0))

    // Folding is the way back from unfolding, so it is the gradient of that.
    var random = SplitMix64(seed: 1735)
    for (n, channels, size, kernel, stride) in [
        (2, 3, [6, 5] as Size2D, 3, 1), (1, 2, [7, 8], 3, 2), (2, 1, [5, 5], 1, 3), (1, 1, [4, 6], 4, 1),
        (1, 2, [9, 7], 2, 3),
    ] {
        let image = Tensor.zeros(n, channels, size.height, size.width).requiringGrad()
        let windows = image.windows(axis: 2, size: kernel, step: stride).windows(axis: 3, size: kernel, step: stride)
        let shape = windows.shape
        let columns = windows.permuted(0, 1, 4, 5, 2, 3).reshaped(n, channels * kernel * kernel, shape[2] * shape[3])
        let values = Tensor.randn(columns.shape, using: &random)
        columns.backward(gradient: values)
        try expectClose(folded(values, size, kernel, stride), image.grad!)
    }
}
