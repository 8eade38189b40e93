import Exercises14
import Layers
import Practice
import Solutions14
import Tensors

let bottleneckOfOnesOwn = Check(
    "14.14",
    answer(
        "bottleneckLayer(_:reduction:using:)", changing(Exercises14.bottleneckLayer(_:reduction:using:)),
        changing(Solutions14.bottleneckLayer(_:reduction:using:)))
) { bottleneckLayer in
    let random = Variable("random", SplitMix64(seed: 1414))
    for (channels, reduction) in [(16, 4), (6, 2), (5, 5)] {
        let (layer, few) = (try bottleneckLayer(channels, reduction, random), channels / reduction)
        try expectEqual(
            layer.its("shapes of the parameters") { $0.parameters.map { "\($0.shape)" } },
            [
                [few, channels, 1, 1], [few], [few], [few, few, 3, 3], [few], [few], [channels, few, 1, 1], [channels],
                [channels],
            ].map { "\($0)" })
        let starts = layer.its("γ and β of the three norms, at the start") { layer in
            [1, 2, 4, 5, 7, 8].map { layer.parameters[$0].value.scalars }
        }
        try expectEqual(
            starts,
            [(1, few), (0, few), (1, few), (0, few), (0, channels), (0, channels)].map { start, count in
                [Float](repeating: start, count: count)
            })
        let x = Tensor.randn(4, channels, 6, 5, using: &random.value)
        try expectEqual(layer.its("what a new one returns is relu(x)") { $0(x).scalars == x.relu().scalars }, true)

        // The same numbers in the engine's operations, in training and in use:
        let p = layer.value.parameters
        p[7].assign(.rand([channels], low: 0.5, high: 1.5, using: &random.value))
        let w = p.map { $0.value.detached() }
        let first = x.conv2d(w[0]).batchNorm(w[1], w[2], epsilon: 1e-5).y.relu()
        let second = first.conv2d(w[3], padding: 1).batchNorm(w[4], w[5], epsilon: 1e-5).y.relu()
        let expected = (second.conv2d(w[6]).batchNorm(w[7], w[8], epsilon: 1e-5).y + x).relu()
        try expectClose(layer.its("its output in training") { $0(x).detached() }, expected, tolerance: 1e-4)
        layer.value.eval()
        let alone = x[0..<1]
        try expectClose(
            layer.its("one picture in use, alone") { $0(alone).detached() },
            layer.value(x).detached()[0..<1], tolerance: 1e-4)
        layer.value.train()
        layer.value(x).sum().backward()
        try expectEqual(
            layer.its("all parameters have a gradient") { $0.parameters.allSatisfy { $0.grad != nil } }, true)
    }
    let (one, two) = (try bottleneckLayer(8, 2, random), try bottleneckLayer(8, 2, random))
    try expect(two.its("weights of a second one") { $0.parameters[0].value.scalars }, "others than the first one's") {
        $0 != one.value.parameters[0].value.scalars
    }
}
