// Generated sales of bulldozers: their files. What is planted in them is found in TabularTests.

import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct `Generated sales of bulldozers` {
    @Test func `have the 53 columns of the competition`() {
        #expect(GeneratedBulldozers.columns.count == 53)
        #expect(Set(GeneratedBulldozers.columns).count == 53)
        #expect(GeneratedBulldozers.columns[19...22] == ["ProductGroupDesc", "Drive_System", "Enclosure", "Forks"])
        #expect(GeneratedBulldozers.columns.last == "Steering_Controls")
    }

    @Test func `are the same bytes from the same seed`() throws {
        let sales = GeneratedBulldozers(rows: 300, seed: 7)
        #expect(sales.trainAndValid == GeneratedBulldozers(rows: 300, seed: 7).trainAndValid)
        #expect(sales.trainAndValid != GeneratedBulldozers(rows: 300, seed: 8).trainAndValid)
        try withFolder { folder in
            try sales.write(to: folder)
            #expect(try Data(contentsOf: folder.appending(path: "Test.csv")) == Data(sales.test))
        }
    }

    @Test func `are sold on weekdays from 1989 to October 2012, the later ones without a price`() {
        let sales = GeneratedBulldozers(rows: 3000, seed: 7)
        let (date, price) = (9, 1)
        sales.forEachSale(isTest: false, hidesPrices: false) { fields in
            if fields.count != 53 || Int(fields[price]) == nil { Issue.record("\(fields)") }
            let year = Int(fields[date].split(separator: " ")[0].split(separator: "/")[2])!
            if !(1989...2012 ~= year) { Issue.record("\(fields[date])") }
        }
        var count = 0
        sales.forEachSale(isTest: true, hidesPrices: true) { fields in
            count += 1
            if fields[price] != "" || !fields[date].contains("/2012 ") { Issue.record("\(fields)") }
        }
        #expect(count == 100)
    }

    @Test func `of the test have prices that only a leaderboard knows, as high as those at the end`() {
        let sales = GeneratedBulldozers(rows: 3000, seed: 7)
        let prices = sales.testPrices
        #expect(prices.count == sales.testRows && prices.allSatisfy { 4750...142_000 ~= $0 && $0 % 250 == 0 })
        #expect(!String(decoding: sales.test, as: UTF8.self).contains("SalePrice"))
        var earlier: [Int] = []
        sales.forEachSale(isTest: false, hidesPrices: false) { earlier.append(Int($0[1])!) }
        #expect(prices.reduce(0, +) / prices.count > earlier.reduce(0, +) / earlier.count)
    }

    @Test func `have models at the end that nobody has seen before`() {
        var (early, late) = (Set<String>(), [String]())
        GeneratedBulldozers(rows: 6000, seed: 7).forEachSale(isTest: false, hidesPrices: true) { fields in
            let isLate = fields[9].contains("/2012 ")
            if isLate { late.append(fields[3]) } else { early.insert(fields[3]) }
        }
        let share = Double(late.count { !early.contains($0) }) / Double(late.count)
        #expect(0.05...0.4 ~= share)
    }

    @Test(arguments: [
        (1, "1/2/1989 0:00"), (7, "1/6/1989 0:00"), (1153, "2/28/1992 0:00"), (1154, "2/27/1992 0:00"),
        (1155, "2/28/1992 0:00"),
        (SaleDate.lastDay, "4/30/2012 0:00"),
    ])
    func `count days as the calendar does`(_ day: Int, _ text: String) {
        #expect(SaleDate(day: day).text == text)
    }
}
