// What is planted in generated sales of bulldozers can be found in their table; and the book's own rows, where they
// are.

import Datasets
import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite struct `Generated sales as a table` {
    static let sales = GeneratedBulldozers(rows: 6000, seed: 42)
    static let frame = Result {
        try DataFrame(
            csvText: String(decoding: sales.trainAndValid, as: UTF8.self), CSVOptions { $0.dates = ["saledate"] })
    }

    @Test func `have types, missing values and levels like the real ones`() throws {
        let frame = try Self.frame.get()
        #expect(frame.shape == [6000, 53])
        #expect(frame.names == GeneratedBulldozers.columns)
        #expect(frame.names.count { frame[$0].kind == .text } == 44)
        #expect(frame["YearMade"].kind == .int)
        #expect(
            Set(frame["ProductSize"].unique.strings) == [
                nil, "Large", "Large / Medium", "Medium", "Small", "Mini", "Compact",
            ])
        let share = { (name: String) in Double(frame[name].missingCount) / 6000 }
        #expect(0.4...0.65 ~= share("ProductSize"))
        #expect(0.6...0.7 ~= share("MachineHoursCurrentMeter"))
        #expect(0.05...0.13 ~= Double((frame["YearMade"] == 1000).trueCount) / 6000)
        #expect(frame["Tire_Size"].levels.contains("20.5\""))
        #expect(frame["SalePrice"].min.number! >= 4750 && frame["SalePrice"].max.number! <= 142_000)
    }

    @Test func `say the same twice, and are missing together`() throws {
        let frame = try Self.frame.get()
        for (a, b) in Self.sales.truth.twins {
            #expect(frame.grouped(by: a, b).count == frame[a].uniqueCount)
        }
        let missing = Self.sales.truth.missingTogether.map { frame[$0].isMissing }
        #expect(missing[0] == missing[1] && missing[1] == missing[2])
        #expect(0.8...0.95 ~= Double(missing[0].trueCount) / 6000)
    }

    @Test func `lose the planted share of their price in a year`() throws {
        var frame = try Self.frame.get()
        frame = frame[frame["YearMade"] > 1900]
        frame["age"] = try frame.addingDateparts("saledate")["saleYear"] - frame["YearMade"]
        // The same model in the same year: only age differs, and the seat.
        frame["year"] = try frame.addingDateparts("saledate")["saleYear"]
        var (products, squares) = (0.0, 0.0)
        for rows in frame.grouped(by: "ModelID", "year", "Enclosure").rows where rows.count > 1 {
            let group = frame.taking(rows)
            let (ages, prices) = (group["age"].numbers.map { min($0, 20) }, group["SalePrice"].logarithm.numbers)
            let (age, price) = (ages.reduce(0, +) / Double(rows.count), prices.reduce(0, +) / Double(rows.count))
            for (a, p) in zip(ages, prices) {
                products += (a - age) * (p - price)
                squares += (a - age) * (a - age)
            }
        }
        #expect(abs(products / squares - log(0.94)) < 0.01)
    }

    @Test func `cost more and more, and their numbers grow with time`() throws {
        let frame = try Self.frame.get()
        let ids = frame["SalesID"].ints.compactMap(\.self)
        #expect(zip(ids, ids.dropFirst()).allSatisfy(<))
        let late = frame[frame["saledate"] > "2011-10-01"], early = frame[frame["saledate"] < "2011-01-01"]
        #expect(Double(late.rowCount) / 6000 > 0.08)
        #expect(late["MachineID"].mean > early["MachineID"].mean)
        #expect(late["SalePrice"].mean > 1.05 * early["SalePrice"].mean)
        #expect(frame["MachineID"].uniqueCount < 5000)
    }
}

/// The book's own table, or the part of it that may be published, where they are.
private func realTable(_ folder: String, _ file: String) -> URL? {
    let found = try? DataLocator().find(folder).found
    return found.map { $0.folder.appending(path: file) }
        .flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
}

@Suite struct `Real tables` {
    @Test(.enabled(if: realTable("bluebook", "ValidWithPrice.csv") != nil))
    func `of bulldozers are read, and written to the same values`() throws {
        let options = CSVOptions { $0.dates = ["saledate"] }
        let frame = try DataFrame(csv: try #require(realTable("bluebook", "ValidWithPrice.csv")), options)
        #expect(frame.shape == [11_573, 53])
        #expect(Set(frame.names) == Set(GeneratedBulldozers.columns))
        #expect(frame["SalePrice"].kind == .double)
        #expect(frame["Stick_Length"].strings[1] == "12' 4\"")
        #expect(frame["saledate"].dates[0] == DateTime(2012, 1, 5))
        #expect(try DataFrame(csvText: frame.csvText(), options) == frame)
    }

    @Test(.enabled(if: realTable("bulldozers", "TrainAndValid.csv") != nil))
    func `of the competition have the book's counts and first rows`() throws {
        let file = try #require(realTable("bulldozers", "TrainAndValid.csv"))
        let frame = try DataFrame(csv: file, CSVOptions { $0.dates = ["saledate"] })
        #expect(frame.shape == [412_698, 53])
        #expect(frame["SalePrice"].numbers.prefix(3) == [66_000, 57_000, 10_000])
        #expect(
            frame["saledate"].dates.prefix(3) == [DateTime(2006, 11, 16), DateTime(2004, 3, 26), DateTime(2004, 2, 26)])
        #expect(frame["state"].strings.prefix(3) == ["Alabama", "North Carolina", "New York"])
    }

    @Test(.enabled(if: realTable("adult_sample", "adult.csv") != nil))
    func `of the census are read`() throws {
        let frame = try DataFrame(csv: try #require(realTable("adult_sample", "adult.csv")))
        #expect(frame.shape == [32_561, 15])
        #expect(frame.names.filter { frame[$0].kind == .int }.count == 6)
        #expect(frame.valueCounts("salary")["count"].ints == [24_720, 7841])
    }
}
