// # Chapter 10: a language model
//
// 16 texts of 72 words out of 20,000, random ones here: an embedding, three LSTMs, and an output that shares the
// embedding's weight; 28,293,280 parameters. Three times forward and backward, without an optimizer.

import Layers
import Tensors
import Training

func ch10LanguageModel(_ bench: Bench) throws {
    guard bench.wants("ch10-lm") else { return }
    var random = SplitMix64(seed: bench.seed)
    let model = LanguageModel(words: 20_000, using: &random)
    let words = IntTensor(shape: [16, 73], (0..<16 * 73).map { _ in Int.random(in: 0..<20_000, using: &random) })
    let (x, y) = (words[0..., ..<72], words[0..., 1...].reshaped(-1))
    var last: Float = 0
    func steps(_ count: Int) {
        for _ in 0..<count {
            let loss = crossEntropy(model(x).reshaped(-1, 20_000), y)
            loss.backward()
            model.zeroGrad()
            last = loss.item
        }
    }
    steps(2)
    try bench.measure("ch10-lm", items: 3 * 16 * 72, "tokens", metric: "loss (ln 20000 = 9.9)") { _ in
        Work {
            steps(3)
        } judge: {
            Double(last)
        }
    }
}

/// Which word comes next: words [n, steps] → scores [n, steps, words]
private final class LanguageModel: Module, Layer {
    let embedding: Embedding
    let layers: [LSTM]
    let output: Linear
    private var states: [LSTMState?] = [nil, nil, nil]

    init(words: Int, using random: inout some RandomNumberGenerator) {
        embedding = Embedding(.rand(words, 400, low: -0.1, high: 0.1, using: &random))
        layers = [
            LSTM(400, 1152, using: &random), LSTM(1152, 1152, using: &random), LSTM(1152, 400, using: &random),
        ]
        output = Linear(tiedTo: embedding.weight, using: &random)
    }

    func forward(_ words: IntTensor) -> Tensor {
        var h = embedding(words)
        for (i, layer) in layers.enumerated() {
            let (y, state) = layer(h, states[i])
            (h, states[i]) = (y, state.detached())
        }
        return output(h)
    }
}
