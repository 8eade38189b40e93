// # Sigmoid
//
// Section 4.11 · After this page you can squeeze any score into a probability, and say how steep the sigmoid is and
// where it is almost flat.

import Figures
import Notebook
import Tensors

// Wanted: a function that turns any number into one between 0 and 1, rises everywhere, and has no corners or jumps. The
// *sigmoid* is such a function:

/// 1 / (1 + e⁻ˣ): from any number to one between 0 and 1.
public func sigmoid(_ x: Tensor) -> Tensor { 1 / (1 + (-x).exp()) }

extension DigitClassifier {
    func sigmoidFunction() {
        // It is named after its shape, an S:
        show(
            Chart("Sigmoid", x: "x", y: "1 / (1 + e⁻ˣ)") {
                Line.function(-4...4) { sigmoid($0) }
                Rule(y: 0.5, "a half, at x = 0")
            }, "The sigmoid")

        // The engine has it, too (`x.sigmoid()`, one pass over memory instead of four). Ours and the engine's agree:
        let x = Tensor.linspace(-4, 4, 9)
        show((sigmoid(x) - x.sigmoid()).abs().max().item < 1e-6, "ours equals the engine's")
    }

    func slopeOfTheSigmoid() {
        // How steep is it? Call the denominator q = 1 + e⁻ˣ, and the result p = 1/q. If x grows a little, q shrinks e⁻ˣ
        // times as much. And if q shrinks a little, 1/q grows 1/q² times as much. So the slope is e⁻ˣ / q². Now 1/q is
        // p, and e⁻ˣ/q is 1 - p, because q is 1 + e⁻ˣ. That makes the slope
        //
        //     p · (1 - p)
        //
        let half = sigmoid(Tensor(0))
        show((half * (1 - half)).item, "slope at 0", ask: "How steep is the sigmoid at 0, where p is a half?")

        // Nudging says the same, and so does `backward`. But look at the two ends:
        let x = Tensor([-90, -17, -4, 0, 4, 17, 90])
        let p = sigmoid(x)
        var table = TextTable(
            ["x", "by nudging", "backward", "the engine's", "p · (1 - p)", "p · sigmoid(-x)"], decimals: 4)
        let nudged = (sigmoid(x + 0.01) - sigmoid(x - 0.01)) / 0.02
        let (ours, engine) = (slopes(of: sigmoid, at: x), slopes(of: { $0.sigmoid() }, at: x))
        let columns = [nudged, ours, engine, p * (1 - p), p * sigmoid(-x)]
        for row in 0..<x.count { table.rows.append([Int(x[row].item)] + columns.map { $0[row].item }) }
        show(table, "Slope of the sigmoid, computed in five ways")

        // At -90, `backward` through our own formula fails. e⁹⁰ is too large for a `Float` and becomes infinite; the
        // result 1/∞ = 0 is right, but the chain of slopes contains 0 · ∞, which is not a number (`nan`). One of them
        // in a gradient and all weights are lost. The formula p · (1 - p), which the engine uses, is safe.
        //
        // At 17 and beyond, p · (1 - p) is 0, and so is the engine's slope, though the true one is about e⁻¹⁷, as on
        // the other side: just above 1, the numbers of type `Float` are 1.2 · 10⁻⁷ apart, so 1 + e⁻¹⁷ is rounded to 1.
        // Then p is 1, and 1 - p is 0. Where even that matters, p · sigmoid(-x) is the better way to say it.
    }

    // So the slope is never 0 on paper, but far from 0 it is next to nothing: the sigmoid is *saturated*. Take the
    // scores that the book's random weights give to four threes. Two of them are right, two are wrong:

    /// The book's scores of four threes [4, 1].
    var bookScores: Tensor { Tensor([[-11.1002], [5.9263], [9.9627], [-8.1484]]) }

    func saturation() {
        // All four are where the curve is nearly flat:
        let x = bookScores.flattened()
        let p = x.sigmoid()
        let curve = Chart("Beyond ±6 it is almost flat", x: "score", y: "sigmoid") {
            Line.function(-12...12) { $0.sigmoid() }
            Points(x, p, "four threes", colour: .red)
        }
        let slope = Chart("Its slope, by powers of ten", x: "score", y: "slope", yScale: .logarithmic) {
            Line.function(-12...12) { $0.sigmoid() * (-$0).sigmoid() }
            Points(x, p * (1 - p), "four threes", colour: .red)
        }
        show(ChartGrid([curve, slope], sharedYLimits: false), "Saturation")
    }

    // MARK: Helpers

    private func slopes(of function: (Tensor) -> Tensor, at x: Tensor) -> Tensor {
        let tracked = x.requiringGrad()
        function(tracked).sum().backward()
        return tracked.grad!
    }
}
