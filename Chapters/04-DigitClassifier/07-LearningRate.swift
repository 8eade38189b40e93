// # Stepping with a learning rate
//
// Section 4.7 · After this page you can tell from a curve whether a learning rate is too small, too large, or just
// wild.

import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func learningRate() {
        // The gradient is multiplied by a small number, the *learning rate*, and subtracted:
        //
        //     w -= learningRate * gradient
        //
        // This line is the *optimization step*. Rates between 0.001 and 0.1 are common; chapter 5 has a method that
        // finds a good one. The parabola shows why it matters. If the rate is too small, learning takes forever:
        show(walk(learningRate: 0.01, steps: 12, "Too small"), "Learning rate 0.01: a dozen steps, hardly any progress")

        // What if it is too large?
        let wild = descend(from: -1.5, learningRate: 1.1, steps: 3)
        show(
            Tensor(wild), "the start and three steps at rate 1.1",
            predict: .change(
                "After three steps from -1.5 at rate 1.1, how far is x from 0, compared with 1.5?",
                from: abs(wild[0]), to: abs(wild[3])))

        // Every step lands higher up on the other side than it started. The loss grows without bound:
        show(walk(learningRate: 1.1, steps: 6, "Too large"), "Learning rate 1.1: the loss diverges")

        // A rate in between bounces from side to side, but arrives in the end:
        show(walk(learningRate: 0.9, steps: 12, "Large"), "Learning rate 0.9: bouncing into the valley")

        // And at exactly 1?
        let endless = descend(from: -1.5, learningRate: 1, steps: 4)
        show(
            Tensor(endless), "the start and four steps at rate 1",
            predict: .change(
                "After four steps from -1.5 at rate 1, how far is x from 0, compared with 1.5?",
                from: abs(endless[0]), to: abs(endless[4])))

        // It never arrives. Each step goes as far up the other side as x was on this one, so x jumps between -1.5 and
        // 1.5 forever.
        //
        // The slope of x² is 2x, so a step takes x to x - rate · 2x = (1 - 2 · rate) · x: every step multiplies x by
        // the same factor. Between -1 and 1 the factor makes x smaller; beyond, larger. Here are four rates, and what a
        // hundred steps make of them:
        var table = TextTable(["rate", "factor", "x₀", "x₁", "x₂", "x₃", "x₁₀₀"], decimals: 3)
        for rate in [0.1, 0.9, 1, 1.1] as [Float] {
            let path = descend(from: -1.5, learningRate: rate, steps: 100)
            table.add(rate, 1 - 2 * rate, path[0], path[1], path[2], path[3], path[100])
        }
        show(
            table, "Steps down x² from -1.5",
            predict: .number(
                "Every rate from 0 up to a limit brings x down to 0 in the end. What is the limit, for x²?", 1.0))

        // For x², that limit is 1, and a rate of 0.5 would arrive in a single step. Other losses have other limits: the
        // faster the slope changes, the lower the limit. With many weights, the steepest direction sets the limit for
        // all of them, as section 4.8 shows.
    }

    // MARK: Helpers

    /// The parabola with the steps of gradient descent from -1.5 on it.
    private func walk(learningRate: Float, steps: Int, _ title: String) -> Chart {
        let path = descend(from: -1.5, learningRate: learningRate, steps: steps)
        let reach = Double(path.map { abs($0) }.max()!)
        return Chart("\(title): learning rate \(learningRate)", x: "x", y: "x²") {
            Line.function(-max(2, reach)...max(2, reach)) { $0 * $0 }
            Line(path, path.map { $0 * $0 }, colour: .orange, arrows: true)
            Points(path, path.map { $0 * $0 }, "after each step", colour: .orange)
            Points([path[0]], [path[0] * path[0]], "start", colour: .red)
        }
    }
}
