// # Chapter 12: what comes after "nine hundred ninety eight ."
//
// The state of a model is carried from batch to batch, and begins at zero in every epoch. AdamW in one cycle.

import Layers
import Tensors
import Training

/// A model that reads words, and remembers.
private class NumberReader: Module {
    /// Forgets everything.
    func reset() {}
    /// words [64, steps] → scores [64, steps, 30], or [64, 30] for the word after all of them
    func scores(_ words: IntTensor) -> Tensor { stop("scores", "each model has its own") }
    func loss(_ words: IntTensor, _ next: IntTensor) -> Tensor { wordLoss(scores(words), next) }
}

private func wordLoss(_ scores: Tensor, _ next: IntTensor) -> Tensor {
    crossEntropy(scores.reshaped(-1, 30), next.reshaped(-1))
}

/// The book's model 3 (a word after three, 10 epochs) and 4 (one after each of sixteen, 15 epochs); 8,030 parameters,
/// decay 0.01, up to 3e-3.
func ch12RNN(_ bench: Bench) throws {
    try bench.learnNumbers("ch12-rnn3", NumberBatches.nextWord(), epochs: 10, peak: 3e-3, weightDecay: 0.01) {
        StepByStep(afterEach: false, using: &$0)
    }
    try bench.learnNumbers("ch12-rnn", NumberBatches.nextWords(), epochs: 15, peak: 3e-3, weightDecay: 0.01) {
        StepByStep(afterEach: true, using: &$0)
    }
}

/// Model 7 with the five dropouts of AWD-LSTM in place of its one.
func ch12AWD(_ bench: Bench) throws {
    try bench.learnNumbers("ch12-awd", NumberBatches.nextWords(), epochs: 15, peak: 1e-2, weightDecay: 0.1) {
        AWDLSTM(using: &$0)
    }
}

/// Model 7: 68,510 parameters, 15 epochs, decay 0.1, up to 1e-2.
func ch12LSTM(_ bench: Bench) throws {
    try bench.learnNumbers("ch12-lstm", NumberBatches.nextWords(), epochs: 15, peak: 1e-2, weightDecay: 0.1) {
        RegularizedLSTM(using: &$0)
    }
}

extension Bench {
    fileprivate func learnNumbers(
        _ workload: String, _ batches: (train: [NumberBatches.Batch], valid: [NumberBatches.Batch]), epochs: Int,
        peak: Float, weightDecay: Float, model: (inout SplitMix64) -> NumberReader
    ) throws {
        let steps = epochs * batches.train.count
        let words = batches.train[0].x.count
        try measure(workload, items: steps * words, "tokens", metric: "valid accuracy") { random in
            let model = model(&random)
            return Work {
                var optimizer = OneCycle(model, peak: peak, weightDecay: weightDecay, steps: steps)
                for _ in 0..<epochs {
                    model.reset()
                    for (x, y) in batches.train {
                        model.loss(x, y).backward()
                        optimizer.step()
                    }
                }
            } judge: {
                accuracy(of: model, on: batches.valid)
            }
        }
    }
}

private func accuracy(of model: NumberReader, on batches: [NumberBatches.Batch]) -> Double {
    model.eval()
    model.reset()
    let right = noGrad { batches.map { (model.scores($0.x).argmax(axis: -1) .== $0.y).trueCount } }
    return Double(right.reduce(0, +)) / Double(batches.reduce(0) { $0 + $1.y.count })
}

/// h = relu(w (h + embedding of the word) + b), word by word
private final class StepByStep: NumberReader {
    let embedding: Embedding
    let hidden, output: Linear
    let afterEach: Bool
    private var h = Tensor.zeros(64, 64)

    init(afterEach: Bool, using random: inout some RandomNumberGenerator) {
        embedding = Embedding(30, 64, using: &random)
        hidden = Linear(64, 64, using: &random)
        output = Linear(64, 30, using: &random)
        self.afterEach = afterEach
    }

    override func reset() { h = .zeros(64, 64) }

    override func scores(_ words: IntTensor) -> Tensor {
        var scores: [Tensor] = []
        for step in 0..<words.shape[1] {
            h = hidden(h + embedding(words[0..., step])).relu()
            if afterEach { scores.append(output(h)) }
        }
        let result = afterEach ? Tensor.stack(scores, axis: 1) : output(h)
        h = h.detached()
        return result
    }
}

private func penalties(_ raw: Tensor, _ dropped: Tensor) -> Tensor {
    let change = raw[0..., 1...] - raw[0..., ..<(raw.shape[1] - 1)]
    return 2 * dropped.squared().mean() + change.squared().mean()
}

/// Two LSTMs that lose words, inputs, weights between states, and outputs of both.
private final class AWDLSTM: NumberReader {
    let embedding: EmbeddingDropout
    let input, between, last: LockedDropout
    let layers: [WeightDroppedLSTM]
    let output: Linear
    private var memory: [LSTMState?] = [nil, nil]

    init(using random: inout some RandomNumberGenerator) {
        embedding = EmbeddingDropout(Embedding(30, 64, using: &random), 0.02, using: &random)
        input = LockedDropout(0.25, using: &random)
        let first = WeightDroppedLSTM(64, 64, weightDropout: 0.2, using: &random)
        layers = [first, WeightDroppedLSTM(64, 64, weightDropout: 0.2, using: &random)]
        between = LockedDropout(0.15, using: &random)
        last = LockedDropout(0.1, using: &random)
        output = Linear(tiedTo: embedding.embedding.weight, using: &random)
    }

    override func reset() { memory = [nil, nil] }

    private func read(_ words: IntTensor) -> Tensor {
        let (x, first) = layers[0](input(embedding(words)), memory[0])
        let (y, second) = layers[1](between(x), memory[1])
        memory = [first.detached(), second.detached()]
        return y
    }

    override func scores(_ words: IntTensor) -> Tensor { output(read(words)) }

    override func loss(_ words: IntTensor, _ next: IntTensor) -> Tensor {
        let raw = read(words)
        let dropped = last(raw)
        return wordLoss(output(dropped), next) + penalties(raw, dropped)
    }
}

/// Two LSTMs; the loss also penalizes large states, and states that change much from word to word.
private final class RegularizedLSTM: NumberReader {
    let embedding: Embedding
    let lstm: LSTM
    let dropout: Dropout
    let output: Linear
    private var memory: LSTMState?

    init(using random: inout some RandomNumberGenerator) {
        embedding = Embedding(30, 64, using: &random)
        lstm = LSTM(64, 64, layers: 2, using: &random)
        dropout = Dropout(0.4, using: &random)
        output = Linear(tiedTo: embedding.weight, using: &random)
    }

    override func reset() { memory = nil }

    /// The output of the LSTMs, [64, steps, 64].
    private func read(_ words: IntTensor) -> Tensor {
        let (raw, next) = lstm(embedding(words), memory)
        memory = next.detached()
        return raw
    }

    override func scores(_ words: IntTensor) -> Tensor { output(read(words)) }

    override func loss(_ words: IntTensor, _ next: IntTensor) -> Tensor {
        let raw = read(words)
        let dropped = dropout(raw)
        return wordLoss(output(dropped), next) + penalties(raw, dropped)
    }
}
