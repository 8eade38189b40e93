// # A forest and a net together
//
// Section 9.8 · After this page you can average models of different kinds, and prove that the mean is no worse
// than they are on average.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// The trees of a forest are wrong in different ways, and so their mean is better than they are. A forest and a net
// differ far more than two trees do: one asks questions, the other multiplies. So it should help to ask both.

extension TabularModeling {
    func trapOfShapes() throws {
        // First a trap, which section 8.4 has met already. The net's predictions are a tensor with a row for each sale
        // and a single column; the forest's, and the prices, are a list:
        let (net, forest) = (try theNet.predictions(), Tensor(try rivals.forests[0].map(Float.init)))
        let y = Tensor(try theNet.data.valid.targets.map(Float.init))
        show(net.shape, "shape of the net's predictions")
        show(forest.shape, "shape of the forest's predictions")
        let rows = y.count
        let wrong = net - y
        show(
            wrong.shape, "shape of net − prices",
            predict: .shape(
                "Predictions [\(rows), 1] less prices [\(rows)]: which shape is that?", [rows, rows]))

        // Nothing stops, and there is no message. The net's column and the row of prices are both stretched to a
        // square, by the rules of broadcasting (section 4.4), and each prediction is compared with the prices of
        // *all* sales. The error that comes out is a number like any other:
        let right = net.squeezed(1) - y
        let (wrongError, rightError) = (root(wrong.squared().mean().item), root(right.squared().mean().item))
        var table = TextTable(["", "numbers", "rmse"], decimals: 4)
        table.add("[\(rows), 1] − [\(rows)]", wrong.count, wrongError)
        table.add("[\(rows)] − [\(rows)]", right.count, rightError)
        show(
            table, "The same difference with and without the second axis, \(dataName)",
            predict: .yesNo("Is the error of the square larger than the right one?", wrongError > rightError))

        // `squeezed(1)` takes away the second axis, because its size is 1. Whoever has two lists of predictions should
        // look at both shapes before doing anything with them.
    }

    func meanOfTwo() throws {
        // The forests and the nets of section 9.7, one pair for each seed, and the mean of the two in each pair:
        let rivals = try rivals
        let opinions = [("forest", rivals.forests), ("net", rivals.nets), ("the mean of both", rivals.both)]
        let errors = opinions.map { rivals.errors($0.1) }
        var table = TextTable(["model", "valid rmse"], decimals: 4)
        table.add("the mean price", rivals.errorOfMean)
        for ((name, _), errors) in zip(opinions, errors) { table.add(name, Spread(errors)) }
        let means = errors.map { Spread($0).mean }
        show(
            table, "One opinion, and two, \(dataName)",
            predict: .choice(
                "Which has the smallest validation error?", opinions.map(\.0),
                answer: opinions[means.indices.min { means[$0] < means[$1] }!].0))
        record("ensemble/valid-rmse-of-forest-and-net", over: errors[2], book: 0.22291, differs: try lessThanAll)

        // That the mean is better than both is not certain. Something weaker is. Take one row, on which the two models
        // are wrong by a and b:
        //
        //     (a² + b²)/2 − ((a + b)/2)² = ((a − b)/2)²
        //
        // What is on the right is never negative. So the squared error of the mean is at most the mean of the squared
        // errors; and what is won is what the models differ by, squared and divided by four. Models that always agree
        // win nothing. It holds in every row, and so for the whole table:
        let (forest, net, y) = (rivals.forests[0], rivals.nets[0], rivals.targets)
        let won = (errors[0][0] * errors[0][0] + errors[1][0] * errors[1][0]) / 2 - errors[2][0] * errors[2][0]
        let differences = zip(net, forest).map { ($0 - $1) * ($0 - $1) / 4 }
        record("ensemble/mean-of-the-squared-errors-less-that-of-the-mean", won)
        record("ensemble/a-quarter-of-the-squared-difference", differences.reduce(0, +) / Double(y.count))
        show(
            won >= 0, "the mean is at least as good as the two are on average",
            predict: .yesNo(
                "Is the squared error of the mean of both at most what the two have on average?", won >= 0))

        // Who says that both count the same? Here is the error for each share of the net. Because of the squares it is
        // a valley, whose floor lies between the two ends if the models differ enough:
        let shares = (0...20).map { Double($0) / 20 }
        let curve = shares.map { share in
            rootMeanSquaredError(zip(net, forest).map { share * $0 + (1 - share) * $1 }, y)
        }
        show(
            Chart("Between two models", x: "share of the net", y: "validation rmse") {
                Line(shares, curve, colour: .blue)
                Points([0, 0.5, 1], [curve[0], curve[10], curve[20]], "forest, both, net", colour: .orange)
            }, "The error of mixtures of forest and net, \(dataName)")
        record("ensemble/best-share-of-the-net", shares[curve.indices.min { curve[$0] < curve[$1] }!])

        // A share that is chosen by these rows flatters a little; one half is chosen by nobody.

        // The book's mean of both has an error of 0.2229, and would have been in front of all teams of the competition.
        // It adds itself that they were judged by other sales, of months that are not public; so the two numbers cannot
        // be compared. And its validation sales lie before the latest of those it learns from (section 9.4).
    }
}

// MARK: Helpers

private func root(_ number: Float) -> Double { Double(number).squareRoot() }
