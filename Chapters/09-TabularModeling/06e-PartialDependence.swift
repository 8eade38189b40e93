// # What if?
//
// Section 9.6 · After this page you can draw how predictions depend on one column, and know why the mean of a group
// says something else.

import Datasets
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// How does the price depend on the year in which a machine was made? One could take the mean price for each year. But
// older machines differ from newer ones in more than their age: other models were built, and other ones are still
// around. The question is what would happen if *nothing else* were different.
//
// A model can be asked that. Pretend that every machine was made in 1950, leave all other columns as they are, predict
// all prices, and take the mean. Then pretend 1951, and so on. That is *partial dependence*. `meanPrediction` is a
// point of the curve:

/// What a model predicts on average when a column is set to one value in all rows. (A point of what the book draws with
/// `plot_partial_dependence`.)
func meanPrediction(_ model: some Regressor, _ x: Features, if name: String, is value: Float) throws -> Double {
    let changed = try x.replacing(name, with: Array(repeating: value, count: x.count))
    return try model.predict(changed).reduce(0, +) / Double(x.count)
}

extension TabularModeling {
    func ifEveryMachineWereFrom() throws {
        // Which years are there at all? A curve means little where there are hardly any rows. (1950 stands for years
        // that are not known, section 9.4.)
        let (sales, forest) = (try finalSales, try finalForest)
        // #hide
        guard sales.x.names.contains("YearMade") else {
            return show("`YearMade` is not among the columns that are left in this run.")
        }
        let made = try sales.x["YearMade"]
        show(
            Chart("Most machines are from after 1990", x: "year of making", y: "sales") {
                Histogram(made, bins: 31, range: 1950...2012, colour: .blue)
            }, "Years in the training rows of \(dataName)")

        // The curve, on the validation rows:
        let years = Array(stride(from: Float(1950), through: 2011, by: run.size(quick: 10, usual: 2)))
        let means = try years.map { try meanPrediction(forest, sales.validX, if: "YearMade", is: $0) }
        let engine = try forest.partialDependence(on: "YearMade", sales.validX, values: years)
        show(engine.means == means, "the engine says the same")
        show(
            Chart("Newer machines are dearer", x: "year of making", y: "mean of the predicted log price") {
                Line(years, means, colour: .blue)
            }, "If every machine were from that year, \(dataName)")

        // On the left there is little to see: between 1950, which stands for “not known”, and about 1970 there are
        // hardly any rows, so the forest makes up what is in between. The right half is another matter: since the
        // nineties it is nearly a straight line. But what is drawn are logarithms. A straight line there is a curve
        // that grows by the same *factor* every year: prices fall exponentially with age. By how much?
        let places = years.indices.filter { years[$0] >= 1990 && years[$0] <= 2008 }
        let slope = fittedLine(places.map { Double(years[$0]) }, places.map { means[$0] }).slope
        let loss = 1 - exp(-slope)
        record(
            "partial-dependence/a-years-loss", loss,
            predict: .share(
                "Between 1990 and 2008, what share of its price does a machine lose for each year that it is older?",
                loss,
                within: .plusMinus(0.04)))
    }

    func curveOfSizes() throws {
        // The same for the sizes. First, how many machines there are of each:
        let (sales, forest) = (try finalSales, try finalForest)
        // #hide
        guard sales.x.names.contains("ProductSize") else {
            return show("`ProductSize` is not among the columns that are left in this run.")
        }
        let classes = sales.data.classes("ProductSize")
        let sizes = try sales.validX["ProductSize"].map { Int($0) }
        let counts = classes.indices.map { size in sizes.count { $0 == size } }
        show(
            HorizontalBars(
                classes.map { $0 == "#na#" ? "missing" : $0 }, counts.map(Double.init),
                title: "For most machines the size is missing", label: "validation rows"), "Sizes in \(dataName)")
        let means = try classes.indices.map { size in
            try meanPrediction(forest, sales.validX, if: "ProductSize", is: Float(size))
        }
        show(
            HorizontalBars(
                classes.map { $0 == "#na#" ? "missing" : $0 }, means.map { exp($0) },
                title: "What the size does to the price", label: "dollars, from the mean of the predicted log price"),
            "If all machines were of one size, \(dataName)",
            predict: .choice(
                "If all machines were of one size, which would make them dearest?",
                Array(classes.dropFirst()), answer: dearest(classes, means)))

        // In the book, machines whose size is missing are cheapest of all, and that worries its authors. A field that
        // is empty is no property of a machine. Perhaps somebody fills it in only when a machine is worth it; then the
        // model has learned something about people who fill in forms, and it may not hold tomorrow. (In the generated
        // sales it is planted: for a price below 15,000 dollars, the field is left empty more often.) The next page but
        // one is about such *leaks*.
    }
}

// MARK: Helpers

private func dearest(_ classes: [String], _ means: [Double]) -> String {
    classes[(1..<classes.count).max { means[$0] < means[$1] }!]
}
