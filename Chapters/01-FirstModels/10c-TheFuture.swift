// # Learn from the past, be judged by the future
//
// Section 1.10 · After this page you know why data with dates are not divided at random.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// A validation set has to be like what the model will meet. When it will be used, all data to learn from are from the
// past, and what it has to predict is in the future. Here are the sales of a shop, day by day. They grow a little, go up
// and down with the year, and beyond that they wander (`shopSales`):

/// The sales of a shop, a number a day.
func shopSales(days: Int, using random: inout SplitMix64) -> [Double] {
    var mood = 0.0
    return (0..<days).map { day in
        mood = 0.93 * mood + Double.random(in: -5...5, using: &random)
        let season = 18 * sin(2 * Double.pi * Double(day) / 365)
        return 100 + 0.04 * Double(day) + season + mood + Double.random(in: -2...2, using: &random)
    }
}

// Two models compete. The first, `nearestDays`, looks at the two days next to the one that is asked for, as far as they
// are known, and takes their mean. The second, `trendAndSeason`, has a straight line and a wave of a year, fitted to all
// days that it knows:

/// The mean of the two known days that are nearest.
func nearestDays(_ known: [(day: Int, sales: Double)]) -> (_ day: Int) -> Double {
    { day in
        let nearest = known.sorted { (abs($0.day - day), $0.day) < (abs($1.day - day), $1.day) }.prefix(2)
        return nearest.reduce(0) { $0 + $1.sales } / Double(max(1, nearest.count))
    }
}

/// A line and a wave of 365 days, by least squares.
func trendAndSeason(_ known: [(day: Int, sales: Double)]) -> (_ day: Int) -> Double {
    func features(_ day: Int) -> [Double] {
        let turn = 2 * Double.pi * Double(day) / 365
        return [1, Double(day) / 365, sin(turn), cos(turn)]
    }
    let weights = leastSquares(known.map { features($0.day) }, known.map(\.sales))
    return { day in zip(weights, features(day)).reduce(0) { $0 + $1.0 * $1.1 } }
}

// We stand at the end of the known days and divide them in two ways. At random, a fifth of the days is missing here and
// there. Or the last two months are held back. (The book's figures 1-19, 1-20 and 1-21.)

extension FirstModels {
    func twoSplits() {
        var random = run.random
        let (known, future) = (730, 60)
        let sales = shopSales(days: known + future, using: &random)
        let all = (0..<known).map { (day: $0, sales: sales[$0]) }
        let byChance = Set((0..<known).shuffled(using: &random).prefix(known / 5))
        let isLast: (Int) -> Bool = { $0 >= known - future }
        func chart(_ title: String, _ isHeld: (Int) -> Bool) -> Chart {
            let (held, learned) = (all.filter { isHeld($0.day) }, all.filter { !isHeld($0.day) })
            return Chart(title, x: "day", y: "sales") {
                Points(learned.map(\.day), learned.map(\.sales), "to learn from", colour: .blue)
                if !held.isEmpty { Points(held.map(\.day), held.map(\.sales), "to judge by", colour: .vermilion) }
            }
        }
        show(chart("Two years of sales") { _ in false }, "What is known")
        show(
            ChartGrid([chart("At random", byChance.contains), chart("The last two months", isLast)], columns: 2),
            "Two ways to hold days back")

        func errors(_ isHeld: (Int) -> Bool) -> [Double] {
            let learned = all.filter { !isHeld($0.day) }
            let held = all.filter { isHeld($0.day) }
            return [nearestDays(learned), trendAndSeason(learned)].map { model in
                held.reduce(0) { $0 + abs(model($1.day) - $1.sales) } / Double(held.count)
            }
        }
        let (random2, last) = (errors(byChance.contains), errors(isLast))
        // What counts: trained on all that is known, how far off are they in the two months that nobody knows yet?
        let real = [nearestDays(all), trendAndSeason(all)].map { model in
            (known..<known + future).reduce(0) { $0 + abs(model($1) - sales[$1]) } / Double(future)
        }
        var table = TextTable(
            ["model", "at random", "last two months", "the next two months, in truth"], decimals: 2)
        for (place, name) in ["nearest days", "trend and season"].enumerated() {
            table.add(name, random2[place], last[place], real[place])
        }
        let names = ["nearest days", "trend and season"]
        show(
            table, "Mean error of two models, judged in two ways",
            predict: .choice(
                "Judged by days that are missing at random, which model is better?", names,
                answer: random2[0] < random2[1] ? names[0] : names[1]))
        record("time/random-split/nearest-days", random2[0])
        record("time/last-block/nearest-days", last[0])
        record("time/the-future/nearest-days", real[0])
        record("time/random-split/trend-and-season", random2[1])
        record("time/last-block/trend-and-season", last[1])
        record("time/the-future/trend-and-season", real[1])

        // Filling a gap is easy when both neighbours are known. That is all that a random split asks for, and so it
        // praises the model that does nothing else. Nobody will ever want to know the sales of last Tuesday. The other split asks
        // for what is wanted, so its errors are about as large as those of the future, and it finds the better model.
    }

    func groceries() {
        // A competition at Kaggle did it like that: sales of groceries in Ecuador, to learn from 1 January 2013 to 15
        // August 2017, and the two weeks after that to be predicted.
        func day(_ year: Int, _ month: Int, _ day: Int) -> Int { DateTime(year, month, day)!.seconds / 86_400 }
        record("kaggle/days-to-learn-from", day(2017, 8, 15) - day(2013, 1, 1) + 1)
        record(
            "kaggle/days-to-predict", day(2017, 8, 31) - day(2017, 8, 16) + 1,
            ask: "From 16 to 31 August, both included: how many days?")
    }
}

// MARK: Helpers

/// The weights w for which the rows times w come nearest to y: the normal equations, solved by elimination.
func leastSquares(_ rows: [[Double]], _ y: [Double]) -> [Double] {
    let n = rows.first?.count ?? 0
    var table = (0..<n).map { i in
        (0..<n).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } } + [zip(rows, y).reduce(0) { $0 + $1.0[i] * $1.1 }]
    }
    for i in 0..<n {
        let pivot = (i..<n).max { abs(table[$0][i]) < abs(table[$1][i]) }!
        table.swapAt(i, pivot)
        for other in 0..<n where other != i {
            let factor = table[other][i] / table[i][i]
            for column in i...n { table[other][column] -= factor * table[i][column] }
        }
    }
    return (0..<n).map { table[$0][n] / table[$0][$0] }
}
