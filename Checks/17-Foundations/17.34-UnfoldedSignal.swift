import Exercises17
import Practice
import Solutions17
import Tensors

let unfoldedSignal = Check(
    "17.34",
    answer(
        "unfoldedSignal(_:kernel:stride:dilation:)", Exercises17.unfoldedSignal(_:kernel:stride:dilation:),
        Solutions17.unfoldedSignal(_:kernel:stride:dilation:))
) { unfoldedSignal in
    try expectClose(unfoldedSignal(Tensor.arange(6).reshaped(1, 1, 6), 2, 2, 3), Tensor([[[0, 2], [3, 5]]]))
    var random = SplitMix64(seed: 1734)
    for (shape, kernel, stride, dilation) in [
        ([2, 3, 10], 3, 1, 1), ([1, 2, 9], 2, 3, 1), ([2, 1, 11], 3, 2, 2), ([1, 4, 5], 5, 1, 1), ([3, 2, 8], 1, 2, 4),
        ([1, 1, 7], 3, 1, 3),
    ] {
        let x = Tensor.randn(shape, using: &random).requiringGrad()
        let found = try unfoldedSignal(x, kernel, stride, dilation)
        let places = (shape[2] - dilation * (kernel - 1) - 1) / stride + 1
        try expectEqual(found.its("shape", \.shape), [shape[0], shape[1] * kernel, places])
        // Number (image, channel · kernel + tap, place) is x[image, channel, place · stride + tap · dilation].
        var (expected, dx) = ([Float](), [Float](repeating: 0, count: x.count))
        let values = x.scalars
        let dy = Tensor.randn(found.value.shape, using: &random)
        let slopes = dy.scalars
        for row in 0..<shape[0] * shape[1] {
            for tap in 0..<kernel {
                for place in 0..<places {
                    let source = row * shape[2] + place * stride + tap * dilation
                    dx[source] += slopes[expected.count]
                    expected.append(values[source])
                }
            }
        }
        try expectClose(found, Tensor(shape: found.value.shape, expected))
        found.value.backward(gradient: dy)
        try expectClose(found.its("gradient of x") { _ in x.grad! }, Tensor(shape: shape, dx))
    }
}
