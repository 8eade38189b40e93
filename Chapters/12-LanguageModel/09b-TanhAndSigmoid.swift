// # Two curves for two purposes
//
// Section 12.9 · After this page you can say why a gate ends with a sigmoid, and what is written with a tanh.

import Figures
import Notebook
import Tensors

// A gate is a share, so it must be between 0 and 1. The sigmoid of chapter 4 makes such a number of any other: 1 / (1 +
// e⁻ˣ). What is written into the memory must be able to raise a number and to lower it, so it should be between -1 and
// 1. For this there is the *hyperbolic tangent*, tanh: (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ).

extension LanguageModel {
    func twoBends() {
        show(
            Chart("The same curve, twice as high and twice as steep", x: "x", y: "y") {
                Line.function(-5...5, "sigmoid x: from 0 to 1") { Double(Tensor(Float($0)).sigmoid().item) }
                Line.function(-5...5, "tanh x: from -1 to 1") { Double(Tensor(Float($0)).tanh().item) }
                Rule(y: 0)
            }, "Sigmoid and tanh")

        // The two are one curve. Stretch the sigmoid to twice its height, move it down by 1, squeeze it to half its
        // width, and it is the tanh:
        //
        //     tanh x = 2 · sigmoid(2x) - 1
        let x = Tensor.linspace(-5, 5, 101)
        let squeezed = 2 * (2 * x).sigmoid() - 1
        show(
            relativeDifference(squeezed, x.tanh()) < 1e-6, "2 · sigmoid(2x) - 1 equals tanh x at 101 places",
            ask: "Is 2 · sigmoid(2x) - 1 the tanh of x?")
        var table = TextTable(["x", "sigmoid x", "tanh x", "2 · sigmoid(2x) - 1"], decimals: 4)
        for x in [-2, -0.5, 0, 0.5, 2] as [Float] {
            table.add(
                "\(x)", Tensor(x).sigmoid().item, Tensor(x).tanh().item, (2 * Tensor(2 * x).sigmoid() - 1).item)
        }
        show(
            table, "Some of their values",
            predict: .number("sigmoid 1 is 0.7311. What is tanh 0.5?", Tensor(0.5).tanh().item))

        // Their slopes matter for what section 12.8 was about. That of the tanh is 1 - tanh², at most 1; that of the
        // sigmoid is at most a quarter:
        let leaf = Tensor(0).requiringGrad()
        leaf.sigmoid().backward()
        show(leaf.grad!.item, "slope of the sigmoid at 0", ask: "How steep is the sigmoid at 0, where it is steepest?")

        // A gradient that had to pass a sigmoid at every step would shrink to a quarter each time, or less. In an LSTM
        // it does not have to. It goes along the cell state, and there a gate's value is a factor, not a function on
        // the way.
    }
}
