// # A higher learning rate
//
// Section 12.11 · After this page you can say how much of the LSTM's success is owed to the learning rate that it
// bears.

import Common
import Figures
import Notebook
import Tensors

// Two things have changed again: the layer, and the learning rate. Section 12.7 has taught us to take such a comparison
// apart. Train both models at three rates, from one start each (two of the six trainings are done already). `trained` is
// a training at one rate, as it was after the last epoch:

extension LanguageModel {
    func threeRates() throws {
        let rates: [Float] = [0.003, 0.01, 0.03]
        func trained<Model: LanguageModelNet>(
            _ rate: Float, _ model: (_ random: inout SplitMix64) -> Model
        ) throws -> TrainingHistory {
            var random = run.random
            return try train(
                model(&random), on: sequences(), epochs: run.size(quick: 1, usual: 15), rate: rate,
                callbacks: [ModelReset()])
        }
        let rnn =
            try [twoLayerRuns[0]]
            + rates.dropFirst().map { try trained($0) { TwoLayerModel(vocabulary: 30, hidden: hidden, using: &$0) } }
        let lstms = try [rates[0], rates[2]].map { rate in
            try trained(rate) { LSTMModel(vocabulary: 30, hidden: hidden, using: &$0) }
        }
        let lstm = [lstms[0], try lstmTrainings.histories[0], lstms[1]]
        var table = TextTable(["highest rate", "RNN", "training loss", "LSTM", "training loss"], decimals: 3)
        for (number, rate) in rates.enumerated() {
            table.add(
                "\(rate)", rnn[number].accuracy, rnn[number].trainLoss, lstm[number].accuracy, lstm[number].trainLoss)
        }
        show(
            table, "Accuracy and training loss of both models at three learning rates",
            predict: .change(
                "The rate goes from 0.003 to 0.01. What happens to the LSTM's accuracy?", from: lstm[0].accuracy,
                to: lstm[1].accuracy))
        show(
            Chart(
                "Accuracy by the highest learning rate", x: "highest learning rate", y: "accuracy after 15 epochs",
                xScale: .logarithmic
            ) {
                Line(rates, lstm.map(\.accuracy), "LSTM")
                Points(rates, lstm.map(\.accuracy), colour: .blue)
                Line(rates, rnn.map(\.accuracy), "RNN", colour: .orange)
                Points(rates, rnn.map(\.accuracy), colour: .orange)
            }, "Two models, three learning rates, one start each")
        let leads = zip(lstm, rnn).map { $0.accuracy - $1.accuracy }
        show(
            """
            At the RNN's own rate of 0.003, the LSTM is ahead by \(fixed(leads[0], 3)); at its own, 0.01, by \
            \(fixed(leads[1], 3)). From the one rate to the other, the LSTM's accuracy changes by \
            \(fixed(lstm[1].accuracy - lstm[0].accuracy, 3)), and the RNN's by \
            \(fixed(rnn[1].accuracy - rnn[0].accuracy, 3)).
            """)
        if rnn[2].trainLoss > rnn[0].trainLoss {
            show("At the highest rate the RNN does not even fit what it is trained on.")
        }
        record("lstm/lead-at-the-rate-of-the-rnn", leads[0])
        record("lstm/lead-at-its-own-rate", leads[1])

        // Why can the LSTM bear the higher rate? The book says that its gates keep gradients from exploding and
        // vanishing. How far the gradients of both reach can be measured, and the next page does it.
    }
}
