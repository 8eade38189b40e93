import Exercises14
import Practice
import Solutions14
import Tensors

let pointwiseByEinsum = Check(
    "14.8",
    answer(
        "pointwiseByEinsum(_:_:bias:stride:)", Exercises14.pointwiseByEinsum(_:_:bias:stride:),
        Solutions14.pointwiseByEinsum(_:_:bias:stride:))
) { pointwiseByEinsum in
    // One pixel of two channels: 2 · 3 + 5 · 1, and 1 more.
    let pixel = Tensor([2, 5]).reshaped(1, 2, 1, 1)
    let filter = Tensor([3, 1]).reshaped(1, 2, 1, 1)
    try expectClose(pointwiseByEinsum(pixel, filter, Tensor([1]), 1), Tensor([12]).reshaped(1, 1, 1, 1))
    var random = SplitMix64(seed: 1408)
    for (n, channels, filters, height, width, stride) in [
        (2, 3, 8, 5, 4, 1), (1, 4, 1, 6, 6, 2), (3, 1, 5, 7, 5, 2), (2, 2, 2, 7, 8, 3), (1, 3, 3, 1, 1, 2),
        (2, 2, 2, 2, 2, 1),
    ] {
        let x = Tensor.randn(n, channels, height, width, using: &random)
        let weight = Tensor.randn(filters, channels, 1, 1, using: &random)
        for bias in [nil, Tensor.randn(filters, using: &random)] {
            try expectClose(
                pointwiseByEinsum(x, weight, bias, stride), x.conv2d(weight, bias: bias, stride: Size2D(stride)),
                tolerance: 1e-4)
        }
    }
}
