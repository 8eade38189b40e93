// The four models of sections 12.2 to 12.6 with small weights: scores, loss and all gradients as PyTorch 2 computes
// them.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing

/// ((i · a + b) mod 11 − 5) / 8 at place i.
private func numbers(_ shape: [Int], _ a: Int, _ b: Int) -> Tensor {
    Tensor(shape: shape, (0..<shape.reduce(1, *)).map { Float(($0 * a + b) % 11 - 5) / 8 })
}

/// Five words, three numbers in a state.
private func set(_ model: WordLayers) {
    let values = [
        numbers([5, 3], 7, 3), numbers([3, 3], 5, 1), numbers([3], 3, 2), numbers([5, 3], 4, 6), numbers([5], 2, 9),
    ]
    for (parameter, value) in zip(model.parameters, values) { parameter.assign(value) }
}

private func expectGradients(of model: WordLayers, _ golden: [[Float]]) {
    for ((name, parameter), expected) in zip(model.namedParameters, golden) {
        expectClose(parameter.grad!.flattened(), Tensor(expected), absolute: 2e-6, "\(name)")
    }
}

@Suite struct `12 Models with golden values` {
    @Test func `three words, with and without the loop`() {
        var random = SplitMix64(seed: 1)
        let models: [any WordModel & WordLayers] = [
            ThreeWordModel(vocabulary: 5, hidden: 3, using: &random),
            LoopedModel(vocabulary: 5, hidden: 3, using: &random),
            StatefulModel(vocabulary: 5, hidden: 3, using: &random),
        ]
        for model in models {
            set(model)
            let scores = model(IntTensor([[0, 3, 1], [2, 2, 4]]))
            expectClose(
                scores.detached(),
                Tensor([
                    [0.8523865, -0.9786682, -0.6575928, -0.3365173, -0.0154419],
                    [0.6293945, -0.9155273, -0.5644531, -0.2133789, 0.1376953],
                ]))
            let loss = crossEntropyOf(scores, IntTensor([2, 0]))
            loss.backward()
            expectClose(loss.detached(), Tensor(1.5969915))
            expectGradients(of: model, Self.threeWords)
        }
    }

    private static let threeWords: [[Float]] = [
        [
            -0.0073356, 0.0777876, -0.0203257, -0.0150785, 0.1927623, -0.0483535, -0.0278322, -0.2121235, 0.0090261,
            0.0075392, 0.1185917, -0.0146712, 0.0556644, -0.2199930, 0.0801805,
        ],
        [-0.0184081, 0.0253662, -0.0053088, -0.2628725, 0.1128071, 0.1528534, 0.0855035, 0.0227030, -0.0435822],
        [0.0405859, -0.0502768, 0.0665006],
        [
            0, 0.0188075, -0.1300590, 0, 0.0373034, 0.0180439, 0, -0.2305027, 0.0239186, 0, 0.0727540, 0.0363989, 0,
            0.1016378, 0.0516976,
        ],
        [-0.0671070, 0.0797428, -0.3883155, 0.1564558, 0.2192238],
    ]

    @Test func `after every word, in the second of two batches, detached as in PyTorch`() {
        var random = SplitMix64(seed: 1)
        let model = EveryTokenModel(vocabulary: 5, hidden: 3, using: &random)
        set(model)
        _ = model(IntTensor([[0, 3, 1], [2, 2, 4]]))
        let scores = model(IntTensor([[1, 4, 0], [3, 0, 2]]))
        expectClose(
            scores.detached(),
            Tensor([
                [
                    [0.9158211, -1.0408211, -0.7076569, -0.3744926, -0.0413284],
                    [0.7506890, -1.0066752, -0.6454105, -0.2841458, 0.0771189],
                    [0.8842430, -1.0603952, -0.7096756, -0.3589559, -0.0082363],
                ],
                [
                    [0.7316284, -0.8566284, -0.5603027, -0.2639771, 0.0323486],
                    [0.8671494, -1.0101395, -0.6783142, -0.3464890, -0.0146637],
                    [0.8951969, -1.0030050, -0.6693811, -0.3357573, -0.0021334],
                ],
            ]))
        let loss = flattenedCrossEntropy(scores, IntTensor([[4, 0, 1], [0, 2, 3]]))
        loss.backward()
        expectClose(loss.detached(), Tensor(1.7028939))
        expectGradients(
            of: model,
            [
                [
                    0.0047987, 0.1653686, -0.0299545, 0, 0.0268759, -0.0053752, 0.0156916, 0.0460357, 0.0096228, 0,
                    -0.0036338, 0.0007268, 0.0114773, -0.0185939, 0.0111790,
                ],
                [0.0156916, -0.0308067, 0.0024173, -0.1324211, 0.3924386, 0.0769605, 0.0119473, 0.0294469, -0.0038167],
                [-0.0313833, 0.3649814, 0.0325521],
                [
                    0.0037115, 0.1230697, -0.0177712, 0.0005561, -0.0687184, -0.0161603, 0.0007764, -0.0411438,
                    0.0013906, -0.0065570, -0.0199051, 0.0134024, 0.0015130, 0.0066975, 0.0191385,
                ],
                [0.1368032, -0.0917109, -0.0620344, -0.0205443, 0.0374862],
            ])
    }

    @Test func `the state of two batches that is not detached lets the gradient through`() {
        var random = SplitMix64(seed: 1)
        let model = StatefulModel(vocabulary: 5, hidden: 3, using: &random)
        set(model)
        model.detaches = false
        _ = model(IntTensor([[0, 3, 1], [2, 2, 4]]))
        let inTwo = model(IntTensor([[1, 4, 0], [3, 0, 2]]))
        crossEntropyOf(inTwo, IntTensor([1, 3])).backward()
        let gradients = model.parameters.map { $0.grad! }
        model.zeroGrad()
        model.reset()
        let atOnce = model(IntTensor([[0, 3, 1, 1, 4, 0], [2, 2, 4, 3, 0, 2]]))
        crossEntropyOf(atOnce, IntTensor([1, 3])).backward()
        #expect(inTwo.scalars == atOnce.scalars)
        for (own, other) in zip(gradients, model.parameters) { expectClose(own, other.grad!) }
    }

    @Test func `the engine's RNN with one matrix for inputs and state is ours`() {
        var random = SplitMix64(seed: 12_6)
        let model = EveryTokenModel(vocabulary: 7, hidden: 4, using: &random)
        let layer = model.hiddenToHidden
        let engines = RNN(4, 4, activation: .relu, using: &random)
        let values = [layer.weight.value, layer.weight.value, layer.bias!.value, Tensor.zeros(4)]
        for (parameter, value) in zip(engines.parameters, values) { parameter.assign(value) }
        let x = IntTensor([[0, 6, 3, 3, 2], [5, 1, 0, 4, 4]])
        let scores = model.hiddenToOutput(engines(model.inputToHidden(x), nil).output)
        expectClose(scores.detached(), model(x).detached())

        // The one matrix gets both gradients.
        scores.squared().sum().backward()
        let (input, state) = (engines.parameters[0].grad!, engines.parameters[1].grad!)
        model.zeroGrad()
        model.reset()
        model(x).squared().sum().backward()
        expectClose(input + state, layer.weight.grad!, absolute: 1e-5)
    }
}

private func crossEntropyOf(_ scores: Tensor, _ words: IntTensor) -> Tensor {
    flattenedCrossEntropy(scores.unsqueezed(1), words.unsqueezed(1))
}
