// # One table
//
// Section 7.7 · After this page you can compare techniques fairly: on the same photos, from the same seeds, and with
// the work that each takes beside it.

import Common
import Figures
import Notebook
import Tensors
import Training
import Vision

// The book's numbers of this chapter cannot be set side by side. They come from validation sets that were drawn anew
// each time, from one run each, and from trainings of different lengths. Here is the table that one would like to have:
// one fixed split, the same seeds for every row, and how much work each row took. Work is counted, not timed: the
// multiplications of a training, where those of the baseline are 1 (section 7.3). What is to be done at a prediction is
// in a column of its own. What the sections before have trained is not trained again. A `TechniqueRow` is one line:

/// A technique, what it took, and what came of it.
struct TechniqueRow {
    let name: String, key: String
    /// Under a bar.
    let short: String
    /// In training, for that of the baseline; and how many looks a prediction takes.
    let work: Double, looks: Int
    /// One accuracy for each seed.
    let accuracies: [Double]
}

extension StateOfTheArt {
    func oneTable() throws {
        let rows = try techniqueRows
        let base = rows.first { $0.key == "baseline" }!
        var table = TextTable(["technique", "work", "looks", "accuracy", "difference", "better on"], decimals: 3)
        for row in rows {
            let differences = zip(row.accuracies, base.accuracies).map { $0 - $1 }
            let isBase = row.key == "baseline"
            table.add(
                row.name, fixed(row.work, 2), row.looks, Spread(row.accuracies),
                isBase ? "" : signed(Spread(differences).mean, 3),
                isBase ? "" : "\(differences.count { $0 > 0 }) of \(differences.count)")
            record("table/\(row.key)", over: row.accuracies)
        }
        show(
            table,
            "Photos of \(dataName), \(large) pixels wide, \(counted(seeds, "seed")), \(counted(epochs, "epoch"))",
            predict: .choice(
                "One of these needs no training of its own. Which?",
                ["normalization", "progressive resizing", "test-time augmentation", "Mixup", "label smoothing"],
                answer: "test-time augmentation"))
        let others = rows.filter { $0.key != "baseline" }
        var chart = Chart("Better and worse than the baseline", y: "difference in accuracy") {
            Bars(
                others.map(\.short),
                others.map { row in
                    Spread(zip(row.accuracies, base.accuracies).map { $0 - $1 }).mean
                }, colour: .blue)
            Rule(y: 0, "baseline")
        }
        chart.width = 760
        show(chart, "Mean difference over the seeds, the same ones for each row")
        show(
            readingOfTheTable(rows, base), "rows that are better than the baseline on at least four fifths of the seeds"
        )

        // Read such a table in this order. First the last two columns: a row that is better on three of five seeds has
        // done what a coin does every other time, and even four or five of five come up in 3 of 16 tries. Then the
        // work. A row that took more of it is to be compared with the row that spent as much on nothing but more
        // epochs, and not with the baseline:
        let longer = rows.first { $0.key == "more-epochs" }!
        for row in rows where row.work > 1 && row.key != longer.key {
            let better = zip(row.accuracies, longer.accuracies).count { $0 > $1 }
            show(
                "\(better) of \(row.accuracies.count)",
                "seeds with which “\(row.name)” is better than “\(longer.name)”")
        }

        // Then the looks, which cost something whenever the net is used. And last, what the table does not say: these
        // are short trainings on few photos. What is to keep a net from learning its photos by heart, or from being too
        // sure, can hardly show where neither has begun.
    }
}

// MARK: Helpers

extension StateOfTheArt {
    private func readingOfTheTable(_ rows: [TechniqueRow], _ base: TechniqueRow) -> String {
        let better = rows.filter { row in
            zip(row.accuracies, base.accuracies).count { $0 > $1 } * 5 >= row.accuracies.count * 4
        }
        return better.isEmpty ? "none" : better.map(\.name).joined(separator: ", ")
    }

    private var techniqueRows: [TechniqueRow] {
        get throws {
            let labels = try parts.valid.labels
            func row(
                _ name: String, _ key: String, _ short: String, _ learners: [VisionLearner<CategoryBlock>],
                work: Double = 1,
                withTTA: Bool = false
            ) throws -> TechniqueRow {
                let accuracies = try learners.map { learner in
                    withTTA ? share(of: labels, in: try learner.tta(seed: run.seed).outputs) : learner.accuracy
                }
                return TechniqueRow(
                    name: name, key: key, short: short, work: work, looks: withTTA ? 5 : 1, accuracies: accuracies)
            }
            let (both, phases) = (try progressiveLearners, workOfBoth / Double(epochs))
            return [
                try row("photos not normalized", "not-normalized", "not normalized", try rawLearners),
                try row("the baseline: normalized", "baseline", "baseline", try baselineLearners),
                try row(
                    "+ more epochs", "more-epochs", "more epochs", try directLearners,
                    work: workOfBoth.rounded() / Double(epochs)),
                try row("+ progressive resizing", "progressive", "resized", both, work: phases),
                try row(
                    "+ progressive resizing and test-time augmentation", "progressive-tta", "resized, TTA", both,
                    work: phases,
                    withTTA: true),
                try row("+ test-time augmentation", "tta", "TTA", try baselineLearners, withTTA: true),
                try row("+ Mixup", "mixup", "Mixup", try mixedLearners),
                try row("+ label smoothing", "smoothing", "smoothed", try smoothedLearners),
                try row(
                    "+ label smoothing and test-time augmentation", "smoothing-tta", "smoothed, TTA",
                    try smoothedLearners, withTTA: true
                ),
            ]
        }
    }
}
