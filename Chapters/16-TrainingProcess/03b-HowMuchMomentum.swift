// # How much momentum
//
// Section 16.3 · After this page you can choose a beta, and say what a larger one gains and what it costs.

import Figures
import Foundation
import Notebook
import Tensors

// A larger beta averages over more of the past. The same points with four values of beta, this time without bias
// correction, as in the book's second picture:

extension TrainingProcess {
    func fourMomenta() {
        let (x, y) = noisyGradients
        let charts = [0.5, 0.7, 0.9, 0.99].map { beta in
            Chart("beta = \(beta)", x: "x", y: "gradient") {
                Points(x, y, "noisy gradients", colour: .sky)
                Line(x, movingAverages(y, beta: beta), "average", colour: .red)
            }
        }
        show(
            ChartGrid(charts, columns: 2, title: "More momentum: smoother, and later"),
            "Figure 16-2 of the book: four values of beta")

        // With 0.5 the average still jumps about. With 0.9 it is smooth, and late: it rises when the points fall
        // already. With 0.99 it has missed what happened. It never gets near the top, and at the end it is above points
        // that have long been falling.
        //
        // Each of these effects is a number. The newest value counts 1 − beta, and one of ten steps ago beta¹⁰ of that.
        // All values together count 1. So the average is worth 1 / (1 − beta) values that count as much as the newest:
        // that is how far it looks back. And behind a steady rise it lags by beta / (1 − beta) steps:
        var table = TextTable(
            ["beta", "newest counts", "share left after 10", "looks back", "lags by", "weights after 10"], decimals: 3)
        for beta in [0, 0.5, 0.7, 0.9, 0.99] {
            table.add(
                beta, 1 - beta, pow(beta, 10), 1 / (1 - beta), lag(beta), movingAverages(ones(10), beta: beta).last!)
        }
        show(
            table, "What beta means, in values and steps",
            predict: .number("beta is 0.9. About how many values does the average look back on?", 10.0))

        // The last column is why all these curves begin near 0 and not near the points, and why the one with 0.99 stays
        // there so long: after ten values its weights add up to less than a tenth. Typical is 0.9 for gradient descent.
    }

    func outliers() {
        // Now and then a batch is odd, and its gradient far off. Put three such outliers among the points, 2 above
        // them:
        let (x, y) = noisyGradients
        var disturbed = y
        for place in [25, 50, 75] { disturbed[place] += 2 }
        show(
            Chart("A large beta hardly notices an outlier", x: "x", y: "gradient") {
                Points(x, disturbed, "gradients with three outliers", colour: .sky)
                Line(x, movingAverages(disturbed, beta: 0.5, isCorrected: true), "beta 0.5", colour: .vermilion)
                Line(x, movingAverages(disturbed, beta: 0.9, isCorrected: true), "beta 0.9", colour: .black)
            }, "Averages with outliers")

        // How far does one of them pull the average? Compare with the average that has not seen it. The first one comes
        // at place 25, and what is left of it ten steps later is at place 35:
        func pull(_ beta: Double, at place: Int) -> Double {
            movingAverages(disturbed, beta: beta)[place] - movingAverages(y, beta: beta)[place]
        }
        show(
            Float(pull(0.5, at: 25)), "with beta 0.5, half of 2",
            ask: "An outlier is 2 too high. How far does it pull beta 0.5?")
        show(Float(pull(0.9, at: 25)), "with beta 0.9, a tenth of 2", ask: "And how far does it pull beta 0.9?")
        show("\(brief(pull(0.5, at: 35))) with beta 0.5, \(brief(pull(0.9, at: 35))) with 0.9", "ten steps later")

        // So it is a trade. A small beta is thrown off by every odd batch and forgets it at once; a large one is hardly
        // moved, but carries on with it for long.
    }

    // MARK: Helpers

    private func ones(_ count: Int) -> [Double] { Array(repeating: 1, count: count) }

    /// How far the average of 0, 1, 2, … is behind, once it has settled.
    private func lag(_ beta: Double) -> Double {
        let values = (0..<5000).map { Double($0) }
        return values.last! - movingAverages(values, beta: beta).last!
    }

    private func brief(_ x: Double) -> String { String(format: "%.3g", x) }
}
