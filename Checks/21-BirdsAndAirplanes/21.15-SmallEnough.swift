import Chapter21
import Exercises21
import Practice
import Solutions21
import Tensors

/// The sign of the first number, with a tenth of the labels wrong, in a few dimensions or in many.
private func noisySigns(_ count: Int, inputs: Int, using random: inout SplitMix64) -> FlatPictures {
    let x = Tensor.randn(count, inputs, using: &random)
    let labels = (0..<count).map { item in (x[item, 0].item > 0) != (random.uniform() < 0.1) ? 1 : 0 }
    return FlatPictures(x, IntTensor(labels))
}

let smallEnough = Check(
    "21.15",
    answer(
        "widestNet(_:gap:sets:seed:)", Exercises21.widestNet(_:gap:sets:seed:), Solutions21.widestNet(_:gap:sets:seed:))
) { widestNet in
    var random = SplitMix64(seed: 2115)
    for inputs in [2, 60] {
        let sets = PictureSets(
            learned: noisySigns(100, inputs: inputs, using: &random),
            checked: noisySigns(200, inputs: inputs, using: &random))
        // What each width comes to, measured here.
        let measured = [1, 8, 64].map { features -> (features: Int, gap: Float, accuracy: Float) in
            var random = SplitMix64(seed: 7)
            let net = shallowNet(inputs: inputs, features: features, using: &random)
            _ = train(
                net, on: sets.learned, checkedWith: sets.checked, epochs: 30, rate: 0.1, using: &random,
                loss: squaredErrorOfScores)
            let checked = accuracy(net, sets.checked)
            return (features, accuracy(net, sets.learned) - checked, checked)
        }
        let gaps: [Float] = [-1, 1] + measured.flatMap { [$0.gap + 0.001, $0.gap - 0.001] }
        for gap in gaps {
            let expected = measured.last { $0.gap <= gap }
            let found = try widestNet([8, 64, 1], gap, sets, 7)
            try expectEqual(found.its("features") { $0?.features }, expected?.features)
            try expectClose(found.its("accuracy") { $0?.accuracy }, expected?.accuracy)
        }
    }
}
