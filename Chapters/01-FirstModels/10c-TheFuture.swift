// # Learn from the past, be judged by the future
//
// Section 1.10 · After this page you know why data with dates are not divided at random.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// A validation set has to be like what the model will meet. When it will be used, all data to learn from are from the
// past, and what it has to predict is in the future. Here are the sales of a shop, day by day. They grow a little, go
// up and down with the year, and beyond that they wander (`shopSales`):

/// The sales of a shop, a number a day.
func shopSales(days: Int, using random: inout SplitMix64) -> [Double] {
    var mood = 0.0
    return (0..<days).map { day in
        mood = 0.93 * mood + Double.random(in: -2.5...2.5, using: &random)
        let season = 25 * sin(2 * Double.pi * Double(day) / 365)
        return 100 + 0.04 * Double(day) + season + mood + Double.random(in: -2...2, using: &random)
    }
}

// Two models compete. The first, `nearestDays`, looks at the two days next to the one that is asked for, as far as
// they are known, and takes their mean. The second, `trendAndSeason`, has a straight line and a wave of a year,
// fitted to all days that it knows:

/// The mean of the two known days that are nearest.
func nearestDays(_ known: [(day: Int, sales: Double)]) -> (_ day: Int) -> Double {
    let sales = Dictionary(uniqueKeysWithValues: known.map { ($0.day, $0.sales) })
    return { day in
        // One day farther away on both sides, until there are two.
        var (earlier, later, away) = ([Double](), [Double](), 0)
        while earlier.count + later.count < min(2, sales.count) {
            if let known = sales[day - away] { earlier.append(known) }
            if away > 0, let known = sales[day + away] { later.append(known) }
            away += 1
        }
        let found = earlier.prefix(1) + later.prefix(1) + earlier.dropFirst() + later.dropFirst()
        return found.prefix(2).reduce(0, +) / Double(max(1, min(2, found.count)))
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
// there. Or the last two months are held back. (The book's figures 1-19, 1-20 and 1-21; `chart` draws one of them.)

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
                Points(learned.map(\.day), learned.map(\.sales), "for training", colour: .blue)
                if !held.isEmpty { Points(held.map(\.day), held.map(\.sales), "for validation", colour: .vermilion) }
            }
        }
        show(chart("Two years of sales") { _ in false }, "What is known")
        show(
            ChartGrid([chart("At random", byChance.contains), chart("The last two months", isLast)], columns: 2),
            "Two ways to hold days back")
    }
}

// Then both models are trained and judged, by either split. What really counts can be seen here, too, for the shop is
// made up: trained on all known days, how far off are they in the two months after these?

/// The mean errors of both models, nearest days first, judged in three ways.
struct JudgedByDays {
    let atRandom: [Double], lastBlock: [Double], future: [Double]

    init(days known: Int, then future: Int, using random: inout SplitMix64) {
        let sales = shopSales(days: known + future, using: &random)
        let held = Set((0..<known).shuffled(using: &random).prefix(known / 5))
        func errors(_ judged: [Int], learned: [Int]) -> [Double] {
            let days = learned.map { (day: $0, sales: sales[$0]) }
            return [nearestDays(days), trendAndSeason(days)].map { model in
                judged.reduce(0) { $0 + abs(model($1) - sales[$1]) } / Double(judged.count)
            }
        }
        atRandom = errors(held.sorted(), learned: (0..<known).filter { !held.contains($0) })
        lastBlock = errors(Array(known - future..<known), learned: Array(0..<known - future))
        self.future = errors(Array(known..<known + future), learned: Array(0..<known))
    }
}

extension FirstModels {
    func bothSplitsJudge() {
        let shops = run.overSeeds(run.size(quick: 3, usual: 20, full: 100)) {
            JudgedByDays(days: 730, then: 60, using: &$0)
        }
        let names = ["nearest days", "trend and season"]
        var table = TextTable(["model", "at random", "last two months", "the next two months, in truth"], decimals: 2)
        for (place, name) in names.enumerated() {
            let (atRandom, last) = (shops.map { $0.atRandom[place] }, shops.map { $0.lastBlock[place] })
            let future = shops.map { $0.future[place] }
            table.add(name, Spread(atRandom), Spread(last), Spread(future))
            let key = name.replacing(" ", with: "-")
            record("time/\(key)/random-split", over: atRandom)
            record("time/\(key)/last-block", over: last)
            record("time/\(key)/the-future", over: future)
        }
        let praised = shops.count { $0.atRandom[0] < $0.atRandom[1] }
        show(
            table,
            "Mean error of two models in \(shops.count == 1 ? "one shop" : "\(shops.count) shops"), judged in two ways",
            predict: .choice(
                "Judged by days that are missing at random, which model is better?", names,
                answer: 2 * praised > shops.count ? names[0] : names[1]))
        // In how many shops does a way of judging name the model that is better in the `future`? `finds` counts them:
        func finds(_ errors: KeyPath<JudgedByDays, [Double]>) -> Int {
            shops.count { ($0[keyPath: errors][0] < $0[keyPath: errors][1]) == ($0.future[0] < $0.future[1]) }
        }
        record("time/shops-where-the-random-split-finds-the-better-model", finds(\.atRandom))
        record("time/shops-where-the-last-block-finds-it", finds(\.lastBlock))

        // Filling a gap is easy when both neighbours are known. That is all that a random split asks for, and so it
        // praises the model that does nothing else. Nobody will ever want to know the sales of last Tuesday. The other
        // split asks for what is wanted.
    }

    func groceries() {
        // A competition at Kaggle did it like that: sales of groceries in Ecuador, to learn from 1 January 2013 to 15
        // August 2017, and the two weeks after that to be predicted. (`dayNumber` counts days.)
        func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int { DateTime(year, month, day)!.seconds / 86_400 }
        record("kaggle/days-to-learn-from", dayNumber(2017, 8, 15) - dayNumber(2013, 1, 1) + 1)
        record(
            "kaggle/days-to-predict", dayNumber(2017, 8, 31) - dayNumber(2017, 8, 16) + 1,
            ask: "From 16 to 31 August, both included: how many days?")
    }
}
