// # How far back
//
// Section 12.11 · After this page you have seen for how many steps the gradients of RNN, LSTM and GRU survive, before
// training and after it.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Section 12.8 has measured how much the state after t steps depends on the first one, for a plain layer. Do the same
// for the LSTM, and take its cell state c, which is its memory. And since we are at it, there is a third layer to be
// looked at. The *gated recurrent unit*, GRU, has one state and two gates (K. Cho and others, "Learning Phrase
// Representations using RNN Encoder–Decoder", 2014). The *update gate* z chooses, for each number, between the old
// state and a new one, and the *reset gate* r says how much of the old state the new one may look at:
//
//     r, z = sigmoid of a layer each
//     n    = tanh(Wᵢ · x + bᵢ + r · (Wₕ · h + bₕ))
//     h'   = (1 - z) · n + z · h
//
// The last line is the LSTM's idea again: part of the state goes from step to step without a matrix. The engine has it
// (exercise 12.17 builds it), so here it is in a model, like the others:

/// tokens [n, steps] → scores [n, steps, vocabulary], by a GRU.
public final class GRUModel: Module, WordModel {
    public let embedding: Embedding
    public let gru: GRU
    public let output: Linear
    private var state: Tensor?

    public init(vocabulary: Int, hidden: Int, layers: Int = 2, using random: inout some RandomNumberGenerator) {
        embedding = Embedding(vocabulary, hidden, using: &random)
        gru = GRU(hidden, hidden, layers: layers, using: &random)
        output = Linear(hidden, vocabulary, using: &random)
    }

    public func forward(_ tokens: IntTensor) -> Tensor {
        let (activations, next) = gru(embedding(tokens), state)
        state = next.detached()
        return output(activations)
    }

    public func reset() { state = nil }
}

// It is trained as the LSTM was, from three seeds: `gruTrainings`.

extension LanguageModel {
    var gruTrainings: (histories: [TrainingHistory], models: [GRUModel]) {
        get throws {
            try run.once {
                let hidden = hidden
                return try keptTrainings(run.size(quick: 1, usual: 3, full: 10)) {
                    GRUModel(vocabulary: 30, hidden: hidden, using: &$0)
                }
            }
        }
    }
}

// `stateReach` has the first layer of a model read the beginning of the validation text, and measures the `stretch` of
// the slopes after t steps. (Both are those of section 12.8: 1 means that a change of the first state arrives in full.)

extension LanguageModel {
    /// The stretch of ∂stateₜ/∂state₀ for each of the times.
    func stateReach(
        _ times: [Int], _ embedding: Embedding, _ state: (_ read: Tensor, _ start: Tensor) -> Tensor
    ) throws -> [Float] {
        let words = try Array(stream.suffix(stream.count / 5).prefix(times.max()!))
        let x = embedding(IntTensor(words)).detached()
        return times.map { t in
            let read = x[..<t].unsqueezed(0).expanded(to: [hidden, t, hidden])
            return stretch(slopes(of: { state(read, $0) }, at: .zeros(hidden)))
        }
    }

    func reachOfThreeLayers() throws {
        // `ofRNN`, `ofLSTM` and `ofGRU` are the reaches of the three models, each with its own way to the last state:
        let times = [1, 2, 4, 8, 12, 16, 24, 32, 48]
        func ofRNN(_ model: TwoLayerModel) throws -> [Float] {
            let cell = model.rnn.layers[0]
            return try stateReach(times, model.embedding) { $0.rnn(cell.weights, from: $1, cell.activation)[0..., -1] }
        }
        func ofLSTM(_ model: LSTMModel) throws -> [Float] {
            let weights = model.lstm.layers[0].weights
            return try stateReach(times, model.embedding) {
                $0.lstm(weights, from: .zeros(hidden, hidden), cell: $1).cell
            }
        }
        func ofGRU(_ model: GRUModel) throws -> [Float] {
            let weights = model.gru.layers[0].weights
            return try stateReach(times, model.embedding) { $0.gru(weights, from: $1)[0..., -1] }
        }
        // All three before they are trained, and after, each at its own rate:
        var random = run.random
        let plain = TwoLayerModel(vocabulary: 30, hidden: hidden, using: &random)
        let fresh = [
            try ofRNN(plain), try ofLSTM(LSTMModel(vocabulary: 30, hidden: hidden, using: &random)),
            try ofGRU(GRUModel(vocabulary: 30, hidden: hidden, using: &random)),
        ]
        try train(
            plain, on: sequences(), epochs: run.size(quick: 1, usual: 15), rate: 3e-3, callbacks: [ModelReset()])
        let (lstm, gated) = (try lstmTrainings.models[0], try gruTrainings.models[0])
        let later = [try ofRNN(plain), try ofLSTM(lstm), try ofGRU(gated)]
        // Side by side, a `chart` for each:
        func chart(_ title: String, _ lines: [[Float]]) -> Chart {
            Chart(title, x: "steps t", y: "stretch of ∂stateₜ/∂state₀", yLimits: 1e-16...10, yScale: .logarithmic) {
                for (line, name) in zip(lines, ["RNN", "LSTM (cell state)", "GRU"]) { Line(times, line, name) }
            }
        }
        show(
            ChartGrid(
                [chart("before training", fresh), chart("after training", later)], columns: 2,
                title: "How much of a change of the first state arrives"),
            "The reach of gradients in the first layer of three models")
        let accuracies = try [twoLayerRuns, lstmTrainings.histories, gruTrainings.histories].map { $0.map(\.accuracy) }
        var table = TextTable(["model", "parameters", "accuracy", "seeds"], decimals: 3)
        let parameters = ["rnn": plain.parameterCount, "lstm": lstm.parameterCount, "gru": gated.parameterCount]
        for (number, name) in ["rnn", "lstm", "gru"].enumerated() {
            record("reach/\(name)-32-steps-fresh", fresh[number][7])
            record("reach/\(name)-32-steps-trained", later[number][7])
            table.add(name.uppercased(), parameters[name]!, Spread(accuracies[number]), accuracies[number].count)
        }
        show(table, "what the three models have learned, each at its own rate")
        record("gru/accuracy", over: accuracies[2])
        if accuracies[2].min()! > accuracies[1].max()! {
            show("On this text every GRU is better than every LSTM, with fewer parameters.")
        }
        show(
            later[1][7] > later[0][7],
            "after training, more of the LSTM's state than of the RNN's arrives 32 steps later",
            ask: "After training: does more of the LSTM's first state than of the RNN's arrive after 32 steps?")

        // Before training, gradients vanish in all three. A gate begins near sigmoid 0, which is one half, so each step
        // takes about half of the memory away, and after 32 steps next to nothing is left. The LSTM does not *have* a
        // long memory. It *can learn* one: a gate that goes to 1 is all that it takes.
        if later[1][7] > 1000 * fresh[1][7] {
            show("It has learned it: after training, much more of the first state arrives.")
        }
        if later[0][7] < 1e-6 {
            show("The RNN has no gate that it could open. Of its first state nothing is left, trained or not.")
        }
    }
}
