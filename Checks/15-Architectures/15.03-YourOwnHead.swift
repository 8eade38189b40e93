import Exercises15
import Layers
import Practice
import Solutions15
import Tensors
import Training

/// Maps of noise [n, channels, 4, 4], a quarter of the first of them brighter, and which quarter.
private func quarters(_ count: Int, _ channels: Int, using random: inout SplitMix64) -> (Tensor, IntTensor) {
    var numbers = Tensor.randn(count, channels * 16, using: &random).scalars
    let labels = (0..<count).map { $0 % 4 }
    for (item, label) in labels.enumerated() {
        for row in 0..<2 {
            for column in 0..<2 {
                numbers[item * channels * 16 + (2 * (label / 2) + row) * 4 + 2 * (label % 2) + column] += 2
            }
        }
    }
    return (Tensor(shape: [count, channels, 4, 4], numbers), IntTensor(labels))
}

let yourOwnHead = Check(
    "15.3",
    Answer<@Sendable (Int, inout SplitMix64) throws -> Sequential>(
        { try Exercises15.ownHead($0, using: &$1) }, { try Solutions15.ownHead($0, using: &$1) })
) { make in
    for (seed, channels) in [(1, 3), (2, 6)] as [(UInt64, Int)] {
        var random = SplitMix64(seed: seed)
        let (train, valid) = (quarters(200, channels, using: &random), quarters(200, channels, using: &random))
        let head = try asking("a head for \(channels) maps") { try make(channels, &random) }
        let given = Found("the head for \(channels) maps", head)
        try expectEqual(given.its("the shape of its scores for 200 pictures") { $0(valid.0).shape }, [200, 4])
        head.train()
        let optimizer = Adam(head.parameters, learningRate: 0.02)
        for _ in 0..<60 {
            optimizer.zeroGrad()
            crossEntropy(head(train.0), train.1).backward()
            optimizer.step()
        }
        head.eval()
        let found = noGrad { head(valid.0) }.argmax(axis: 1).scalars
        let share = Double(zip(found, valid.1.scalars).count { $0 == $1 }) / 200
        try expect(
            given.its("the share of right answers after 60 steps") { _ in share }, "at least 0.9"
        ) { $0 >= 0.9 }
    }
}
