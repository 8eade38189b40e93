import Exercises15
import Layers
import Practice
import Solutions15
import Tensors
import Training

let copyingHead = Check(
    "15.10",
    answer(
        "copyingHead(channels:widths:outputs:seed:)", Exercises15.copyingHead(channels:widths:outputs:seed:),
        Solutions15.copyingHead(channels:widths:outputs:seed:))
) { head in
    var random = SplitMix64(seed: 1510)
    for (channels, widths, outputs) in [(8, [4, 6], 3), (5, [7], 2), (3, [], 4), (6, [6, 5, 4, 3], 1)] {
        let found = try head(channels, widths, outputs, 1)
        let net = found.value
        var (count, below) = (0, channels)
        for width in widths {
            count += 9 * below * width + 2 * width
            below = width
        }
        try expectEqual(found.its("parameters") { $0.parameterCount }, count + below * outputs + outputs)
        let factor = 1 << widths.count
        let scores = net(.randn(2, channels, 2, 3, using: &random))
        try expectEqual(found.its("shape of the scores") { _ in scores.shape }, [2, outputs, 2 * factor, 3 * factor])
        try expect(found.its("scores") { _ in scores.scalars }, "some below 0: no relu at the end") { numbers in
            outputs * widths.count < 2 || numbers.contains { $0 < 0 }
        }
        net.eval()
        if !widths.isEmpty {
            let x = Tensor.randn(1, channels, 2, 3, using: &random)
            let bend = noGrad { (net(x) + net(-x) - 2 * net(.zeros(x.shape))).abs().max().item }
            try expect(
                found.its("how far scores of x and of -x are, together, from twice those of zeros") { _ in bend },
                "above 0: with a relu in each level, the head is not linear"
            ) { $0 > 1e-4 }
        }
        // Even features make an even picture, but for what the border does.
        if widths.count == 2 {
            let even = net(.ones(1, channels, 6, 6))[0..<1, 0..<1, 8..<16, 8..<16]
            try expectClose(found.its("spread within an even picture") { _ in (even.max() - even.min()).item }, 0)
        }
    }
    // What is drawn is drawn from the seed.
    func numbers(_ seed: UInt64) throws -> Found<[[Float]]> {
        try head(2, [3], 1, seed).its("numbers at the start") { $0.parameters.map { $0.value.scalars } }
    }
    let first = try numbers(5)
    try expectEqual(numbers(5).noting("made once more"), first.value)
    try expect(numbers(6), "others than from the seed 5") { $0 != first.value }
    // It learns which of four cells is bright: each pixel of the answer says whether its cell is.
    let learner = try head(1, [6, 6], 2, 3)
    let (net, optimizer) = (learner.value, Adam(learner.value.parameters, learningRate: 0.03))
    let x = Tensor.rand([16, 1, 2, 2], low: -1, high: 1, using: &random)
    let y = IntTensor(shape: x.shape, x.scalars.map { $0 > 0 ? 1 : 0 }).interpolatedCodes()
    var losses: [Float] = []
    for _ in 0..<60 {
        net.zeroGrad()
        let loss = crossEntropy(net(x), y, axis: 1)
        loss.backward()
        optimizer.step()
        losses.append(loss.item)
    }
    try expect(learner.its("loss after 60 steps on 16 pictures") { _ in losses.last! }, "below a third of \(losses[0])")
    {
        $0 < losses[0] / 3
    }
}

extension IntTensor {
    /// Every pixel 4 × 4 times: [n, 1, 2, 2] → [n, 8, 8]
    fileprivate func interpolatedCodes() -> IntTensor {
        let numbers = Tensor(shape: shape, scalars.map(Float.init)).interpolated(by: 4)
        return IntTensor(shape: [shape[0], 8, 8], numbers.scalars.map { Int($0) })
    }
}
