// # Tables
//
// Section 1.9 · After this page you have a model that predicts a column of a table from the others.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors
import Training

// Most data in this world are tables. This one has people, and the question is who earns more than 50,000 dollars a
// year. The book takes nine columns of it. Some hold words, such as the occupation: they are *categorical*. Others
// hold numbers whose size means something, such as the age: they are *continuous*. Three things have to be done to
// them, and each has a name. `categorify` gives each word a number. `fillMissing` puts the median where a number is
// missing, and notes that it was. `normalize` brings all numbers to about the same size. (In the book they are
// `Categorify`, `FillMissing` and `Normalize`.)

extension FirstModels {
    /// The table, ready to learn from: a fifth of the rows is for validation.
    var incomeData: TabularData {
        get throws {
            try run.once {
                var random = run.random
                let frame = try data.incomes.contents.frame
                return try TabularData(
                    frame, procs: [.categorify, .fillMissing, .normalize], categorical: IncomeTable.categorical,
                    continuous: IncomeTable.continuous, target: IncomeTable.target,
                    splits: .random(frame.rowCount, validShare: 0.2, using: &random))
            }
        }
    }

    /// A net that has learned from it (the book's `tabular_learner`). No net has learned from such tables before, so
    /// there is nothing to fine-tune: `fitOneCycle`, its `fit_one_cycle`, trains from scratch.
    var incomeLearner: TabularLearner<IntTensor> {
        get throws {
            try run.once {
                var random = run.random
                let learner = TabularLearner<IntTensor>(
                    try incomeData, batchSize: 64, metrics: [.accuracy], using: &random)
                try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 1, usual: 3), 1e-3) }
                return learner
            }
        }
    }
}

// The numbers that the book has printed:

/// What the book reports of its three epochs, which took some 10 seconds each: both losses and the accuracy.
let bookIncomeEpochs = [
    [0.359960, 0.357917, 0.831388], [0.353458, 0.349657, 0.837991], [0.338368, 0.346997, 0.843213],
]

extension FirstModels {
    func incomes() throws {
        let table = try data.incomes.contents
        let names = ["age", "workclass", "education", "occupation", "salary"]
        show(table.frame.selecting(names).taking(Array(0..<5)).table(), "The first people of \(data.incomes.name)")
        show(
            try incomeData.items(3).selecting(["workclass", "education", "occupation", "age"]).table(),
            "Rows as the net sees them")

        let rows = try incomeLearner.learner.recorder.rows
        var epochs = TextTable(
            ["epoch", "train_loss", "valid_loss", "accuracy", "book: train_loss", "valid_loss", "accuracy"],
            decimals: 4)
        for (epoch, row) in rows.enumerated() {
            let book = bookIncomeEpochs[epoch]
            epochs.add(epoch, row.trainLoss, row.validLoss, row.metrics[0], book[0], book[1], book[2])
        }
        let isSame = data.incomes.name == "adult_sample"
        let beside = isSame ? ", as in the book" : "; the book: adult_sample"
        show(epochs, "Three epochs on \(data.incomes.name)\(beside)")

        let truth = try incomeData.valid.targets.map { Int($0) }
        let classes = try incomeData.recipe.targetClasses!
        let rich = share(truth)
        record(
            "incomes/majority", max(rich, 1 - rich), on: data.incomes,
            predict: .number(
                "About \(Int((100 * rich).rounded())) of a hundred people here are \(classes[1]). How accurate is a model that says \(classes[0]) of everybody?",
                max(rich, 1 - rich), within: .plusMinus(0.02)))
        record(
            "incomes/accuracy", rows.last!.metrics[0], book: 0.843213,
            differs: "another random split" + (run.size == .quick ? ", one epoch" : ""), on: data.incomes)

        // Always say how good somebody is who knows nothing: 0.84 sounds like much, but most people earn less, and who
        // says so of everybody is right in that many cases, too. (In the book's table, these are three out of four.)
        //
        // Of made-up people it is also known how far anybody could get:
        if let chances = table.truth {
            let places = try incomeData.splits.valid
            let best = places.map { max(chances[$0], 1 - chances[$0]) }.reduce(0, +) / Double(places.count)
            record("incomes/best-possible", best)
        }
        let whole = Int(0.2 * 32_561)
        show(
            bookIncomeEpochs.map { "\(Int((Double(whole) * $0[2]).rounded()))" }.joined(separator: ", "),
            "right of the book's \(whole) rows, epoch by epoch")
    }
}
