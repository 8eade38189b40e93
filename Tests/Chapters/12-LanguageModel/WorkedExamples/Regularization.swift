// Sections 12.12 to 12.14 with their numbers: dropout, penalties, and a step of the regularized model.

import Chapter12
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `12.12 Dropout` {
    @Test func `two clerks end with a third each`() {
        var random = SplitMix64(seed: 12)
        let end = clerks(from: [3, -2], dropout: 0.5, steps: 300, using: &random).last!
        #expect(abs(end[0] - 1 / 3) < 0.05 && abs(end[1] - 1 / 3) < 0.05)
        #expect(clerks(from: [3, -2], dropout: 0, steps: 20, using: &random).last! == [3, -2])
    }

    @Test(arguments: Seeds.all)
    func `the layer is the engine's, but for its draws`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let x = Tensor.randn(30, 40, using: &random)
        for layer in [DropoutLayer(0.3, using: &random), Dropout(0.3, using: &random)] as [any Layer<Tensor, Tensor>] {
            let leaf = x.requiringGrad()
            let y = layer(leaf)
            y.backward(gradient: .ones(30, 40))
            let mask = Tensor(y .!= 0) / (1 - 0.3)
            expectClose(y, x * mask)
            expectClose(leaf.grad!, mask)
        }
    }
}

@Suite struct `12.13 Penalties on activations` {
    @Test func `of the book's three steps`() {
        let activations = Tensor([[[1, 2], [3, 2], [3, 4]]]).requiringGrad()
        #expect(abs(activationRegularization(activations).item - 43 / 6) < 1e-6)
        #expect(temporalActivationRegularization(activations).item == 2)
        temporalActivationRegularization(activations).backward()
        #expect(activations.grad!.scalars == [-1, 0, 1, -1, 0, 1])
    }
}

/// Numbers that are the same in every language: (37 k + 11 seed) mod 101, from -0.5 to 0.5.
private func fill(_ shape: [Int], _ seed: Int) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor(shape: shape, (0..<count).map { Float(Double(($0 * 37 + seed * 11) % 101) / 101 - 0.5) })
}

@Suite struct `12.14 The regularized model` {
    private let model: RegularizedModel
    private let tokens = IntTensor([[0, 1, 2, 4], [3, 1, 1, 0]]), next = IntTensor([[1, 2, 4, 3], [1, 1, 0, 2]])

    init() {
        var random = SplitMix64(seed: 1)
        model = RegularizedModel(vocabulary: 5, hidden: 3, dropout: 0, using: &random)
        let named = Dictionary(uniqueKeysWithValues: model.namedParameters.map { ($0.name, $0.parameter) })
        named["embedding.weight"]!.assign(fill([5, 3], 1))
        named["output.bias"]!.assign(fill([5], 10))
        for layer in 0..<2 {
            named["lstm.layers.\(layer).inputWeight"]!.assign(fill([12, 3], 2 + layer))
            named["lstm.layers.\(layer).hiddenWeight"]!.assign(fill([12, 3], 4 + layer))
            named["lstm.layers.\(layer).inputBias"]!.assign(fill([12], 6 + layer))
            named["lstm.layers.\(layer).hiddenBias"]!.assign(fill([12], 8 + layer))
        }
    }

    // PyTorch 2.13, in float64. The dropout is a mask that is given: number k is dropped where 7 k mod 5 is 0.
    @Test func `has the loss and all gradients that PyTorch has`() {
        _ = model(tokens)
        let raw = model.activations!.raw
        let mask = Tensor(shape: [2, 4, 3], (0..<24).map { $0 * 7 % 5 != 0 ? 1.25 : 0 })
        let dropped = raw * mask
        let (table, bias) = (parameter("embedding.weight"), parameter("output.bias"))
        let entropy = flattenedCrossEntropy(tiedScores(dropped, table.value, bias.value), next)
        let penalties = (2 * activationRegularization(dropped), temporalActivationRegularization(raw))
        #expect(abs(entropy.item - 1.576386327) < 1e-6)
        #expect(abs(penalties.0.item - 0.035421273) < 1e-7 && abs(penalties.1.item - 0.000692397) < 1e-8)
        (entropy + penalties.0 + penalties.1).backward()
        expectClose(
            table.grad!,
            Tensor([
                [-0.00230674, -0.0008142389, 0.02799771], [0.007183945, 0.004549135, -0.03116146],
                [-0.004965424, -0.001829752, 0.0104136], [-0.004571226, 0.0004301518, -0.01137932],
                [0.002251268, -0.0008986857, 0.004023129],
            ]), absolute: 1e-7, relative: 1e-4)
        expectClose(
            bias.grad!, Tensor([0.0230438, -0.1559395, 0.01958269, 0.02159245, 0.09172051]), absolute: 1e-7,
            relative: 1e-4)
        let norms: [(String, Float, Float)] = [
            ("0.inputWeight", 0.001984149, 0.000910378), ("0.hiddenWeight", 0.001514670, -0.000522287),
            ("0.inputBias", 0.005620036, -0.000328943), ("0.hiddenBias", 0.005620036, -0.000328943),
            ("1.inputWeight", 0.023153189, 0.022661599), ("1.hiddenWeight", 0.017078161, 0.047105331),
            ("1.inputBias", 0.072288123, 0.167538220), ("1.hiddenBias", 0.072288123, 0.167538220),
        ]
        for (name, norm, sum) in norms {
            let gradient = parameter("lstm.layers.\(name)").grad!
            #expect(abs(gradient.norm().item - norm) < 1e-4 * norm, "\(name)")
            #expect(abs(gradient.sum().item - sum) < 1e-3 * norm, "\(name)")
        }
    }

    private func parameter(_ name: String) -> Parameter { model.namedParameters.first { $0.name == name }!.parameter }

    @Test func `has 68,510 parameters, and 70,430 untied`() {
        var random = SplitMix64(seed: 1)
        func count(tied: Bool) -> Int {
            RegularizedModel(vocabulary: 30, hidden: 64, dropout: 0.4, tied: tied, using: &random).parameterCount
        }
        #expect(count(tied: true) == 68_510 && count(tied: false) == 70_430)
    }

    @Test func `goes on where it stopped, and forgets when it is told`() {
        let whole = model(tokens)
        model.reset()
        let parts = [model(tokens[0..., ..<2]), model(tokens[0..., 2...])]
        expectClose(.cat(parts, axis: 1), whole)
        #expect(model(tokens[0..., ..<2]).scalars != parts[0].scalars)  // it has read on
        model.reset()
        expectClose(model(tokens), whole)
    }
}
