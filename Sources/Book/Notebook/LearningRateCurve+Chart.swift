// What the learning-rate finder measured, drawn the same way in every chapter.

import Figures
import Training

extension LearningRateCurve {
    /// What a chart of the curve shows. A search of a few steps may show nothing.
    public var headline: String {
        showsFallAndRise
            ? "The loss falls, and then the steps are too long" : "No clear fall and rise of the loss in this search"
    }

    /// Whether the lowest loss comes after the first third, a tenth or more below the mean of that, and the loss then
    /// rises by at least half of what it has fallen.
    private var showsFallAndRise: Bool {
        let finite = losses.filter(\.isFinite)
        let third = finite.prefix(finite.count / 3).dropFirst(finite.count / 10)
        let later = finite.dropFirst(finite.count / 3)
        guard !third.isEmpty, let lowest = later.indices.min(by: { later[$0] < later[$1] }) else { return false }
        let before = third.reduce(0, +) / Float(third.count)
        let fall = before - finite[lowest]
        return fall >= 0.1 * abs(before) && finite[lowest...].max()! - finite[lowest] >= fall / 2
    }

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
