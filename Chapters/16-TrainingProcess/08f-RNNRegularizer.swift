// # A penalty in the loss
//
// Section 16.8 · After this page you can add activation regularization to any loss by a callback, and know which axis
// is time.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The book's second example adds two penalties of chapter 12 to the loss. *Activation regularization* (AR) keeps the
// numbers small that a recurrent layer gives, by the mean of their squares. *Temporal activation regularization* (TAR)
// keeps them from jumping, by the mean of the squared differences between a step and the next:
//
//     AR  = alpha · mean(dropped²)                 the last layer's output after dropout
//     TAR = beta · mean((raw[t + 1] - raw[t])²)    the last layer's output before dropout
//
// In code, `activationPenalty` and `temporalPenalty`:

/// alpha · mean of the squares: out [batch, steps, hidden] → one number
public func activationPenalty(_ out: Tensor, _ alpha: Float) -> Tensor { alpha * out.squared().mean() }

/// beta · mean of the squared differences between consecutive steps: raw [batch, steps, hidden] → one number. Of a
/// single step there are no differences, and it is 0.
public func temporalPenalty(_ raw: Tensor, _ beta: Float) -> Tensor {
    if raw.shape[1] < 2 { return Tensor(0) }
    return beta * (raw[0..., 1...] - raw[0..., ..<(-1)]).squared().mean()
}

// The model returns three tensors, and the loss wants one. So `afterPrediction` puts the last two aside and leaves the
// scores. And `afterLoss` adds the penalties, but only in training: the validation loss must not depend on how strict
// we are. Note who is written to: `loop.predictions` and `loop.loss`, not `self`.

/// Adds activation regularization and temporal activation regularization. (The book's class of the same name.)
public final class RNNRegularizer: LoopCallback {
    private let alpha, beta: Float
    private var raw = Tensor(0), dropped = Tensor(0)

    public init(alpha: Float = 0, beta: Float = 0) { (self.alpha, self.beta) = (alpha, beta) }

    override public func afterPrediction() {
        (raw, dropped) = (self.predictions[1], self.predictions[2])
        loop.predictions = [self.predictions[0]]
    }

    override public func afterLoss() {
        guard self.isTraining else { return }
        if alpha != 0 { loop.loss = self.loss + activationPenalty(dropped, alpha) }
        if beta != 0 { loop.loss = self.loss + temporalPenalty(raw, beta) }
    }
}

extension TrainingProcess {
    func penaltiesByHand() {
        // Two steps of two numbers each: [1, 2] and then [4, 2]. The squares have a mean of (1 + 4 + 16 + 4) / 4, and
        // the differences are 3 and 0:
        let out = Tensor([[[1, 2], [4, 2]]])
        show(
            activationPenalty(out, 2).item, "AR with alpha 2",
            ask: "2 · mean of the squares of 1, 2, 4 and 2. What is AR?")
        show(
            temporalPenalty(out, 1).item, "TAR with beta 1",
            ask: "1 · mean of the squares of 4 - 1 and 2 - 2. What is TAR?")

        // The book's code takes `raw_out[-1]`, the last of a *list* with one entry for each layer. The model of chapter
        // 12 returns a tensor instead, and then `[-1]` is its last *row*: one text of the batch, [steps, hidden], whose
        // axis 1 is no longer time. The differences are then between neighbouring units of the same step:
        let lastText = out[-1]
        let asTheBookDoes = (lastText[0..., 1...] - lastText[0..., ..<(-1)]).squared().mean().item
        show(asTheBookDoes, "differences along the wrong axis: 2 - 1 and 2 - 4")

        // (Its check `len(h) > 1` is also about the wrong axis, that of the batch. A batch of several texts with one
        // step each passes it, and the mean of no differences is NaN. Ours asks for the number of steps.)
        show(temporalPenalty(Tensor([[[1, 2]], [[3, 4]]]), 1).item, "TAR of two texts with one step each")
    }
}

// What do they do to a model? Train it without and with each of them, from the same start, and look at the activations
// during validation. `ActivationSizes` measures there what the penalties are about. (It has to stand before the
// regularizer in the list, which takes the LSTM's output away.)

/// The mean of squares, and of squared differences from step to step, of what the LSTM gives during validation.
final class ActivationSizes: LoopCallback {
    private var squares: [Float] = [], differences: [Float] = []
    /// What unit 0 does over the steps of the first text.
    private(set) var line: [Float] = []

    override func beginValidate() { (squares, differences) = ([], []) }

    override func afterPrediction() {
        guard !self.isTraining else { return }
        let raw = self.predictions[1]
        squares.append(activationPenalty(raw, 1).item)
        differences.append(temporalPenalty(raw, 1).item)
        if self.batch == 0 { line = raw[0, 0..., 0].scalars }
    }

    var means: (squares: Float, differences: Float) { (mean(squares), mean(differences)) }
    private func mean(_ numbers: [Float]) -> Float { numbers.reduce(0, +) / Float(numbers.count) }
}

extension TrainingProcess {
    func regularizedNumbers() throws {
        let settings: [(alpha: Float, beta: Float)] = [(0, 0), (2, 0), (0, 1), (2, 1)]
        let epochs = run.size(quick: 1, usual: 4, full: 15)
        var table = TextTable(
            ["alpha", "beta", "train_loss", "valid_loss", "accuracy", "mean of squares", "of squared differences"],
            decimals: 3)
        var lines: [[Float]] = []
        var means: [(squares: Double, differences: Double)] = []
        for (alpha, beta) in settings {
            let ends = try run.overSeeds(run.size(quick: 2, usual: 5)) { random in
                let sizes = ActivationSizes()
                let callbacks = [ModelReset(), sizes, RNNRegularizer(alpha: alpha, beta: beta)]
                let loop = try numberLoop(callbacks, using: &random)
                try loop.fit(epochs, learningRate: 0.01)
                return (row: loop.recorder.rows.last!, sizes: sizes)
            }
            let squares = Spread(ends.map(\.sizes.means.squares))
            let differences = Spread(ends.map(\.sizes.means.differences))
            table.add(
                Int(alpha), Int(beta), Spread(ends.map(\.row.trainLoss)), Spread(ends.map(\.row.validLoss)),
                Spread(ends.map(\.row.accuracy)), squares, differences)
            lines.append(ends[0].sizes.line)
            means.append((squares.mean, differences.mean))
        }
        let nothing: Float? = nil
        table.add("always the most frequent word", nothing, nothing, nothing, try mostFrequentWord)
        show(
            table, "after \(epochs == 1 ? "one epoch" : "\(epochs) epochs")",
            predict: .change(
                "TAR punishes jumps from step to step. What does it do to the squared differences?",
                from: means[0].differences, to: means[2].differences))
        show(
            Chart("One unit of the LSTM, from word to word", x: "word of the text", y: "activation") {
                Line(lines[0], "no penalty")
                Line(lines[1], "AR, alpha 2", dashed: true)
                Line(lines[2], "TAR, beta 1")
            }, "Unit 0 on the first words of the validation text, from the first seed")
        record("rnn/squares-with-ar", means[1].squares / means[0].squares)
        record("rnn/differences-with-tar", means[2].differences / means[0].differences)

        // Both records are quotients: what is left of the squares with AR, and of the differences with TAR. The
        // penalties do what they are made for. Whether the model gets better by it is another question, and the table
        // answers it for this text: compare valid_loss and accuracy with the first row. (train_loss is with penalties,
        // so it cannot be compared.) They are meant for models that learn their text by heart, and a training of a few
        // epochs does not get so far. With `--full` it has 15 epochs, like the book's.
    }
}
