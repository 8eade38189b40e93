import Exercises13
import Practice
import Solutions13
import Tensors

let dilatedFields = Check(
    "13.13",
    answer(
        "receptiveFields(kernels:strides:dilations:)", Exercises13.receptiveFields(kernels:strides:dilations:),
        Solutions13.receptiveFields(kernels:strides:dilations:))
) { receptiveFields in
    try expectEqual(try receptiveFields([3, 3, 3, 3, 3], [2, 2, 2, 2, 2], [1, 1, 1, 1, 1]), [3, 7, 15, 31, 63])
    try expectEqual(try receptiveFields([], [], []), [])
    for (kernels, strides, dilations) in [
        ([3], [1], [2]), ([3, 3, 3], [1, 1, 1], [1, 2, 4]), ([5, 3, 1], [2, 2, 3], [1, 1, 5]),
        ([2, 4], [3, 1], [2, 3]),
        ([1, 1], [2, 2], [1, 1]), ([3, 2, 3], [2, 1, 2], [3, 1, 2]),
        ([3, 3, 2, 3, 5, 3, 2, 3], [1, 2, 1, 1, 1, 2, 1, 1], [1, 2, 1, 3, 1, 1, 2, 1]),
    ] {
        // Measured: the gradient of a number in the middle, through kernels of ones.
        let measured = kernels.indices.map { last in
            let x = Tensor.zeros(1, 1, 400).requiringGrad()
            var y = x
            for layer in 0...last {
                y = y.conv1d(.ones(1, 1, kernels[layer]), stride: strides[layer], dilation: dilations[layer])
            }
            y[0, 0, y.shape[2] / 2].backward()
            let seen = x.grad!.scalars.indices.filter { x.grad!.scalars[$0] != 0 }
            return seen.last! - seen[0] + 1
        }
        try expectEqual(try receptiveFields(kernels, strides, dilations), measured)
    }
}
