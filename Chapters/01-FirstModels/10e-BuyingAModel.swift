// # When somebody sells you a model
//
// Section 1.10 · After this page you can check a model that others have made, without knowing how it works.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// Most people who decide about such models never train one. They are offered one, with a number: “84 percent
// accurate, by the newest methods”. What can go wrong has been the matter of this whole section. What helps is no
// knowledge of nets but three rules. Keep some data back that the vendor never gets. Choose yourself what counts as
// good. And try something very simple on the same data: it is astonishing how often the difference is small.
//
// The vendor's model is the net of section 1.9, which predicts who earns more. A fifth of the rows it has never seen.
// Ours is a table: for each kind of family and each level of education, does the majority of those whom we know earn
// more? (`MajorityOfCells`)

/// Says of a row what the majority says of the rows that are the same in some columns.
public struct MajorityOfCells: Sendable {
    private let votes: [[String]: Int]
    private let usual: Int

    /// - Parameters:
    ///   - rows: the texts of the columns that count, row by row.
    ///   - labels: 0 or 1.
    public init(_ rows: [[String]], labels: [Int]) {
        var votes: [[String]: Int] = [:]
        for (row, label) in zip(rows, labels) { votes[row, default: 0] += label == 1 ? 1 : -1 }
        self.votes = votes
        usual = labels.reduce(0) { $0 + ($1 == 1 ? 1 : -1) } > 0 ? 1 : 0
    }

    /// 0 or 1; of a row like none before what most rows are.
    public func callAsFunction(_ row: [String]) -> Int { votes[row].map { $0 > 0 ? 1 : 0 } ?? usual }
}

// What counts as good? Accuracy treats all errors alike. Suppose the model decides whom a letter goes to that costs
// 1, and earns 4 from everybody who earns more than 50,000. Then `profit` is what counts, and not how often somebody
// is right:

/// What letters bring: 4 for each that goes to somebody who earns more, less 1 for each letter; per hundred people.
public func profit(_ said: [Int], _ truth: [Int]) -> Double {
    let sum = zip(said, truth).reduce(0) { $0 + ($1.0 == 1 ? ($1.1 == 1 ? 3 : -1) : 0) }
    return 100 * Double(sum) / Double(max(1, said.count))
}

// What each of the models says of the hidden rows goes side by side (`picked` takes the two columns of some of them):

/// A row of the check.
struct CheckedModel {
    let name: String
    let said: [Int]
}

extension FirstModels {
    func vendorsNumbers() throws {
        let (table, people) = (try incomeData, try data.incomes.contents.frame)
        let columns = ["marital-status", "education"].map { people[$0].strings.map { $0 ?? "" } }
        func picked(_ places: [Int]) -> [[String]] { places.map { place in columns.map { $0[place] } } }
        let (known, hidden) = (table.train.targets.map { Int($0) }, table.valid.targets.map { Int($0) })
        let probabilities = try incomeLearner.predictions().softmax(axis: 1)[0..., 1].scalars
        let cells = MajorityOfCells(picked(table.splits.train), labels: known)
        let ours = picked(table.splits.valid).map { cells($0) }
        let models = [
            CheckedModel(name: "nobody earns more", said: hidden.map { _ in 0 }),
            CheckedModel(name: "family and education, counted", said: ours),
            CheckedModel(name: "the vendor's net", said: probabilities.map { $0 > 0.5 ? 1 : 0 }),
            CheckedModel(name: "the vendor's net, letters from 0.25 on", said: probabilities.map { $0 > 0.25 ? 1 : 0 }),
        ]
        let accuracies = models.map { model in
            Double(zip(model.said, hidden).count { $0 == $1 }) / Double(hidden.count)
        }
        var found = TextTable(
            ["model", "accuracy", "of those who earn more, found", "profit per 100 people"], decimals: 3)
        for (model, accuracy) in zip(models, accuracies) {
            let right = zip(model.said, hidden).count { $0 == 1 && $1 == 1 }
            found.add(
                model.name, accuracy, Double(right) / Double(max(1, hidden.reduce(0, +))), profit(model.said, hidden))
        }
        let gap = accuracies[2] - accuracies[1]
        show(
            found, "Checked with \(hidden.count) rows that the vendor has not had, of \(data.incomes.name)",
            predict: .choice(
                "The net uses nine columns, the counted table two. How far apart are their accuracies?",
                ["less than 0.05", "from 0.05 to 0.15", "more than 0.15"],
                answer: gap < 0.05 ? "less than 0.05" : gap > 0.15 ? "more than 0.15" : "from 0.05 to 0.15"))
        record("vendor/majority", accuracies[0])
        record("vendor/two-columns", accuracies[1])
        record("vendor/net", accuracies[2])
        show(
            "The net is \(fixed(100 * gap, 1)) points better than two columns and some counting."
                + " What letters bring: \(fixed(profit(models[2].said, hidden), 1)) by the net as it comes, "
                + "\(fixed(profit(models[3].said, hidden), 1)) with a threshold that fits the purpose.")

        // Accuracy did not know what a letter costs. Who sends one wherever the chance is above a quarter earns more,
        // with *lower* accuracy; so choose the measure before you look at numbers.
        //
        // The 0.25 is no accident, nor was it chosen by these rows: a letter pays if four times the chance is more than
        // its cost of 1.
    }
}
