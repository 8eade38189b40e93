// # Class by class
//
// Section 6.3 · After this page you can say for which things the net is good, and whether every class should have a
// threshold of its own.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Training
import Vision

// One number for twenty classes hides those for which the net is useless. So count precision and recall for each class,
// and say how many photos each has.

extension OtherVisionProblems {
    func everyClass() throws {
        let judged = try judged
        let names = try classes.classes
        let learned = try trained.data.datasets.train.values
        let rows = names.indices.map { k in
            (
                name: names[k], learned: learned.count { $0.contains(names[k]) },
                counts: countsAt(0.5, judged.outputs[0..., k], judged.targets[0..., k])
            )
        }.sorted { ($1.learned, $0.name) < ($0.learned, $1.name) }
        var table = TextTable(
            ["class", "learned from", "there", "said", "right", "precision", "recall", "F1"], decimals: 2)
        for row in rows {
            let c = row.counts
            table.add(
                row.name, row.learned, c.there, c.said, c.right, c.said == 0 ? nil : c.precision,
                c.there == 0 ? nil : c.recall, c.f1)
        }
        show(table, "Each class at a threshold of 0.5, the most frequent first; \(dataName)")
        show(
            Chart("How much is found of each class", x: "photos to learn from", y: "recall", yLimits: 0...1) {
                let some = rows.filter { $0.counts.there > 0 }
                Points(some.map(\.learned), some.map(\.counts.recall), "one class each", colour: .blue)
            }, "Recall of each class by its photos; \(dataName)")
        let mean = rows.map(\.counts.f1).reduce(0, +) / Double(rows.count)
        record("classes/mean-f1", mean, on: source)
        record("classes/f1-of-all-answers", countsAt(0.5, judged.outputs, judged.targets).f1, on: source)
        record("classes/never-said", rows.count { $0.counts.said == 0 }, on: source)

        // The two F1 differ as in chapter 5: one counts each answer once, so that frequent classes weigh more, the
        // other each class once. (They are called the micro and the macro average. Where nothing was said, there is no
        // precision.)
    }

    func aThresholdForEach() throws {
        // The scores of a rare class are low, for the net has seldom been right to say it. Should each class have its
        // own threshold? Measured by the mean F1 of all classes, that can only be better on the photos where thresholds
        // are chosen: one more choice for each class. On new photos? The splits of the last page answer it:
        let splits = try splitScenes
        let results = splits.map { split -> [Double] in
            let (known, new) = (split.known, split.new)
            let count = known.p.shape[1]
            let candidates = Tensor.linspace(0.05, 0.95, 29).scalars.map { [Float](repeating: $0, count: count) }
            let means = candidates.map { meanF1($0, known.p, known.y) }
            let one = candidates[means.indices.max { means[$0] < means[$1] }!]
            let each = (0..<count).map { bestThreshold(known.p[0..., $0], known.y[0..., $0]) }
            return [
                meanF1(one, known.p, known.y), meanF1(each, known.p, known.y), meanF1(one, new.p, new.y),
                meanF1(each, new.p, new.y),
            ]
        }
        var table = TextTable(["thresholds", "mean F1 where they were chosen", "mean F1 on new photos"], decimals: 3)
        // `column` is a column of these results, over the splits:
        func column(_ k: Int) -> Spread { Spread(results.map { $0[k] }) }
        table.add("one for all classes", column(0), column(2))
        table.add("one for each class", column(1), column(3))
        let (here, there) = (column(1).mean - column(0).mean, column(3).mean - column(2).mean)
        show(
            table, "One threshold or twenty; \(counted(splits.count, "split")) of \(dataName)",
            predict: .yesNo(
                "Twenty thresholds are chosen on some photos. Do they gain as much on new photos as on those?",
                there >= here))
        let better = results.count { $0[3] > $0[2] }
        record("classes/f1-gained-where-chosen", over: results.map { $0[1] - $0[0] }, on: source)
        record("classes/f1-gained-on-new-photos", over: results.map { $0[3] - $0[2] }, on: source)
        show(
            "Twenty thresholds gain \(points(here)) points of F1 where they were chosen, and \(points(there)) on new photos (better in \(better) of \(counted(results.count, "split")))."
        )

        // Compare the two gains. Where thresholds were chosen, twenty of them can only win. On new photos there is less
        // of it, or even a loss: this time it is not one number from a smooth curve, but twenty from curves with teeth,
        // and a rare class may have only a handful of photos there. The fewer they are, the more harm it does to choose
        // on the validation set.
    }
}

// MARK: Helpers

/// The threshold with the highest F1, of 29; the middle one where there are several, or nothing to go by.
func bestThreshold(_ p: Tensor, _ y: Tensor) -> Float {
    let thresholds = Tensor.linspace(0.05, 0.95, 29).scalars
    let values = thresholds.map { countsAt($0, p, y).f1 }
    let best = values.indices.filter { values[$0] == values.max()! }
    return thresholds[best[best.count / 2]]
}

/// The mean F1 of all classes, each with a threshold of its own.
private func meanF1(_ thresholds: [Float], _ p: Tensor, _ y: Tensor) -> Double {
    thresholds.enumerated().reduce(0) { $0 + countsAt($1.element, p[0..., $1.offset], y[0..., $1.offset]).f1 }
        / Double(thresholds.count)
}

private func points(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
