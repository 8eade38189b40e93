// # Beyond what was learned
//
// Section 9.7 · After this page you can say why no forest predicts a value that it has not seen, and what a
// line and a net do.

import Figures
import Notebook
import Tabular
import Tensors
import Training

// Prices rise with the years, and a model is put to use in the years to come. Can a forest follow? A smaller problem
// shows it: forty points along a line, with noise of variance 1. `noisyLine` makes them:

/// x from 0 to 20, and y = x + noise. (The book's `x_lin` and `y_lin`.)
func noisyLine(using random: inout SplitMix64) -> (x: Tensor, y: Tensor) {
    let x = Tensor.linspace(0, 20, 40)
    return (x, x + Tensor.randn(40, using: &random))
}

extension TabularModeling {
    func oneColumn() {
        // A forest learns from a table, with rows and columns. So forty numbers must become a table of one column. The
        // axis is added by `unsqueezed`; the book also indexes with None, which does the same:
        var random = run.random
        let (x, _) = noisyLine(using: &random)
        show(x.shape, "one axis")
        show(
            x.unsqueezed(1).shape, "rows and columns",
            predict: .shape("x has the shape [40]. What is the shape of x.unsqueezed(1)?", x.unsqueezed(1).shape))
    }

    func flatTail() throws {
        // The first thirty points are for training. All forty are predicted:
        var random = run.random
        let (x, y) = noisyLine(using: &random)
        let (xs, ys) = (x.scalars, y.scalars)
        let forest = try RandomForest(
            Features(["x"], [Array(xs[..<30])]), ys[..<30], trees: run.size(quick: 10, usual: 100), using: &random)
        let guesses = try forest.predict(Features(["x"], [xs]))
        let line = fittedLine(xs[..<30].map(Double.init), ys[..<30].map(Double.init))
        let straight = xs.map { line.slope * Double($0) + line.intercept }
        let net = try netOnALine(xs, ys, using: &random)
        show(
            Chart("Beyond what it has learned, a forest is flat", x: "x", y: "y") {
                Points(xs.map(Double.init), ys.map(Double.init), "points; those up to 15 are learned", colour: .grey)
                Line(xs.map(Double.init), guesses, "forest", colour: .blue)
                Line(xs.map(Double.init), straight, "line", colour: .orange)
                Line(xs.map(Double.init), net, "net", colour: .green)
            }, "Thirty points for training, ten that come after them")
        let largest = Double(ys[..<30].max()!)
        show(
            guesses.max()! <= largest, "no prediction is above the largest value learned",
            predict: .yesNo(
                "Is every prediction of the forest at most as large as the largest value it has learned from?",
                guesses.max()! <= largest))

        // One line of forty points may be an odd one. With other noise and other nets, the errors on the last ten
        // points:
        let errors = try run.overSeeds(run.size(quick: 1, usual: 5, full: 20)) { random in
            try errorsBeyond(&random)
        }
        for (place, name) in ["forest", "line", "net", "mean"].enumerated() {
            record("line/\(slug(name))-rmse-of-what-comes-later", over: errors.map { $0[place] })
        }

        // What a tree says is the mean of values that it has learned from, and a forest's prediction is the mean of its
        // trees'. A mean is never larger than the largest of its values. More trees or other settings cannot change
        // that. A line goes on, since it has learned a slope. So does a net, whose last pieces are straight: but it has
        // learned from few points how steep they are.
    }
}

// MARK: Helpers

extension TabularModeling {
    /// How wrong a forest, a line, a net and the mean are, on the last ten points of a line.
    private func errorsBeyond(_ random: inout SplitMix64) throws -> [Double] {
        let (x, y) = noisyLine(using: &random)
        let (xs, ys) = (x.scalars, y.scalars)
        let forest = try RandomForest(
            Features(["x"], [Array(xs[..<30])]), ys[..<30], trees: run.size(quick: 10, usual: 100), using: &random)
        let line = fittedLine(xs[..<30].map(Double.init), ys[..<30].map(Double.init))
        let mean = ys[..<30].map(Double.init).reduce(0, +) / 30
        let all = [
            try forest.predict(Features(["x"], [xs])), xs.map { line.slope * Double($0) + line.intercept },
            try netOnALine(xs, ys, using: &random), xs.map { _ in mean },
        ]
        return all.map { rootMeanSquaredError(Array($0[30...]), ys[30...].map(Double.init)) }
    }

    /// What a net says of all points that has learned from the first thirty.
    private func netOnALine(_ x: [Float], _ y: [Float], using random: inout SplitMix64) throws -> [Double] {
        let table = DataFrame([("x", Column(x.map(Double.init))), ("y", Column(y.map(Double.init)))])
        let splits = RowSplits(train: Array(0..<30), valid: Array(30..<40))
        let data = try TabularData(
            table, procs: [.normalize], categorical: [], continuous: ["x"], target: "y", splits: splits)
        let learner = TabularLearner<Tensor>(data, layers: [20], batchSize: 10, using: &random)
        try EpochReporting.silently { try learner.fitOneCycle(run.size(quick: 2, usual: 100), 1e-2) }
        return try learner.predict(table).scalars.map(Double.init)
    }
}
