// # One number alone
//
// Section 3.3 · After this page you know why a number that was a good measure stops being one when it is made a goal.

import Figures
import Foundation
import Notebook
import Tensors

// Behind the loops of the last pages is a number: minutes, arrests, clicks. A model does anything for its number, and
// what is not in it does not exist. What is meant by the number may be well served at first. "When a measure becomes a
// target, it ceases to be a good measure": that is what is left, in one sentence, of a remark by the economist Charles
// Goodhart.
//
// Texts in this world have a quality and a loudness, two numbers that have nothing to do with each other. Both bring
// clicks. Readers value quality; a little loudness does not hurt them, and much does. A text is chosen because it has
// the most clicks of some candidates, and `clicked` says what it is worth. The more candidates, the greater the
// pressure:

/// Clicks and worth of the text with the most clicks.
public func clicked(candidates: Int, using random: inout SplitMix64) -> (clicks: Double, worth: Double) {
    let (quality, loudness) = (normals(candidates, using: &random), normals(candidates, using: &random))
    let clicks = zip(quality, loudness).map { $0 + 2 * $1 }
    let best = clicks.indices.max { clicks[$0] < clicks[$1] }!
    let (q, loud) = (Double(quality[best]), Double(max(loudness[best], 0)))
    return (Double(clicks[best]), q - 0.2 * loud * loud)
}

extension DataEthics {
    func oneNumberAlone() {
        let pressures = run.size(quick: [1, 4, 16], usual: [1, 2, 4, 8, 16, 64, 256, 1024, 4096])
        var (clicks, worth, worths) = ([Double](), [Double](), [[Double]]())
        var table = TextTable(["candidates", "clicks of the chosen text", "worth to readers"], decimals: 2)
        for candidates in pressures {
            let runs = run.overSeedsAtOnce(run.size(quick: 20, usual: 400)) {
                clicked(candidates: candidates, using: &$0)
            }
            clicks.append(Spread(runs.map(\.clicks)).mean)
            worth.append(Spread(runs.map(\.worth)).mean)
            worths.append(runs.map(\.worth))
            table.add(candidates, Spread(runs.map(\.clicks)), Spread(worths.last!))
        }
        show(
            ChartGrid(
                [
                    Chart("Clicks", x: "candidates", y: "clicks", xScale: .logarithmic) {
                        Line(pressures, clicks)
                        Points(pressures, clicks, colour: .blue)
                    },
                    Chart("Worth", x: "candidates", y: "worth to readers", xScale: .logarithmic) {
                        Line(pressures, worth, colour: .vermilion)
                        Points(pressures, worth, colour: .vermilion)
                        Rule(y: worth[0], "chosen blindly")
                    },
                ], columns: 2, title: "The harder one chooses by clicks, the more clicks. And the worth?",
                sharedYLimits: false),
            "Means of many choices",
            predict: .choice(
                "The text with the most clicks of 4,096 is chosen. What is it worth, beside one that is chosen blindly?",
                ["more", "less"], answer: worth.last! > worth[0] ? "more" : "less"))
        show(table, "Choosing by clicks")
        record("one-number/worth-when-chosen-blindly", over: worths[0])
        record("one-number/worth-at-the-highest-pressure", over: worths.last!)
        let best = worth.indices.max { worth[$0] < worth[$1] }!
        show(pressures[best], "candidates at which the worth is highest, on average")
        // With little pressure, clicks are a good guide: texts with more of them are better, on average. With much, the
        // only texts that can win are those that are extremely loud. Nothing has changed about clicks. The pressure
        // has.
        //
        // And where a number leaves a gap, somebody will find it. When the Mueller report was published, Guillaume
        // Chaslot, who follows what YouTube recommends, saw one channel that was recommended far more often than all
        // others: that of a state's broadcaster. Whether somebody had found out how to please the algorithm could not
        // be told from outside, which is the next problem. So have more than one number, look at the cases at the edge,
        // ask people, and let others look in.
    }
}
