import Exercises13
import Practice
import Solutions13
import Tensors

let otherChannels = Check(
    "13.16",
    answer(
        "firstLayer(_:channels:)", Exercises13.firstLayer(_:channels:), Solutions13.firstLayer(_:channels:))
) { firstLayer in
    let filter = Tensor([3, 6, 9]).reshaped(1, 3, 1, 1)
    for (channels, slices) in [
        (1, [18]), (2, [12, 6]), (3, [3, 6, 9]), (4, [1.5, 6, 9, 1.5]), (6, [1.5, 3, 4.5, 1.5, 3, 4.5]),
        (8, [1, 2, 4.5, 1, 2, 4.5, 1, 2]),
    ] as [(Int, [Float])] {
        try expectClose(firstLayer(filter, channels), Tensor(slices).reshaped(1, channels, 1, 1))
    }
    // Two filters, each with slices of its own, and kernels that are not square.
    let two = Tensor(shape: [2, 2, 1, 2], [1, 2, 3, 4, 10, 20, 30, 40])
    try expectClose(firstLayer(two, 1), Tensor(shape: [2, 1, 1, 2], [4, 6, 40, 60]))
    try expectClose(firstLayer(two, 3), Tensor(shape: [2, 3, 1, 2], [0.5, 1, 3, 4, 0.5, 1, 5, 10, 30, 40, 5, 10]))
    // Five old channels on two: 0, 2 and 4 on the first, 1 and 3 on the second.
    let five = Tensor([1, 10, 100, 1000, 10000]).reshaped(1, 5, 1, 1)
    try expectClose(firstLayer(five, 2), Tensor([10101, 1010]).reshaped(1, 2, 1, 1))
    try expectClose(firstLayer(Tensor([7]).reshaped(1, 1, 1, 1), 2), Tensor([3.5, 3.5]).reshaped(1, 2, 1, 1))

    // Pictures whose channels are all the same: the old maps are those of the new layer.
    var random = SplitMix64(seed: 1316)
    let grey = Tensor.rand(2, 1, 9, 8, using: &random)
    for (old, new) in [(3, 1), (3, 2), (3, 5), (3, 12), (4, 3), (1, 3)] {
        let weight = Tensor.randn(4, old, 3, 3, using: &random)
        let found = try firstLayer(weight, new)
        try expectEqual(found.its("shape", \.shape), [4, new, 3, 3])
        func maps(_ weight: Tensor) -> Tensor {
            grey.expanded(to: [2, weight.shape[1], 9, 8]).conv2d(weight)
        }
        try expectClose(found.its("maps of pictures whose channels are the same", maps), maps(weight), tolerance: 1e-4)
    }
}
