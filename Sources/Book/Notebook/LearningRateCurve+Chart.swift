// What the learning-rate finder measured, drawn the same way in every chapter.

import Figures
import Training

extension LearningRateCurve {
    /// Smoothed losses over rates, up to where they explode, with the two suggestions of the book.
    ///
    /// - Parameters:
    ///   - label: what the curve is called, where the chart has other lines.
    ///   - showsSuggestions: whether a tenth of the rate of the minimum and the steepest place are marked.
    ///   - others: what else the chart has, such as the rate that was taken.
    public func chart(
        _ title: String, label: String? = nil, showsSuggestions: Bool = true,
        @ChartBuilder _ others: () -> [any Mark] = { [] }
    ) -> Chart {
        // The explosion at the end would leave no room for what comes before: it is cut off a little above the losses
        // of the first half. (The first tenth does not count here, since the smoothed loss has not settled yet.)
        let half = losses.count / 2 + 1
        let settled = losses.dropFirst(losses.count / 10)
        let (plain, lowest) = (losses.prefix(half).dropFirst(losses.count / 10).max() ?? 1, settled.min() ?? 0)
        let top = plain + max(0.3 * (plain - lowest), 0.02 * abs(plain))
        let shown = (losses.lastIndex { $0 < top } ?? 0) + 1
        let drawn = losses.prefix(shown + 1).enumerated().map { $0 < half ? $1 : min($1, top) }
        return Chart(title, x: "learning rate", y: "smoothed loss", xScale: .logarithmic) {
            Line(rates.prefix(shown + 1), drawn, label, colour: .blue)
            others()
            if showsSuggestions {
                Rule(x: minimum, "a tenth of the rate of the minimum", colour: .green)
                Rule(x: steepest, "where it falls fastest", colour: .vermilion)
            }
        }
    }
}
