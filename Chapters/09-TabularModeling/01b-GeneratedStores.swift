// # Stores in sixteen states
//
// Section 9.1 · After this page you have a table of sales in which the truth about its categories is known.

import Figures
import Foundation
import Notebook
import Tabular
import Tensors

// In 2015 a competition asked for the daily sales of Rossmann, a chain of German drugstores. One of the teams in front,
// third in the end, had worked with embeddings and few columns of its own making, where others had spent weeks on
// theirs. Two of its members wrote it up: C. Guo and F. Berkhahn, “Entity Embeddings of Categorical Variables” (2016).
// Their net had never been told where the German states are. But states that are neighbours on the map had become
// neighbours in the embedding.
//
// Rossmann's table may not be passed on, so we make one in which the same can happen, and in which we know why. There
// are stores in all sixteen German states. How sales go through the year and through the week depends on where a store
// is: the farther north, the more the summer counts; the farther east, the more people shop at the beginning of the
// week. A state enters the table by its name alone, never by its place. `states` has the places, roughly the middle of
// each:

/// A state, and where it is: degrees east and north.
public let states: [(name: String, east: Double, north: Double)] = [
    ("Baden-Württemberg", 9.0, 48.6), ("Bayern", 11.5, 48.9), ("Berlin", 13.4, 52.5), ("Brandenburg", 13.6, 52.2),
    ("Bremen", 8.8, 53.1), ("Hamburg", 10.0, 53.6), ("Hessen", 9.0, 50.6), ("Mecklenburg-Vorpommern", 12.5, 53.8),
    ("Niedersachsen", 9.4, 52.7), ("Nordrhein-Westfalen", 7.6, 51.5), ("Rheinland-Pfalz", 7.4, 49.9),
    ("Saarland", 6.9, 49.4), ("Sachsen", 13.3, 51.0), ("Sachsen-Anhalt", 11.7, 52.0), ("Schleswig-Holstein", 9.8, 54.2),
    ("Thüringen", 11.0, 50.9),
]

// `generatedStores` makes a row for a store on a day. Its sales, in logarithms, are a sum: what the store has of its
// own, summer times north, beginning of the week times east, a campaign, and chance.

/// A row for each of some days between January and December: where, when, and what was sold.
public func generatedStores(_ count: Int, using random: inout SplitMix64) -> DataFrame {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    var (places, days, moons, campaigns): ([String], [String], [String], [Bool]) = ([], [], [], [])
    var sales: [Double] = []
    for _ in 0..<count {
        let state = states[Int(random.next() % 16)]
        let (weekday, month) = (Int(random.next() % 7), Int(random.next() % 12))
        let (north, east) = ((state.north - 51.4) / 2.6, (state.east - 10.5) / 3.2)
        let summer = -cos(2 * .pi * (Double(month) + 0.5) / 12)
        let early = cos(2 * .pi * (Double(weekday) + 0.5) / 7)
        let campaign = random.next() % 4 == 0
        let chance = Double(Tensor.randn(1, using: &random).item) * 0.15
        sales.append(8 + 0.35 * north * summer + 0.35 * east * early + (campaign ? 0.3 : 0) + chance)
        places.append(state.name)
        days.append(weekdays[weekday])
        moons.append(months[month])
        campaigns.append(campaign)
    }
    return DataFrame([
        ("State", Column(places)), ("Weekday", Column(days).asCategory(order: weekdays)),
        ("Month", Column(moons).asCategory(order: months)), ("Campaign", Column(campaigns)),
        ("LogSales", Column(sales)),
    ])
}

// The whole section works with the same table, `stores`.

extension TabularModeling {
    /// The days of stores, for this section.
    var stores: DataFrame {
        get {
            run.once {
                var random = run.random
                return Chapter09.generatedStores(run.size(quick: 600, usual: 20_000), using: &random)
            }
        }
    }

    func generatedStores() {
        let table = stores
        show(table.head(), "The first of \(table.rowCount) generated days of stores")

        // Two states at opposite ends of the map, through the year:
        let means = table.pivoted(rows: "Month", columns: "State", values: "LogSales")
        show(
            Chart("The north sells in summer, the south in winter", x: "month", y: "mean of log sales") {
                for name in ["Schleswig-Holstein", "Bayern"] { Line(1...12, means[name].numbers, name) }
            }, "Generated stores in the north and in the south")
        let all = table.grouped(by: "State").aggregated([("LogSales", .mean)])
        show(
            all["LogSales mean"].max.number! - all["LogSales mean"].min.number! < 0.15,
            "the means of all states are within 0.15 of each other",
            predict: .yesNo(
                "Summer and winter cancel out over a year. Do the mean log sales of the states differ by less "
                    + "than 0.15?",
                all["LogSales mean"].max.number! - all["LogSales mean"].min.number! < 0.15))

        // So there is nothing to be seen of the map in the means. It is in how states answer to months and weekdays.
    }
}
