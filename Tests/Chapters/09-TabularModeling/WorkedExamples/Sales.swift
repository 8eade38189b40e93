// What forests find in generated sales, held against what was planted; and the real sales, where they are.

import ChapterSupport
import Datasets
import Foundation
import Notebook
import Tabular
import Tensors
import TestSupport
import Testing

@testable import Chapter09

/// A forest of generated sales, and the rows that it has learned from.
private let planted = Result { () throws -> (forest: RandomForest, sales: NumberedSales) in
    var table = try Sales(GeneratedBulldozers(rows: 5000, seed: 9)).table
    table["SalePrice"] = table["SalePrice"].logarithm
    table["ProductSize"] = table["ProductSize"].asCategory(order: machineSizes)
    table = try table.addingDateparts("saledate")
    let split = table.contCatSplit(maxCard: 1, dependent: ["SalePrice"])
    let data = try TabularData(
        table, flags: .everywhere, categorical: split.categorical, continuous: split.continuous, target: "SalePrice",
        splits: bookSplit(table))
    let sales = try NumberedSales(data).withYearsMended()
    var random = SplitMix64(seed: 9)
    return (try RandomForest(sales.x, sales.y, trees: 30, columnShare: 0.5, minLeafSize: 5, using: &random), sales)
}

@Suite struct `9.6 Generated sales` {
    @Test func `what prices depend on is above, and what has nothing to do with them gets little`() throws {
        let (forest, _) = try planted.get()
        #expect(
            Set(forest.rankedImportances.prefix(3).map(\.name)).isSubset(of: [
                "YearMade", "fiProductClassDesc", "ProductSize", "ProductGroup",
            ]))
        let truth = GeneratedBulldozers(rows: 100, seed: 9).truth
        let alone = zip(forest.names, forest.importances).filter { truth.irrelevant.contains($0.0) }.map(\.1)
        #expect(alone.reduce(0, +) < 0.25)
        let dates = forest.names.filter { $0.hasPrefix("sale") }
        let own = zip(forest.names, forest.importances).filter { truth.relevant.contains($0.0) || dates.contains($0.0) }
        #expect(own.reduce(0) { $0 + $1.1 } > 0.6)
    }

    @Test func `partial dependence rises with the year as prices were planted to`() throws {
        let (forest, sales) = try planted.get()
        let means = try forest.partialDependence(on: "YearMade", sales.validX, values: [1992, 2000, 2008]).means
        let kept = log(Double(GeneratedBulldozers(rows: 100, seed: 9).truth.kept))
        // From 1992 to 2008: 16 years. A forest smooths, so it finds less than all of it.
        #expect((0.6...1.2).contains((means[2] - means[0]) / (-16 * kept)))
        #expect(means[0] < means[1] && means[1] < means[2])
        let sizes = try forest.partialDependence(on: "ProductSize", sales.validX, values: [1, 3, 5]).means
        #expect(sizes[0] > sizes[1] && sizes[1] > sizes[2])
    }

    @Test func `later sales are harder than those out of the bag, as in the book`() throws {
        let (forest, sales) = try planted.get()
        #expect(try forest.rootMeanSquaredError(sales.validX, sales.validY) > forest.outOfBag!.rootMeanSquaredError)
    }

    @Test func `columns that say the same meet first`() throws {
        let sales = try planted.get().sales
        let names = ["ProductGroup", "ProductGroupDesc", "fiModelDesc", "fiBaseModel", "state", "YearMade"]
        let x = try sales.x.keeping(names)
        let merges = x.clusters.merges
        #expect(merges.prefix(2).allSatisfy { $0.distance < 0.05 })
        #expect(Set(merges.prefix(2).map { [$0.first, $0.second] }) == [[0, 1], [2, 3]])
        #expect(merges[2].distance > 0.3)
    }

    @Test func `a forest that knows the following months does better on the end of 2011`() throws {
        let (_, sales) = try planted.get()
        let seconds = try sales.x["saleElapsed"], first = try sales.validX["saleElapsed"].min()!
        let earlier = seconds.indices.filter { seconds[$0] < first }
        #expect(earlier.count < seconds.count)
        func error(_ rows: [Int]) throws -> Double {
            var random = SplitMix64(seed: 10)
            return try RandomForest(
                sales.x.rows(rows), rows.map { sales.y[$0] }, trees: 30, columnShare: 0.5, minLeafSize: 5,
                using: &random
            ).rootMeanSquaredError(sales.validX, sales.validY)
        }
        #expect(try error(Array(seconds.indices)) < error(earlier))
    }
}

@Suite struct `9.3 Tables that are no sales` {
    /// A table of generated sales with another value in a column of its first sale, or of all.
    private func problem(_ column: String, _ value: String, everywhere: Bool = false) throws -> String {
        let table = try DataFrame(
            csvText: String(decoding: GeneratedBulldozers(rows: 1200, seed: 3).trainAndValid, as: UTF8.self))
        var strings = table[column].strings
        for row in strings.indices where row == 0 || everywhere { strings[row] = value.isEmpty ? nil : value }
        var changed = table
        changed[column] = Column(strings)
        return try withFolder { folder in
            let file = folder.appending(path: "TrainAndValid.csv")
            try changed.csvText().write(to: file, atomically: true, encoding: .utf8)
            do { _ = try Sales(file) } catch let problem as TableProblem { return problem.description }
            return "none"
        }
    }

    @Test func `are refused with the file, the line, the column and what is wrong`() throws {
        let file = "TrainAndValid.csv"
        for (column, value) in [("SalePrice", "much"), ("YearMade", "old")] {
            #expect(
                try problem(column, value)
                    .contains("\(file):2, column “\(column)”: expected a number, found “\(value)”"))
        }
        for (price, found) in [("0", "“0”"), ("-5", "“-5”"), ("", "nothing")] {
            #expect(
                try problem("SalePrice", price)
                    .contains("\(file):2, column “SalePrice”: expected a price above 0, found \(found)"))
        }
        for hours in ["inf", "-Infinity", "1e300"] {
            #expect(
                try problem("MachineHoursCurrentMeter", hours)
                    .contains("\(file):2, column “MachineHoursCurrentMeter”: expected a number that is finite"))
        }
        for date in ["2/30/2004 0:00", "soon", ""] {
            #expect(try problem("saledate", date).contains("\(file):2, column “saledate”: expected a date such as"))
        }
        for (column, value) in [
            ("SalePrice", "9000"), ("ProductGroup", "WL"), ("ProductSize", ""), ("saledate", "5/5/2010"),
            ("YearMade", "1000"),
        ] {
            #expect(try problem(column, value, everywhere: true).contains("column “\(column)”: expected at least"))
        }
        #expect(try problem("state", "Bavaria") == "none")
        #expect(try problem("MachineHoursCurrentMeter", "") == "none")
    }
}

@Suite struct `9.9 Sent in` {
    @Test func `a file for a competition has a header and whole dollars`() {
        #expect(submission([7, 3], [log(200), log(90.4)]) == "SalesID,SalePrice\n7,200\n3,90\n")
        #expect(submission([], []) == "SalesID,SalePrice\n")
    }

    @Test func `some of the sales are from the beginning to the end`() {
        #expect(
            evenly(4, of: 10) == [0, 2, 5, 7] && evenly(10, of: 10) == Array(0..<10) && evenly(20, of: 3) == [0, 1, 2])
    }
}

@Suite struct `9.1 Wide and deep` {
    @Test func `the model of both says the sum of its parts`() throws {
        var random = SplitMix64(seed: 91)
        let plan = TabularPlan(levels: [5, 4], widths: [3, 2], numbers: 2, layers: [6])
        let model = WideAndDeep(plan, factors: 2, isWide: true, isDeep: true, using: &random)
        let codes = IntTensor(shape: [3, 2], [1, 2, 4, 0, 3, 3])
        let batch = TabularBatch(codes, Tensor.randn(3, 2, using: &random))
        model.eval()
        let product = (model.first!(codes[0..., 0]) * model.second!(codes[0..., 1])).sum(axis: 1, keepingAxes: true)
        #expect(model(batch).scalars == (model.deep!(batch) + product).scalars)
        let wide = WideAndDeep(plan, factors: 2, isWide: true, isDeep: false, using: &random)
        #expect(wide(batch).shape == [3, 1] && wide.parameters.count == 2)
    }
}

@Suite struct `9.3 Real sales` {
    private func realSales(_ name: String, _ file: String) throws -> DataFrame {
        let found = try DataLocator(dataFolder: realData(name), environment: [:]).find(name).found
        let folder = try #require(found?.folder)
        return try Sales(folder.appending(path: file)).table
    }

    /// Only four months of one year: columns that are the same everywhere, and nothing for the book's rule to judge by.
    @Test(.enabled(if: realData("bluebook") != nil))
    func `all sections run on the last sales of the real ones`() throws {
        let run = try ChapterRun(of: TabularModeling.self, .data(in: realData("bluebook"), .quick))
        #expect(run.dataName.contains("bluebook"))
        #expect(run["split/valid"] == 0 && run["sales/columns"] == 53)
        #expect(run["forest/valid-rmse"]! < run["4-leaves/rmse-of-the-root"]!)
    }

    @Test(.enabled(if: realData("bluebook") != nil))
    func `the sales that may be passed on have the book's columns, and lie in 2012`() throws {
        let table = try realSales("bluebook", "ValidWithPrice.csv")
        #expect(table.shape == [11_573, 53])
        #expect(table.names == GeneratedBulldozers.columns)
        let dated = try table.addingDateparts("saledate")
        #expect(dated["saleYear"].unique.ints == [2012] && dated["saleMonth"].max == .int(4))
        #expect(table["SalePrice"].min.number == 4750)
    }

    @Test(.enabled(if: realData("bulldozers") != nil))
    func `the book's sales have its rows, and its split`() throws {
        let table = try realSales("bulldozers", "TrainAndValid.csv")
        #expect(table.shape == [412_698, 53])
        #expect(table["SalePrice"].numbers.prefix(3) == [66_000, 57_000, 10_000])
        #expect(table["state"].strings.prefix(3) == ["Alabama", "North Carolina", "New York"])
        let split = bookSplit(try table.addingDateparts("saledate"))
        #expect(split.train.count == 404_710 && split.valid.count == 7988)
    }
}
