// # Out of the bag
//
// Section 9.5 · After this page you can judge a forest by rows that it has learned from, and find out what a validation
// error is made of.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func outOfBagByHand() throws {
        // Rows are drawn with replacement. How many are never drawn for a tree? A row is missed by one draw with
        // probability 1 − 1/n, and by n draws with (1 − 1/n)ⁿ, which is about 1/e:
        var random = run.random
        let sales = try mended
        let count = run.size(quick: 300, usual: 4000, full: 40_000)
        let rows = evenly(count, of: sales.x.count)
        let (x, y) = (sales.x.rows(rows), rows.map { sales.y[$0] })
        let missed = 1 - Double(Set(drawn(x.count, using: &random)).count) / Double(x.count)
        record(
            "out-of-bag/share-of-rows", missed,
            predict: .share(
                "From n rows, n are drawn with replacement. Which share of the rows is never drawn?", missed,
                within: .plusMinus(0.05)))

        // So a tree has not seen more than a third of the rows, and can be asked about them as if they were new. For
        // every row, take the mean of the trees that do not know it; it is the row's *out-of-bag* prediction. By hand:
        var sums = [Double](repeating: 0, count: x.count)
        var counts = [Double](repeating: 0, count: x.count)
        for _ in 0..<run.size(quick: 10, usual: 40) {
            let bag = drawn(x.count, using: &random)
            let tree = try DecisionTree(x.rows(bag), bag.map { y[$0] }, minLeafSize: 5)
            let known = Set(bag)
            let unknown = x.rows((0..<x.count).filter { !known.contains($0) })
            let places = (0..<x.count).filter { !known.contains($0) }
            for (row, prediction) in zip(places, try tree.predict(unknown)) {
                sums[row] += prediction
                counts[row] += 1
            }
        }
        let asked = counts.indices.filter { counts[$0] > 0 }
        let byHand = rootMeanSquaredError(asked.map { sums[$0] / counts[$0] }, asked.map { y[$0] })
        let forest = try RandomForest(x, y, trees: run.size(quick: 10, usual: 40), minLeafSize: 5, using: &random)
        record("out-of-bag/rmse-by-hand", byHand)
        record("out-of-bag/rmse-of-the-engines-forest", forest.outOfBag!.rootMeanSquaredError)

        // They differ a little. Both have drawn other rows; and in the engine a row that was drawn twice is one row
        // with the weight two, so its leaves of at least five have five different rows. Compare out-of-bag predictions
        // with the prices of training rows: that is what they are predictions of.
    }

    func whyTheFutureIsHarder() throws {
        // The book's forest has computed its own when it was trained:
        let (sales, forest) = (try mended, try theForest)
        record("out-of-bag/rmse", forest.outOfBag!.rootMeanSquaredError, book: 0.210686, differs: try lessThanAll)
        record(
            "out-of-bag/rmse-of-the-validation-rows", try forest.rootMeanSquaredError(sales.validX, sales.validY),
            book: 0.233502, differs: try lessThanAll)

        // In the book, the validation error is larger by a tenth, though no tree has seen the rows out of its bag
        // either. Two things may be the reason: out-of-bag errors may be too small in general, or the later rows are a
        // matter of their own. The first can be tested. Draw the validation rows at random, from all times:
        let differences = try run.overSeeds(run.size(quick: 1, usual: 3)) { random in
            let split = RowSplits.random(sales.x.count, using: &random)
            let (x, y) = (sales.x.rows(split.train), split.train.map { sales.y[$0] })
            let forest = try rf(NumberedSales(sales.data, x, y, x, y), using: &random)
            let error = try forest.rootMeanSquaredError(sales.x.rows(split.valid), split.valid.map { sales.y[$0] })
            return error - forest.outOfBag!.rootMeanSquaredError
        }
        record("out-of-bag/how-much-larger-is-the-error-of-random-rows", over: differences)

        // About the same, so out-of-bag errors can be trusted (if anything they are a bit too large, since only a third
        // of the trees takes part in each). And the second? The later rows may be harder in themselves, or hard for
        // somebody who knows nothing of their time. So predict the *same* rows twice: by a forest that knows earlier
        // sales only, and out of the bag by a forest that has learned from all sales, and so knows others of these
        // months:
        let latest = try judgedByTheLatest
        let all = NumberedSales(
            latest.data, try latest.x.stacked(on: latest.validX), latest.y + latest.validY, latest.validX, latest.validY
        )
        let later = latest.y.count..<all.y.count
        let errors = try run.overSeeds(run.size(quick: 1, usual: 3)) { random in
            let before = try rf(latest, using: &random).rootMeanSquaredError(latest.validX, latest.validY)
            // About 40 of 108 trees have not seen a row, as many as judge the rows in the other forest.
            let guesses = try RandomForest(
                all.x, all.y, trees: run.size(quick: 27, usual: 108), columnShare: 0.5, minLeafSize: 5, using: &random
            ).outOfBag!.predictions
            let asked = later.filter { guesses[$0] != nil }
            return (before, rootMeanSquaredError(asked.map { guesses[$0]! }, asked.map { all.y[$0] }))
        }
        let (before, among) = (errors.map(\.0), errors.map(\.1))
        var table = TextTable(["the forest knows", "rmse of the latest 5 %"], decimals: 4)
        table.add("earlier sales only", Spread(before))
        table.add("other sales of these months, too", Spread(among))
        let means = [before, among].map { $0.reduce(0, +) / Double($0.count) }
        show(
            table, "The same rows of \(dataName), predicted twice",
            predict: .change(
                "A forest predicts the latest sales from earlier ones. Another one has also learned from "
                    + "other sales of the "
                    + "same months. Is its error smaller or larger?", from: means[0], to: means[1]))

        // The rows are the same, and so is the kind of forest. The difference is what it costs not to know the time of
        // the rows: prices have moved on, and new machines have come. Section 9.7 looks for the columns in which that
        // shows.
    }

    func whatTheLeakBuys() throws {
        // The book's rule leaves January to April 2012 among the training rows (section 9.4). Does that help the forest
        // with the end of 2011? Train it with these rows and without them, and judge both by the same validation rows:
        let (sales, table) = (try mended, try datedSales)
        let seconds = table["saleElapsed"].numbers
        let splits = sales.data.splits
        let first = splits.valid.map { seconds[$0] }.min()!
        let earlier = splits.train.indices.filter { seconds[splits.train[$0]] < first }
        // #hide
        if earlier.count == splits.train.count {
            return show("In \(dataName) no training row is later than a validation row: there is nothing to leave out.")
        }
        let honest = NumberedSales(
            sales.data, sales.x.rows(earlier), earlier.map { sales.y[$0] }, sales.validX, sales.validY)
        let seeds = run.size(quick: 2, usual: 3)
        let (with, without) = (try validErrors(of: sales, seeds), try validErrors(of: honest, seeds))
        let latest = try validErrors(of: try judgedByTheLatest, seeds)
        var rows = TextTable(["training", "validation", "valid rmse"], decimals: 4)
        rows.add("the book's training rows", "October to December 2011", Spread(with))
        rows.add("without what is later", "October to December 2011", Spread(without))
        rows.add("all but the latest sales", "the latest 5 %", Spread(latest))
        let (a, b) = (with.reduce(0, +) / Double(with.count), without.reduce(0, +) / Double(without.count))
        show(
            rows, "What the future is worth, \(dataName)",
            predict: .change(
                "\(splits.train.count - earlier.count) training rows are later than the validation rows. "
                    + "Without them, is the "
                    + "error smaller or larger?", from: a, to: b))
        record("leak/valid-rmse-with-later-rows", over: with)
        record("leak/valid-rmse-without-later-rows", over: without)

        // Only the second and the third line say what to expect of the model when it is used: then nobody has sales of
        // the following months to learn from.
    }
}
