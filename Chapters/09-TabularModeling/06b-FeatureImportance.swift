// # Which columns matter
//
// Section 9.6 · After this page you can ask a forest which columns it uses, and know two ways in which the answer
// misleads.

import Datasets
import Figures
import Notebook
import Tabular
import Tensors

// Every question of a tree makes the squared error smaller by some amount. Credit this to the column that was asked
// for. Added up over all questions, and divided by the sum for all columns, this is the column's *importance*.
// `importances` does it for one tree:

/// For each column, its share of what the questions of a tree have gained.
func importances(of tree: DecisionTree) -> [Double] {
    var gains = [Double](repeating: 0, count: tree.names.count)
    for node in tree.nodes where !node.isLeaf {
        let before = Double(node.weight) * node.squaredError
        let after = node.children.map { Double(tree.nodes[$0].weight) * tree.nodes[$0].squaredError }
        gains[Int(node.column)] += before - after.reduce(0, +)
    }
    let sum = gains.reduce(0, +)
    return sum > 0 ? gains.map { $0 / sum } : gains
}

extension TabularModeling {
    func columnsThatMatter() throws {
        // For a forest it is the mean over its trees. The ten most important columns (the book's `rf_feat_importance`):
        let forest = try theForest
        let ranked = forest.rankedImportances
        let byHand = forest.trees.map { importances(of: $0) }
        let difference = forest.names.indices.map { column in
            abs(byHand.reduce(0) { $0 + $1[column] } / Double(byHand.count) - forest.importances[column])
        }
        show(difference.max()! < 1e-9, "by hand it is the same as by the engine")
        var table = TextTable(["column", "importance"], decimals: 4)
        for one in ranked.prefix(10) { table.add(one.name, one.share) }
        show(
            table, "The ten columns that matter most, \(dataName)",
            predict: .choice(
                "Which of these matters most?", ["YearMade", "state", "SalesID", "UsageBand"],
                answer: ["YearMade", "state", "SalesID", "UsageBand"].max { share($0, ranked) < share($1, ranked) }!))
        let books = [
            ("YearMade", 0.182890), ("ProductSize", 0.127268), ("Coupler_System", 0.117698),
            ("fiProductClassDesc", 0.069939), ("ModelID", 0.057263), ("saleElapsed", 0.050113),
            ("Hydraulics_Flow", 0.047091), ("fiSecondaryDesc", 0.041225), ("Grouser_Tracks", 0.031988),
            ("fiModelDesc", 0.031838),
        ]
        for (name, book) in books {
            record("importance/\(slug(name))", share(name, ranked), book: book, differs: try lessThanAll)
        }
        record("importance/sum", forest.importances.reduce(0, +))
        show(
            Array(ranked.prefix(30)).bars(
                title: "A few columns say nearly everything", label: "share of what is gained"),
            "The thirty most important columns, \(dataName)")

        // (The book says that the gains of all trees are added up, then divided; its library divides tree by tree.)
    }

    func againstTheTruth() throws {
        // Is it true? Of real sales nobody knows. So this part works with generated sales, whatever the data of the
        // run. There, prices depend on ten columns of the table and on nothing else; some more say what one of the ten
        // says. Everything else is there for nothing. How much importance does the forest give to each kind?
        let (truth, forest) = try plantedForest
        let planted = Set(truth.relevant).union(forest.names.filter { $0.hasPrefix("sale") && !$0.hasSuffix("_na") })
        let twins: Set = ["ProductGroupDesc", "fiBaseModel", "fiSecondaryDesc", "fiModelSeries", "fiModelDescriptor"]
        let together = { (isMeant: (String) -> Bool) in
            zip(forest.names, forest.importances).reduce(0) { $0 + (isMeant($1.0) ? $1.1 : 0) }
        }
        let fittings = Set(truth.irrelevant)
        var table = TextTable(["columns", "number", "importance together"], decimals: 3)
        let (own, same) = (together(planted.contains), together(twins.contains))
        table.add("what prices depend on", forest.names.count(where: planted.contains), own)
        table.add("what says the same", forest.names.count(where: twins.contains), same)
        table.add(
            "fittings: which group has them", forest.names.count(where: fittings.contains), together(fittings.contains))
        let rest = forest.names.filter { !planted.contains($0) && !twins.contains($0) && !fittings.contains($0) }
        table.add("all others", rest.count, together(Set(rest).contains))
        show(
            table, "Importances, and what was planted in generated sales",
            predict: .share(
                "The prices depend on ten columns, of which the date has become thirteen. Which share of the "
                    + "importance do they "
                    + "get together?", own, within: .plusMinus(0.1)))
        let best = forest.rankedImportances.first { fittings.contains($0.name) }!
        show("\(best.name): \(best.share.cellText(decimals: 3))", "the most important of the fittings")

        // No fitting of a machine has anything to do with its price here, and still some of them seem important. That
        // is no error. Skid steer loaders are cheap, and they alone have a `Coupler_System`; so asking whether it is
        // missing is the shortest way of asking for skid steer loaders. Importance says what a model *uses*, not what
        // causes what.
    }

    func columnsOfNoise() throws {
        // The other way to be misled. Add two columns of pure chance: a number of many digits, and the toss of a coin.
        var random = run.random
        let sales = try mended.keeping(Array(try theForest.rankedImportances.prefix(20).map(\.name)))
        let x = try withChance(sales.x, using: &random)
        let validX = try withChance(sales.validX, using: &random)
        let forest = try rf(NumberedSales(sales.data, x, sales.y, validX, sales.validY), using: &random)

        // A second way to measure importance asks no tree: shuffle one column of the *validation* rows, so that it says
        // nothing any more, and see how much larger the error gets. It works for any model.
        let rises = try forest.permutationImportances(validX, sales.validY, repeats: 2, using: &random)
        var table = TextTable(["column", "importance", "rise of the rmse when shuffled"], decimals: 4)
        for name in forest.rankedImportances.prefix(3).map(\.name) + ["chance", "coin"] {
            let place = try x.place(of: name)
            table.add(name, forest.importances[place], rises[place])
        }
        show(
            table, "The three most important columns and two of pure chance, \(dataName)",
            predict: .choice(
                "Neither says anything about prices. Which gets more importance from the forest?",
                ["a number of many digits", "the toss of a coin"], answer: "a number of many digits"))

        // A number that is different in every row can be cut anywhere, so somewhere it seems to help: deep in a tree,
        // where few rows are left, that happens often. A coin can be cut in one place only. So columns with many values
        // seem more important than they are. Rows that the forest has not seen are not impressed: shuffling either
        // column changes nothing.
    }
}

// MARK: Helpers

private func share(_ name: String, _ ranked: [Importance]) -> Double { ranked.first { $0.name == name }?.share ?? 0 }

extension TabularModeling {
    /// A forest of generated sales, and the truth about them.
    private var plantedForest: (truth: BulldozerTruth, forest: RandomForest) {
        get throws {
            try run.once {
                if let truth = try source.contents.truth { return (truth, try theForest) }
                let generated = try Sales(
                    GeneratedBulldozers(rows: run.size(quick: 1500, usual: 10_000), seed: run.seed))
                var table = generated.table
                table["SalePrice"] = table["SalePrice"].logarithm
                table = try table.addingDateparts("saledate")
                let split = table.contCatSplit(maxCard: 1, dependent: ["SalePrice"])
                let data = try TabularData(
                    table, flags: .everywhere, categorical: split.categorical, continuous: split.continuous,
                    target: "SalePrice", splits: bookSplit(table))
                var random = run.random
                return (generated.truth!, try rf(NumberedSales(data), using: &random))
            }
        }
    }
}
