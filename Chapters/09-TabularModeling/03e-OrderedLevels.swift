// # Levels with an order, and logarithms of prices
//
// Section 9.3 · After this page you can give the levels of a column their order, and bring prices to the scale on which
// they are judged.

import Common
import Figures
import Foundation
import Notebook
import Tabular
import Tensors

extension TabularModeling {
    func anOrderOfOnesOwn() throws {
        // Some texts have an order. The sizes of the machines are:
        let sizes = try sales["ProductSize"]
        show(sizes.unique, "the sizes, as they first appear in \(dataName)")

        // Sorted by their letters they would begin with Compact, which is the smallest, and Large. A tree that asks “is
        // it before Medium?” would put mini machines with the large ones. So the order is said, once (the book calls
        // `set_categories` with `ordered=True`):
        let order = ["Large", "Large / Medium", "Medium", "Small", "Mini", "Compact"]
        let ordered = sizes.asCategory(order: order)
        var table = TextTable(["size", "by letters", "by order", "sales"])
        let letters = sizes.asCategory().levels
        for size in order {
            table.add(size, letters.firstIndex(of: size), order.firstIndex(of: size), (sizes == .text(size)).trueCount)
        }
        show(table, "The numbers of the sizes in two orders, \(dataName)")
        show(
            (ordered > "Medium").trueCount, "machines that come after Medium in this order",
            predict: .choice(
                "In this order, what comes after Medium?", ["larger machines", "smaller machines"],
                answer: "smaller machines"))
        let below = Set(ordered.taking((ordered > "Medium").indices).strings.compactMap { $0 })
        show(below.sorted().joined(separator: ", "), "their sizes")
    }

    func logarithmsOfPrices() throws {
        // Which number says how good a prediction is? Choosing it is part of the work: it says what counts. Here the
        // competition has chosen. A thousand dollars are much for a small machine and little for a large one; so what
        // counts is by which factor a prediction is off, and that is a difference of logarithms. The *root mean squared
        // log error* is the root of the mean of (log p − log y)².
        //
        // So the logarithm is taken once, of all prices, and from there on it is the plain root mean squared error:
        let prices = [66_000.0, 57_000, 10_000]
        show(Tensor(prices.map { Float(log($0)) }), "the logarithms of the book's first three prices")
        record("log-price/first", log(prices[0]), book: 11.097410)
        record("log-price/second", log(prices[1]), book: 10.950807)
        record("log-price/third", log(prices[2]), book: 9.210340)

        // 66,000 predicted as 60,000, and 11,000 as 10,000: the same error, by a tenth:
        let (large, small) = (log(66_000.0) - log(60_000), log(11_000.0) - log(10_000))
        show(
            large - small, "difference of the two errors",
            predict: .number(
                "66,000 is predicted as 60,000, and 11,000 as 10,000. By how much do the log errors differ?",
                large - small,
                within: .plusMinus(0.005)))

        // The trivial model knows nothing but the mean of the logarithms. Every model of this chapter has to be better:
        let dollars = try sales["SalePrice"]
        let logs = dollars.logarithm
        let mean = logs.mean
        let spread = rootMeanSquaredError(Array(repeating: mean, count: logs.count), logs.numbers)
        record("log-price/rmsle-of-the-mean", spread)
        show(fixed(exp(spread), 2), "so large is the factor by which it is off, about")
        show(
            ChartGrid(
                [
                    Chart("Prices", x: "dollars", y: "sales") { Histogram(dollars.numbers, bins: 40) },
                    Chart("Their logarithms", x: "log of dollars", y: "sales") { Histogram(logs.numbers, bins: 40) },
                ], columns: 2, title: "The logarithm takes the long tail away", sharedYLimits: false),
            "Prices in \(dataName)")
    }
}
