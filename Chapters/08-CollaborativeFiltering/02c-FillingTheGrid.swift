// # Filling the gaps
//
// Section 8.2 · After this page you have factors that were learned from ratings, and know why a small loss is not
// enough.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// The rest is gradient descent as in chapter 4: all factors take a step against their slopes, again and again.
// `descend` does it, and notes the loss before each step, and the loss on some other cells if there are any:

extension FactorSheet {
    /// Steps of gradient descent.
    /// - Returns: the losses on `cells`, and on `others`, before each step and after the last.
    public mutating func descend(
        _ cells: [KnownCell], others: [KnownCell] = [], rate: Double, steps: Int
    ) -> (losses: [Double], others: [Double]) {
        var losses = ([loss(cells)], [loss(others)])
        for _ in 0..<steps {
            let slopes = gradient(cells)
            for k in users.indices { users[k] = zip(users[k], slopes.users[k]).map { $0 - rate * $1 } }
            for k in films.indices { films[k] = zip(films[k], slopes.films[k]).map { $0 - rate * $1 } }
            losses.0.append(loss(cells))
            losses.1.append(loss(others))
        }
        return losses
    }
}

extension CollaborativeFiltering {
    func descentOnTheGrid() throws {
        let grid = try corner.grid
        let cells = knownCells(grid)
        var random = SplitMix64(seed: run.seed)
        var sheet = FactorSheet(rows: grid.count, columns: grid[0].count, factors: 5, using: &random)
        let losses = sheet.descend(cells, rate: 1, steps: run.size(quick: 50, usual: 1000)).losses
        show(
            Chart("The loss falls, first fast, then slowly", x: "step", y: "mean squared error", yScale: .logarithmic) {
                Line(losses, "all \(cells.count) ratings")
            }, "Gradient descent on the factors of \(dataName)")
        record(
            "grid/mean-squared-error-after-the-descent", losses.last!,
            predict: .change(
                "What does gradient descent do to the loss of \(fixed(losses[0], 2))?", from: losses[0],
                to: losses.last!))

        // Now each cell can have a prediction, also those that were empty, and there is something to recommend:
        let filled = grid.indices.map { row in
            grid[row].indices.map { grid[row][$0] == nil ? sheet.prediction(row, $0) : nil }
        }
        show(
            HeatTable(
                "The gaps are filled", rows: try corner.userNames, columns: try corner.filmNames, filled, range: 1...5,
                decimals: 1, colours: .stars),
            "What the factors predict for the cells that have no rating in \(dataName)")
        let all = grid.indices.flatMap { row in grid[row].indices.map { sheet.prediction(row, $0) } }
        show(
            "from \(fixed(all.min()!, 1)) to \(fixed(all.max()!, 1)) stars", "predictions for all cells",
            predict: .yesNo(
                "Will all predictions lie between 1 and 5 stars?", all.min()! >= 1 && all.max()! <= 5))
        // Nothing tells a dot product that there are five stars and no more. Section 8.4 will.
    }

    func hiddenCells() throws {
        // Should anybody believe these numbers? Nobody knows what is right for an empty cell. So hide some of the
        // ratings that there are, a fifth of them, learn from the others, and compare with what was hidden. One factor
        // or two can say less than five. Which is better?
        let cells = knownCells(try corner.grid)
        let steps = run.size(quick: 50, usual: 1000)
        var (table, charts) = (TextTable(["factors", "training", "hidden"], decimals: 3), [Chart]())
        let widths = [1, 2, 5]
        var hidden: [[Double]] = []
        let means = run.overSeeds(run.size(quick: 2, usual: 10)) { random in lossOfTheMean(cells, using: &random) }
        for factors in widths {
            let runs = run.overSeeds(run.size(quick: 2, usual: 10)) { random in
                learned(factors, cells, steps: steps, using: &random)
            }
            hidden.append(runs.map { $0.others.last! })
            table.add("\(factors)", Spread(runs.map { $0.losses.last! }), Spread(hidden.last!))
            charts.append(chart(factors, runs[0], mean: means[0]))
        }
        table.add("none: the mean", "", Spread(means))
        let (one, five) = (Spread(hidden[0]).mean, Spread(hidden[2]).mean)
        show(
            table, "Mean squared error on the grid of \(dataName), with other cells hidden for each seed",
            predict: .choice(
                "Which sheet is closer to the hidden ratings: one factor or five?", ["one factor", "five factors"],
                answer: one < five ? "one factor" : "five factors"))
        show(
            ChartGrid(charts, columns: 3, title: "More factors fit better what they have seen"),
            "Losses of one seed on the grid of \(dataName), on ratings that were learned from and on hidden ones")

        // With five factors there are 150 numbers to learn, from fewer than 225 ratings. The loss on what was learned
        // from gets as small as you like; on hidden ratings it gets worse again after some steps. This is overfitting,
        // in the smallest recommender there is. All tables of this chapter have two losses for that reason, and most of
        // section 8.4 is about what helps: a range for the predictions, biases, and weights that are kept small.
    }
}

// MARK: Helpers

extension CollaborativeFiltering {
    /// Hides a fifth of the cells, and learns from the others.
    private func learned(
        _ factors: Int, _ cells: [KnownCell], steps: Int, using random: inout SplitMix64
    ) -> (losses: [Double], others: [Double]) {
        let (seen, hidden) = split(cells, using: &random)
        var sheet = FactorSheet(
            rows: cells.map(\.row).max()! + 1, columns: cells.map(\.column).max()! + 1, factors: factors, using: &random
        )
        return sheet.descend(seen, others: hidden, rate: 1, steps: steps)
    }

    private func split(
        _ cells: [KnownCell], using random: inout SplitMix64
    ) -> (seen: [KnownCell], hidden: [KnownCell]) {
        let order = random.permutation(cells.count)
        let count = cells.count / 5
        return (order[count...].map { cells[$0] }, order[..<count].map { cells[$0] })
    }

    private func lossOfTheMean(_ cells: [KnownCell], using random: inout SplitMix64) -> Double {
        let (seen, hidden) = split(cells, using: &random)
        let mean = seen.map(\.rating).reduce(0, +) / Double(seen.count)
        return hidden.map { ($0.rating - mean) * ($0.rating - mean) }.reduce(0, +) / Double(hidden.count)
    }

    private func chart(_ factors: Int, _ run: (losses: [Double], others: [Double]), mean: Double) -> Chart {
        Chart(factors == 1 ? "1 factor" : "\(factors) factors", x: "step", y: "mean squared error", yLimits: 0...3) {
            Line(run.losses, "training", colour: .blue)
            Line(run.others, "hidden", colour: .vermilion)
            Rule(y: mean, "hidden, predicted by the mean")
        }
    }
}
