import Exercises13
import Practice
import Solutions13
import Tensors

let seenPixels = Check(
    "13.14",
    answer(
        "seenPixels(by:of:kernels:strides:paddings:)", Exercises13.seenPixels(by:of:kernels:strides:paddings:),
        Solutions13.seenPixels(by:of:kernels:strides:paddings:))
) { seenPixels in
    try expectEqual(try seenPixels(3, 28, [3, 3], [2, 2], [1, 1]), 9..<16)
    try expectEqual(try seenPixels(0, 28, [3, 3], [2, 2], [1, 1]), 0..<4)
    try expectEqual(try seenPixels(5, 8, [], [], []), 5..<6)
    for (length, kernels, strides, paddings) in [
        (28, [3, 3, 3, 3, 3], [2, 2, 2, 2, 2], [1, 1, 1, 1, 1]), (28, [5, 3], [2, 2], [2, 1]),
        // The last pixel is left out by the first layer, and the second layer's padding stands where it would be.
        (5, [2, 3], [2, 1], [0, 1]), (9, [3, 1, 3], [1, 2, 1], [0, 0, 1]), (12, [4], [3], [3]),
    ] {
        let places = kernels.indices.reduce(length) {
            ($0 + 2 * paddings[$1] - kernels[$1]) / strides[$1] + 1
        }
        for position in 0..<places {
            // Measured: the gradient of that number, through kernels of ones.
            let x = Tensor.zeros(1, 1, length).requiringGrad()
            var y = x
            for layer in kernels.indices {
                y = y.conv1d(.ones(1, 1, kernels[layer]), stride: strides[layer], padding: paddings[layer])
            }
            y[0, 0, position].backward()
            let seen = x.grad!.scalars.indices.filter { x.grad!.scalars[$0] != 0 }
            try expectEqual(
                try seenPixels(position, length, kernels, strides, paddings), seen[0]..<seen.last! + 1)
        }
    }
}
