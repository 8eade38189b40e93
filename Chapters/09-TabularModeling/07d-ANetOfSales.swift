// # A net of sales
//
// Section 9.7 · After this page you can choose which columns a net embeds, and compare it fairly with a forest.

import Figures
import Notebook
import Tabular
import Tensors
import Training

// A net may go beyond the end. It takes the forest's columns, but it needs two things that a forest does not: numbers
// of like size (`normalize`), and a decision for each column, to be embedded or to be a number. The book's rule: whole
// numbers with more than 9000 different values are numbers, since tables of more than 10,000 rows had better be
// avoided. An embedding has a row for each level (the book says a column; it is a row), and nothing for a level that it
// has not seen. A day in the future is one of those. So saleElapsed becomes a number, though it has fewer than 9000
// different values: as a number it can go on. `netData` prepares the table for nets, and `netLearner` makes a net that
// has learned nothing:

extension TabularModeling {
    /// The final columns without both identifiers. (The book's `to_nn`.)
    func netData(_ splits: RowSplits) throws -> TabularData {
        let table = try datedSales
        let names = try timelessSales.x.names.filter(table.has)
        let split = table.selecting(names + ["SalePrice"]).contCatSplit(maxCard: 9000, dependent: ["SalePrice"])
        return try TabularData(
            table, procs: [.fillMissing, .categorify, .normalize],
            categorical: split.categorical.filter { $0 != "saleElapsed" },
            continuous: split.continuous.filter { $0 != "saleElapsed" } + ["saleElapsed"].filter(table.has),
            target: "SalePrice", splits: splits)
    }

    /// Layers of 500 and 250. The book's batches have 1024 rows; small tables get smaller ones, so that there are steps
    /// enough.
    func netLearner(_ data: TabularData, using random: inout SplitMix64) -> TabularLearner<Tensor> {
        TabularLearner<Tensor>(
            data, layers: run.size(quick: [20], usual: [500, 250]), range: 8...12,
            batchSize: data.train.count > 100_000 ? 1024 : 256, using: &random)
    }

    func levelsOfTheNet() throws {
        let data = try netData(prepared.splits)
        let recipe = data.recipe
        let book = [
            "YearMade": 73, "ProductSize": 6, "Coupler_System": 2, "fiProductClassDesc": 74, "ModelID": 5281,
            "Hydraulics_Flow": 3, "fiSecondaryDesc": 177, "fiModelDesc": 5059, "ProductGroup": 6, "Enclosure": 6,
            "fiModelDescriptor": 140, "Drive_System": 4, "Hydraulics": 12, "Tire_Size": 17,
        ]
        var table = TextTable(["column", "levels", "width of the embedding", "levels, book"])
        for (name, count) in zip(recipe.categorical, recipe.categorify.counts) {
            table.add(name, count, embeddingWidth(count), book[name])
        }
        show(table, "What the net embeds, with one level for what is missing, \(dataName)")

        // (The book counts the levels of its table without what is missing.) All of its columns but fiModelDescriptor
        // are embedded. By the rule of thumb for widths, that makes so many numbers for each row, all next to the
        // single plain one:
        let widths = book.filter { $0.key != "fiModelDescriptor" }.values.map { embeddingWidth($0 + 1) }
        record("net/numbers-of-the-books-embeddings", widths.reduce(0, +))
        show(recipe.continuous.joined(separator: ", "), "what it takes as a number")

        // Its last layer gives numbers between 8 and 12, which is about where logarithms of prices are:
        let prices = data.train.targets
        record("net/smallest-log-price", prices.min()!, book: 8.4659, differs: try lessThanAll)
        record("net/largest-log-price", prices.max()!, book: 11.8636, differs: try lessThanAll)
    }

    func rateOfTheNet() throws {
        // Which learning rate? The search tries rising ones on a net that has learned nothing:
        var random = run.random
        let learner = try netLearner(netData(prepared.splits), using: &random)
        let curve = try learner.findLearningRate(steps: run.size(quick: 12, usual: 60))
        show(
            curve.chart(curve.headline),
            "Search for the learning rate, \(dataName)")
        // Two rules for reading it: a tenth of the rate with the smallest loss, and the rate where the loss falls
        // fastest. On a curve that is flat at first, the second may be a place where it fell by chance.
        record("net/rate-minimum-over-10", Double(curve.minimum), book: 0.0057544, differs: try lessThanAll)
        record("net/rate-steepest", Double(curve.steepest), book: 0.00027542, differs: try lessThanAll)
    }

    func netOrForest() throws {
        // Five epochs at 0.01. These are the mean squared errors after each of them, beside those that the book prints
        // for its larger table:
        let net = try theNet
        let book = [
            (0.069705, 0.062389), (0.056253, 0.058489), (0.048385, 0.052256), (0.043400, 0.050743),
            (0.040358, 0.050986),
        ]
        var epochs = TextTable(
            ["epoch", "train_loss", "valid_loss", "train_loss, book", "valid_loss, book"], decimals: 4)
        for (row, theirs) in zip(net.learner.recorder.rows, book) {
            epochs.add(row.epoch, Double(row.trainLoss), Double(row.validLoss), theirs.0, theirs.1)
        }
        show(epochs, "Five epochs of the net, \(dataName), and the book's")

        // The forest has the same columns and the same rows, the trivial model says the mean, and forest and net have
        // several seeds. (`rivals` trains them, for this page and for others that compare them.)
        let rivals = try rivals
        let (nets, forests) = (rivals.errors(rivals.nets), rivals.errors(rivals.forests))
        record("net/valid-rmse", over: nets, book: 0.2258, differs: try lessThanAll)
        record("net/valid-rmse-of-the-forest", over: forests)
        record("net/valid-rmse-of-the-mean", rivals.errorOfMean)
        let isBetter = Spread(nets).mean < Spread(forests).mean
        show(
            isBetter, "the net is better than the forest on the book's validation rows",
            predict: .yesNo("On the book's validation rows, is the net better than the forest?", isBetter))
    }
}
