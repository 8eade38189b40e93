// # Too many trees
//
// Section 9.8 · After this page you know when to stop boosting, and why its settings need more care than those of a
// forest.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func tooManyTrees() throws {
        // A tree of boosting learns from what is left. In the end that is nothing but chance, and trees learn that too:
        // a forest with more trees is never worse, but here there can be too many. One training with 300 trees shows
        // all smaller numbers as well. With the whole of each tree, and with a tenth of it:
        let (sales, rates) = (try someSales, boostingRates)
        let models = try boostedByRate
        let trees = 1...models[0].trainErrors.count
        let (large, small) = (models[0], models[2])
        show(
            Chart("The training error falls for ever, the other does not", x: "trees", y: "rmse") {
                Line(trees, large.validErrors, "validation, rate \(rates[0])", colour: .orange)
                Line(trees, large.trainErrors, "training, rate \(rates[0])", colour: .orange, dashed: true)
                Line(trees, small.validErrors, "validation, rate \(rates[2])", colour: .blue)
                Line(trees, small.trainErrors, "training, rate \(rates[2])", colour: .blue, dashed: true)
            }, "Boosting with trees of up to six questions in a row, \(sales.x.count) rows of \(dataName)")
        let best = large.validErrors.min()!
        let bestRate = rates[models.indices.min { models[$0].validErrors.min()! < models[$1].validErrors.min()! }!]
        show(
            large.validErrors.last! > best, "with rate 1, the last trees have made the validation error worse",
            predict: .yesNo(
                "Boosting with rate 1: is the validation error larger at the end than it was before?",
                large.validErrors.last! > best))

        // Where is the best place to stop?
        var table = TextTable(["rate", "best after", "its valid rmse", "after all", "train rmse"], decimals: 4)
        for (rate, model) in zip(rates, models) {
            let best = bestCount(model.validErrors)
            table.add(
                "\(rate)", "\(counted(best, "tree"))", model.validErrors[best - 1], model.validErrors.last!,
                model.trainErrors.last!)
        }
        show(
            table, "When to stop, \(sales.x.count) rows of \(dataName)",
            predict: .choice(
                "With which learning rate does the validation error become smallest, at the best moment to stop?",
                rates.map { "\($0)" },
                answer: "\(bestRate)"))
        record("boosting/valid-rmse-at-the-best-moment-rate-1", large.validErrors.min()!)
        record("boosting/valid-rmse-at-the-best-moment-rate-0.1", small.validErrors.min()!)

        // With rate 1, a tree that has learned something odd gets all of its way. With a small rate the next ones can
        // mend it; but that needs more trees, for the smallest of these rates more than 300. The place to stop is
        // chosen here by the validation rows, and so it flatters a little. An honest error needs further rows.
        //
        // One need not train all trees to find the place. With patience the training ends when the error has not become
        // smaller for some trees, and what came after the best is dropped:
        let patient = try GradientBoosting(
            sales.x, sales.y, trees: 1000, learningRate: 0.3, maxDepth: 6, minLeafSize: 5,
            validation: (sales.validX, sales.validY), patience: 20)
        show(
            "rate 0.3: \(counted(patient.validErrors.count, "tree")) trained, \(patient.trees.count) kept, "
                + "valid rmse \(patient.validErrors.min()!.cellText(decimals: 4))",
            "boosting with a patience of 20 trees")
    }

    func settingsOfBoosting() throws {
        // Section 9.5 has tried settings of forests, and nearly all were good. Here are those of boosting: the rate,
        // and when it stops (all numbers of trees come from the same trainings).
        let (sales, rates, models) = (try someSales, boostingRates, try boostedByRate)
        let counts = run.size(quick: [1, 3, 6], usual: [3, 10, 30, 100, 300])
        let errors = models.map { model in counts.map { model.validErrors[$0 - 1] } }
        let all = errors.flatMap(\.self)
        show(
            HeatTable(
                "Rate and trees have to fit each other", rows: rates.map { "rate \($0)" },
                columns: counts.map { counted($0, "tree") }, errors, range: all.min()!...all.max()!,
                decimals: 3),
            "Validation rmse by learning rate (down) and trees (across), \(sales.x.count) rows of \(dataName)")

        // And how many questions a tree asks one after the other, with a rate of 0.1:
        let depths = run.size(quick: [1, 3], usual: [1, 2, 4, 8, 12])
        let byDepth = try depths.map { depth in
            try GradientBoosting(
                sales.x, sales.y, trees: counts.last!, learningRate: 0.1, maxDepth: depth, minLeafSize: 5,
                validation: (sales.validX, sales.validY))
        }
        show(
            Chart("Deep trees learn fast, and have soon learned enough", x: "trees", y: "validation rmse") {
                for (depth, model) in zip(depths, byDepth) {
                    let label = depth == 1 ? "1 question" : "\(depth) questions"
                    Line(1...model.validErrors.count, model.validErrors, label)
                }
            }, "Boosting by the depth of its trees, \(sales.x.count) rows of \(dataName)")

        // For a comparison, forests on the same rows, with the same numbers of trees and four shares of the columns:
        var random = run.random
        var ofForests: [Double] = []
        for share in [0.25, 0.5, 0.75, 1] {
            let trees = try RandomForest(
                sales.x, sales.y, trees: counts.last!, columnShare: share, minLeafSize: 5, outOfBag: false,
                using: &random
            ).predictions(sales.validX)
            ofForests += counts.map { count in
                let sums = sales.validY.indices.map { row in trees[..<count].reduce(0) { $0 + $1[row] } }
                return rootMeanSquaredError(sums.map { $0 / Double(count) }, sales.validY)
            }
        }
        var table = TextTable(["", "best", "median", "worst", "worst ÷ best"], decimals: 3)
        for (name, errors) in [("boosting", all.sorted()), ("forests", ofForests.sorted())] {
            table.add(name, errors[0], errors[errors.count / 2], errors.last!, errors.last! / errors[0])
        }
        show(
            table, "Valid rmse of \(all.count) settings of boosting and \(ofForests.count) of forests, \(dataName)",
            predict: .choice(
                "For which of the two does a bad setting cost more?", ["boosting", "forests"],
                answer: all.max()! / all.min()! > ofForests.max()! / ofForests.min()! ? "boosting" : "forests"))
        for (name, errors) in [("boosting", all), ("forests", ofForests)] {
            record("settings/best-of-\(slug(name))", errors.min()!)
            record("settings/worst-of-\(slug(name))", errors.max()!)
        }

        // So that is the bargain: boosting can be better than a forest, if somebody has looked for the right settings,
        // with a loop over a grid like this one. A forest is good at once.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// What is tried on this page.
    private var boostingRates: [Double] { [1, 0.3, 0.1, 0.03] }

    /// A boosted model for each rate, with its errors after every tree.
    private var boostedByRate: [GradientBoosting] {
        get throws {
            try run.once {
                let sales = try someSales
                return try boostingRates.map { rate in
                    try GradientBoosting(
                        sales.x, sales.y, trees: run.size(quick: 6, usual: 300), learningRate: rate, maxDepth: 6,
                        minLeafSize: 5, validation: (sales.validX, sales.validY))
                }
            }
        }
    }
}

/// With how many trees the error is smallest.
private func bestCount(_ errors: [Double]) -> Int { errors.indices.min { errors[$0] < errors[$1] }! + 1 }
