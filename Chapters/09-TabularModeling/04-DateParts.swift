// # What a date says
//
// Section 9.4 · After this page you can turn a date into thirteen columns, and say what each is good for.

import Figures
import Notebook
import Tabular
import Tensors

// A date is a number, in a way: the later one is the larger one. But people think in weeks and months. A shop sells
// more on Saturdays, a firm buys at the end of a quarter, and nobody works on a holiday. A tree that is given the
// seconds since 1970 would have to cut them into thousands of pieces to find the Saturdays. So we tell it:
// `addingDateparts` puts thirteen columns in place of one. (The book's `add_datepart`.)

extension TabularModeling {
    func whatADateSays() throws {
        // The dates of the book's first three sales:
        let three = DataFrame(["saledate": ["11/16/2006 0:00", "3/26/2004 0:00", "2/26/2004 0:00"]])
        let parts = try three.addingDateparts("saledate")
        show(parts.selecting(["saleYear", "saleMonth", "saleWeek", "saleDay"]), "Year, month, week and day")
        let week = parts["saleDayofweek"].ints.map { $0 ?? -1 }
        show(
            parts.selecting(["saleDayofweek", "saleDayofyear", "saleElapsed"]), "Weekday, day of the year, and seconds",
            predict: .numbers(
                "16 November 2006 was a Thursday, 26 March 2004 a Friday, 26 February 2004 a Thursday. Monday is 0. "
                    + "What are their numbers?", week))
        for (place, book) in [46.0, 13, 9].enumerated() {
            record("date-\(place + 1)/week", parts["saleWeek"].ints[place] ?? 0, book: book)
        }
        for (place, book) in [1_163_635_200.0, 1_080_259_200, 1_077_753_600].enumerated() {
            record("date-\(place + 1)/elapsed", parts["saleElapsed"].ints[place] ?? 0, book: book)
        }

        // The name loses its “date”. Weeks are counted as in ISO 8601: they begin on Monday, and the first one has the
        // year's first Thursday. `Elapsed` is seconds since 1970. (The book's text says days since the table begins;
        // its numbers are seconds.) The other six say whether the day is the first or the last one of a month, a
        // quarter or a year:
        let flags = parts.names.filter { $0.contains("Is_") }
        show(flags.joined(separator: ", "), "the six flags")
        show(
            parts.columnCount, "columns in place of one",
            predict: .count("One column goes, and how many come?", parts.columnCount))

        // A date that is none is an error with the row that has it:
        let wrong = DataFrame(["saledate": ["2/28/2004", "2/30/2004"]])
        do { _ = try wrong.addingDateparts("saledate") } catch { show("\(error)", "30 February") }
    }

    func seasonsAndTrends() throws {
        // And the sales of this run? By weekday, and by year (by month, if all are of one year):
        let dated = try sales.addingDateparts("saledate")
        let days = dated.grouped(by: "saleDayofweek").sizes
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        show(
            Chart("On which days auctions are held", x: "weekday", y: "sales") {
                Bars(days["saleDayofweek"].ints.map { names[$0 ?? 0] }, days["count"].numbers, colour: .blue)
            }, "Sales by weekday in \(dataName)")
        let part = dated["saleYear"].uniqueCount > 1 ? "saleYear" : "saleMonth"
        let (parts, unit) = (
            dated.grouped(by: part).aggregated([("SalePrice", .mean), ("SalePrice", .count)]),
            part.dropFirst(4).lowercased()
        )
        show(
            ChartGrid(
                [
                    Chart("Number of sales", x: unit, y: "sales") {
                        Points(parts[part].numbers, parts["SalePrice count"].numbers)
                    },
                    Chart("Mean price", x: unit, y: "dollars") {
                        Points(parts[part].numbers, parts["SalePrice mean"].numbers)
                    },
                ], columns: 2, title: "Sales through the \(unit)s", sharedYLimits: false),
            "Each \(unit) of \(dataName)")

        // The test of the competition lies behind the last of these years. What a model has learned of the past has to
        // hold for a future that it has not seen; so it must not be judged by rows that were drawn at random from all
        // years. That is what the next pages are about.
    }
}
