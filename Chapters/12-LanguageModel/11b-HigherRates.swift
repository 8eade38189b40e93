// # A higher learning rate
//
// Section 12.11 · After this page you can say how much of the LSTM's success is owed to the learning rate that it
// bears.

import Common
import Figures
import Notebook
import Tensors

// Two things have changed again: the layer, and the learning rate. Section 12.7 has taught us to take such a comparison
// apart. Train both models at three rates; two of the six lists are there already. `trained` are the trainings at one
// of the other rates:

extension LanguageModel {
    func threeRates() throws {
        let rates: [Float] = [0.003, 0.01, 0.03]
        func trained<Model: WordModel>(
            _ rate: Float, _ model: @Sendable (_ random: inout SplitMix64) -> Model
        ) throws -> [TrainingHistory] {
            try trainings(
                seeds: 3, on: sequences(), epochs: 15, rate: rate, callbacks: { [ModelReset()] }, model)
        }
        let rnns =
            try [twoLayerRuns]
            + rates.dropFirst().map { try trained($0) { TwoLayerModel(vocabulary: 30, hidden: hidden, using: &$0) } }
        let others = try [rates[0], rates[2]].map { rate in
            try trained(rate) { LSTMModel(vocabulary: 30, hidden: hidden, using: &$0) }
        }
        let lstms = [others[0], try lstmTrainings.histories, others[1]]
        let (rnn, lstm) = (rnns.map { Spread($0.map(\.accuracy)) }, lstms.map { Spread($0.map(\.accuracy)) })
        let losses = rnns.map { Spread($0.map(\.trainLoss)) }
        var table = TextTable(["highest rate", "RNN", "training loss", "LSTM", "training loss"], decimals: 3)
        for (number, rate) in rates.enumerated() {
            table.add(
                "\(rate)", rnn[number], losses[number], lstm[number], Spread(lstms[number].map(\.trainLoss)))
        }
        show(
            table, "Accuracy and training loss of both models at three learning rates",
            predict: .change(
                "The rate goes from 0.003 to 0.01. What happens to the LSTM's accuracy?", from: lstm[0].mean,
                to: lstm[1].mean))
        show(
            Chart(
                "Accuracy by the highest learning rate", x: "highest learning rate", y: "accuracy after 15 epochs",
                xScale: .logarithmic
            ) {
                Line(rates, lstm.map(\.mean), "LSTM")
                Points(rates, lstm.map(\.mean), colour: .blue)
                Line(rates, rnn.map(\.mean), "RNN", colour: .orange)
                Points(rates, rnn.map(\.mean), colour: .orange)
            }, "Two models, three learning rates, mean of the seeds")
        let leads = zip(lstm, rnn).map { $0.mean - $1.mean }
        show(
            """
            On average, at the RNN's own rate of 0.003, the LSTM is ahead by \(fixed(leads[0], 3)); at its own, 0.01, by \
            \(fixed(leads[1], 3)). From the one rate to the other, the LSTM's accuracy changes by \
            \(fixed(lstm[1].mean - lstm[0].mean, 3)), and the RNN's by \
            \(fixed(rnn[1].mean - rnn[0].mean, 3)).
            """)
        if losses[2].mean > losses[0].mean {
            show("At the highest rate the RNN does not even fit what it is trained on.")
        }
        record("lstm/lead-at-the-rate-of-the-rnn", leads[0])
        record("lstm/lead-at-its-own-rate", leads[1])

        // Why can the LSTM bear the higher rate? The book says that its gates keep gradients from exploding and
        // vanishing. How far the gradients of both reach can be measured, and the next page does it.
    }
}
