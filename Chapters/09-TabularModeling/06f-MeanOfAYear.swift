// # The mean of a year
//
// Section 9.6 · After this page you have seen means and partial dependence disagree, and know which of them is right.

import Datasets
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func meanOfAYear() throws {
        // Is all of that necessary? Why not take the mean of the prices for each year of making? Here are both, moved
        // so that they meet at zero in the year 2000:
        let (sales, forest) = (try finalSales, try finalForest)
        // #hide
        guard sales.x.names.contains("YearMade") else {
            return show("`YearMade` is not among the columns that are left in this run.")
        }
        let years = (1985...2008).map(Float.init)
        let curve = try forest.partialDependence(on: "YearMade", sales.validX, values: years).means
        let made = try sales.x["YearMade"]
        let naive = years.map { year in
            let rows = made.indices.filter { made[$0] == year }
            return rows.isEmpty ? .nan : rows.reduce(0) { $0 + sales.y[$1] } / Double(rows.count)
        }
        let zero = years.firstIndex(of: 2000)!
        let kept = try source.contents.truth?.kept
        let planted = kept.map { kept in years.map { Double(log(kept)) * Double(min(20, 2011 - $0) - 11) } }
        show(
            Chart("Two answers to two questions", x: "year of making", y: "log price, in comparison to 2000") {
                Line(years, naive.map { $0 - naive[zero] }, "mean price of each year", colour: .orange)
                Line(years, curve.map { $0 - curve[zero] }, "partial dependence", colour: .blue)
                if let planted { Line(years, planted, "planted", colour: .black, dashed: true) }
            }, "Means and partial dependence, \(dataName)")

        if let planted {
            show(
                "In these generated sales a machine loses 6 % a year for twenty years: "
                    + "\(rise(planted).cellText(decimals: 2)) from 1985 to 2008. The partial dependence rises by "
                    + "\(rise(curve).cellText(decimals: 2)), the means by \(rise(naive).cellText(decimals: 2)).")
        }
    }
}

// Which one is right? For this a truth is needed, and a world in which the two differ a lot. So we make a small one.
// Its machines lose 6 % of their price a year. But they have grown: those from 2008 are three times as heavy as those
// from 1985, give or take, and the price grows with the weight. Weight and year are both in the table that
// `growingMachines` makes:

/// Machines with their year and weight; the log price is 0.06 a year, and the logarithm of the weight.
func growingMachines(_ count: Int, using random: inout SplitMix64) throws -> (x: Features, y: [Double]) {
    var (years, weights, prices): ([Float], [Float], [Double]) = ([], [], [])
    for _ in 0..<count {
        let year = 1985 + Int(random.next() % 24)
        let usual = 1 + 2 * Double(year - 1985) / 23
        let weight = usual * exp(random.uniform() * 1.6 - 0.8)
        years.append(Float(year))
        weights.append(Float(weight))
        prices.append(0.06 * Double(year - 2000) + log(weight) + random.uniform() * 0.2)
    }
    return (try Features(["year", "weight"], [years, weights]), prices)
}

extension TabularModeling {
    func onlyOneIsRight() throws {
        // The same two curves, and the truth:
        let years = (1985...2008).map(Float.init)
        let zero = years.firstIndex(of: 2000)!
        var random = run.random
        let (x, y) = try Chapter09.growingMachines(run.size(quick: 400, usual: 6000), using: &random)
        let small = try RandomForest(x, y, trees: run.size(quick: 10, usual: 40), minLeafSize: 5, using: &random)
        let byModel = try small.partialDependence(on: "year", x, values: years).means
        let byMean = years.map { year in
            let rows = x.columns[0].indices.filter { x.columns[0][$0] == year }
            return rows.reduce(0) { $0 + y[$1] } / Double(max(1, rows.count))
        }
        let truth = years.map { 0.06 * Double($0 - 2000) }
        show(
            Chart("Only one of them is near the truth", x: "year of making", y: "log price, in comparison to 2000") {
                Line(years, byMean.map { $0 - byMean[zero] }, "mean price of each year", colour: .orange)
                Line(years, byModel.map { $0 - byModel[zero] }, "partial dependence", colour: .blue)
                Line(years, truth, "the truth", colour: .black, dashed: true)
            }, "The same in a small generated world, \(x.count) machines",
            predict: .choice(
                "What a year is worth: is the mean price of each year too steep, or too flat?",
                ["too steep", "too flat"],
                answer: rise(byMean) > rise(truth) ? "too steep" : "too flat"))
        record("small-world/rise-over-the-years-in-truth", rise(truth))
        record("small-world/rise-of-the-means", rise(byMean))
        record("small-world/rise-of-the-partial-dependence", rise(byModel))

        // The mean of a year has the weight in it: machines of later years are dearer because they are newer *and*
        // because they are heavier. Partial dependence leaves the weights as they are. It is not perfect either: nobody
        // built such heavy machines in 1985, so the forest has no rows to learn from there, and answers with the
        // nearest that it has.
        //
        // Questions of the kind “what if?” are about worlds that do not exist. When they can be answered at all is a
        // science of its own; the book recommends J. Pearl and D. Mackenzie, “The Book of Why” (2018).
    }
}

// MARK: Helpers

/// From the first to the last.
private func rise(_ curve: [Double]) -> Double { curve.last! - curve.first! }
