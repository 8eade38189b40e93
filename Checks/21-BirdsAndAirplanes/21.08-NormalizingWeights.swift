import Exercises21
import Practice
import Solutions21
import Tensors

let normalizingWeights = Check(
    "21.8",
    answer(
        "normalizingWeights(_:bias:mean:deviation:)", Exercises21.normalizingWeights(_:bias:mean:deviation:),
        Solutions21.normalizingWeights(_:bias:mean:deviation:))
) { normalizingWeights in
    // One output, two channels of one pixel: 3 · (v₀ - 1) / 2 + 4 · (v₁ - 10) / 5 + 7.
    let small = try normalizingWeights(
        Tensor([[3, 4]]), Tensor([7]), Tensor([1, 10]), Tensor([2, 5]))
    try expectClose(small.its("weight") { $0.weight }, Tensor([[1.5, 0.8]]))
    try expectClose(small.its("bias") { $0.bias }, Tensor([-2.5]))

    var random = SplitMix64(seed: 218)
    for (out, c, h, w) in [(5, 3, 4, 6), (1, 1, 3, 3), (2, 4, 1, 1)] {
        let weight = Tensor.randn(out, c * h * w, using: &random)
        let bias = Tensor.randn(out, using: &random)
        let mean = Tensor.rand(c, using: &random)
        let deviation = Tensor.rand(c, low: 0.2, high: 0.4, using: &random)
        let x = Tensor.rand(8, c, h, w, using: &random)
        let normalized = (x - mean.reshaped(c, 1, 1)) / deviation.reshaped(c, 1, 1)
        let scores = normalized.reshaped(8, c * h * w).matmul(weight.transposed()) + bias
        let found = try normalizingWeights(weight, bias, mean, deviation)
        try expectEqual(found.its("shape of weight") { $0.weight.shape }, weight.shape)
        try expectEqual(found.its("shape of bias") { $0.bias.shape }, bias.shape)
        try expectClose(
            found.its("scores of 8 pictures") { x.reshaped(8, c * h * w).matmul($0.weight.transposed()) + $0.bias },
            scores, tolerance: 1e-4)
    }
}
