import Exercises13
import Layers
import Practice
import Solutions13
import Tensors

/// A batch norm that has seen something.
private func norm(_ channels: Int, epsilon: Float = 1e-5, using random: inout SplitMix64) -> BatchNorm2d {
    let norm = BatchNorm2d(channels, epsilon: epsilon)
    norm.gamma.assign(.randn(channels, using: &random) + 1)
    norm.beta.assign(.randn(channels, using: &random))
    norm.runningMean.assign(.randn(channels, using: &random))
    norm.runningVariance.assign(.rand(channels, low: 0.2, high: 3, using: &random))
    return norm
}

let foldedBatchNorm = Check("13.24", answer("folded(_:)", Exercises13.folded(_:), Solutions13.folded(_:))) { folded in
    var random = SplitMix64(seed: 1324)
    let nets: [(String, Sequential, String)] = [
        (
            "convolution, norm, ReLU",
            Sequential(Conv2d(3, 4, kernel: 3, stride: 2, padding: 1, using: &random), norm(4, using: &random), ReLU()),
            "Conv2d ReLU"
        ),
        (
            "no bias, two groups, and a norm after the ReLU, which stays",
            Sequential(
                Conv2d(3, 6, kernel: [3, 1], padding: [1, 0], bias: false, using: &random), norm(6, using: &random),
                Conv2d(6, 4, kernel: 3, dilation: 2, groups: 2, using: &random), ReLU(), norm(4, using: &random)),
            "Conv2d Conv2d ReLU BatchNorm2d"
        ),
        ("a norm at the very beginning, and no more", Sequential(norm(3, using: &random), ReLU()), "BatchNorm2d ReLU"),
        (
            "two norms in a row",
            Sequential(Conv2d(3, 2, kernel: 1, using: &random), norm(2, using: &random), norm(2, using: &random)),
            "Conv2d"
        ),
        (
            "a norm with an epsilon of 0.5",
            Sequential(Conv2d(3, 2, kernel: 1, using: &random), norm(2, epsilon: 0.5, using: &random)), "Conv2d"
        ),
        ("nothing at all", Sequential(), ""),
    ]
    for (name, net, kinds) in nets {
        net.eval()
        let x = Tensor.randn(2, 3, 8, 7, using: &random)
        let expected = noGrad { net(x) }
        let before = net.stateDictionary.mapValues(\.scalars)
        let found = try folded(net).noting(name)
        let single = found.its("layers") { $0.layers.map { "\(type(of: $0))" }.joined(separator: " ") }
        try expectEqual(single, kinds)
        found.value.eval()
        try expectClose(found.its("its output") { net in noGrad { net(x) } }, expected, tolerance: 1e-4)
        try expectEqual(
            found.its("net is as it was") { _ in net.stateDictionary.mapValues(\.scalars) == before }, true)
        let kept = net.layers.filter { !($0 is Conv2d || $0 is BatchNorm2d) }
        let others = found.value.layers.filter { !($0 is Conv2d || $0 is BatchNorm2d) }
        try expectEqual(
            found.its("the others are the same objects") { _ in zip(kept, others).allSatisfy { $0 === $1 } }, true)
    }
}
