// # What made it worse?
//
// Section 12.7 · After this page you can take a comparison apart in which several things have changed at once.

import Common
import Figures
import Notebook
import Tensors

// From `EveryTokenModel` to `TwoLayerModel` four things have changed: there is a second layer, the nonlinearity is a
// tanh, the input has a matrix of its own, and there is a second bias. If the result is worse, which of them was it?
//
// There is one way to find out: change one thing at a time. The engine's RNN can have one layer or two, and a ReLU or a
// tanh. That makes four models. Two layers with tanh are the one just trained:

extension LanguageModel {
    func oneThingAtATime() throws {
        func accuracies(_ layers: Int, _ activation: RecurrentActivation) throws -> [Float] {
            try trainings(seeds: 3, on: sequences(), epochs: 15, rate: 3e-3, callbacks: { [ModelReset()] }) { random in
                TwoLayerModel(vocabulary: 30, hidden: hidden, layers: layers, activation: activation, using: &random)
            }.map(\.accuracy)
        }
        let tanh = [try accuracies(1, .tanh), try twoLayerRuns.map(\.accuracy)].map { Spread($0) }
        let relu = [try accuracies(1, .relu), try accuracies(2, .relu)].map { Spread($0) }
        let byDepth = (tanh[1].mean - tanh[0].mean + relu[1].mean - relu[0].mean) / 2
        let byActivation = (relu[0].mean - tanh[0].mean + relu[1].mean - tanh[1].mean) / 2
        var table = TextTable(["activation", "one layer", "two layers"], decimals: 3)
        table.add("tanh", tanh[0], tanh[1])
        table.add("ReLU", relu[0], relu[1])
        let changes = ["one layer or two", "tanh or ReLU"]
        show(
            table, "Accuracy, with one thing changed at a time",
            predict: .choice(
                "Which of the two makes the larger difference, on average?", changes,
                answer: abs(byDepth) > abs(byActivation) ? changes[0] : changes[1]))
        show(
            Chart(
                "One change at a time: the layers, or the nonlinearity", x: "layers", y: "mean accuracy",
                xLimits: 0.8...2.2
            ) {
                Line([1, 2], relu.map(\.mean), "ReLU")
                Points([1, 2], relu.map(\.mean), colour: .blue)
                Line([1, 2], tanh.map(\.mean), "tanh", colour: .orange)
                Points([1, 2], tanh.map(\.mean), colour: .orange)
            }, "One layer or two, ReLU or tanh")
        record("two-layers/effect-of-second-layer", byDepth)
        record("two-layers/effect-of-relu", byActivation)

        // Compare the two lines for what the activation does, and the two ends of a line for what the second layer
        // does.
        if byActivation > 0, byActivation > 2 * abs(byDepth) {
            show(
                """
                The tanh made it worse, not the second layer. With the number of layers held still, the ReLU changes \
                the accuracy by \(signed(byActivation, 3)), on average; with the activation held still, the second \
                layer changes it by \(signed(byDepth, 3)).
                """)
        } else {
            show(
                "The ReLU changes the accuracy by \(signed(byActivation, 3)), the second layer by "
                    + "\(signed(byDepth, 3)).")
        }

        // Why? An obvious guess is the slope. That of a tanh is less than 1 everywhere but at 0, and on the way back
        // through 16 steps the gradient is multiplied by such a slope 16 times; a ReLU has the slope 1 wherever it is
        // not 0. But that is a guess, and no experiment of this page bears it out: a ReLU also has numbers without a
        // bound, for instance, and a state of another kind. What slopes and matrices do to a gradient on its way back
        // is the subject of the next section.
    }
}
