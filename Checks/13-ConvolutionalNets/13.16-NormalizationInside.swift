import Exercises13
import Practice
import Solutions13
import Tensors

let withNormalizationInside = Check(
    "13.16",
    answer(
        "withNormalizationInside(_:bias:mean:deviation:)", Exercises13.withNormalizationInside(_:bias:mean:deviation:),
        Solutions13.withNormalizationInside(_:bias:mean:deviation:))
) { withNormalizationInside in
    // One weight of 2, bias 1, mean 3, deviation 4: 2 (x − 3) / 4 + 1 = x / 2 − 1 / 2
    let smallest = try withNormalizationInside(Tensor([2]).reshaped(1, 1, 1, 1), Tensor([1]), Tensor([3]), Tensor([4]))
    try expectClose(smallest.its("weight", \.weight), Tensor([0.5]).reshaped(1, 1, 1, 1))
    try expectClose(smallest.its("bias", \.bias), Tensor([-0.5]))
    var random = SplitMix64(seed: 1316)
    for (filters, channels, kernel) in [
        (4, 3, Size2D(3)), (1, 3, Size2D(5, 2)), (6, 1, Size2D(1)), (2, 4, Size2D(2, 3)),
    ] {
        let weight = Tensor.randn([filters, channels, kernel.height, kernel.width], using: &random)
        let bias = Tensor.randn([filters], using: &random)
        let mean = Tensor.rand([channels], low: -1, high: 1, using: &random)
        let deviation = Tensor.rand([channels], low: 0.2, high: 2, using: &random)
        let x = Tensor.randn([2, channels, 8, 7], using: &random)
        let normalized = (x - mean.reshaped(1, channels, 1, 1)) / deviation.reshaped(1, channels, 1, 1)
        let found = try withNormalizationInside(weight, bias, mean, deviation)
        try expectEqual(found.its("shapes") { [$0.weight.shape, $0.bias.shape] }, [weight.shape, bias.shape])
        try expectClose(
            found.its("maps") { x.conv2d($0.weight, bias: $0.bias) }, normalized.conv2d(weight, bias: bias),
            tolerance: 1e-4)
    }
}
