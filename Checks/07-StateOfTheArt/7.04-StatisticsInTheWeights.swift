import Exercises07
import Practice
import Solutions07
import Tensors

let statisticsInTheWeights = Check(
    "7.4",
    answer(
        "withStatistics(_:_:mean:deviation:)", Exercises07.withStatistics(_:_:mean:deviation:),
        Solutions07.withStatistics(_:_:mean:deviation:))
) { changed in
    // One weight, one channel: 2 · (x - 0.5) / 0.25 + 1 = 8 x - 3.
    let one = try changed(Tensor(shape: [1, 1, 1, 1], [2]), Tensor([1]), Tensor([0.5]), Tensor([0.25]))
    try expectClose(one.its("the weights") { $0.0 }, Tensor(shape: [1, 1, 1, 1], [8]))
    try expectClose(one.its("the biases") { $0.1 }, Tensor([-3]))
    var random = SplitMix64(seed: 74)
    for (filters, channels, kernel) in [(4, 3, 3), (2, 3, 1), (3, 2, 5)] {
        let weights = Tensor.randn(filters, channels, kernel, kernel, using: &random)
        let biases = Tensor.randn(filters, using: &random)
        let mean = Tensor.rand(channels, using: &random), deviation = Tensor.rand(channels, using: &random) + 0.2
        let x = Tensor.rand(2, channels, 9, 8, using: &random)
        let found = try changed(weights, biases, mean, deviation)
        try expectEqual(found.its("shape of the weights") { $0.0.shape }, weights.shape)
        try expectEqual(found.its("shape of the biases") { $0.1.shape }, [filters])
        let normalized = (x - mean.reshaped(channels, 1, 1)) / deviation.reshaped(channels, 1, 1)
        let wanted = normalized.conv2d(weights) + biases.reshaped(filters, 1, 1)
        let result = found.its("what the new convolution gives for photos as they are") {
            x.conv2d($0.0) + $0.1.reshaped(filters, 1, 1)
        }
        try expectClose(result, wanted, tolerance: 1e-3)
    }
}
