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
        sales.forEachSale(isTest: false) { fields in
            if fields.count != 53 || Int(fields[price]) == nil { Issue.record("\(fields)") }
            let year = Int(fields[date].split(separator: " ")[0].split(separator: "/")[2])!
            if !(1989...2012 ~= year) { Issue.record("\(fields[date])") }
        }
        var count = 0
        sales.forEachSale(isTest: true) { fields in
            count += 1
            if fields[price] != "" || !fields[date].contains("/2012 ") { Issue.record("\(fields)") }
        }
        #expect(count == 100)
    }

    @Test(arguments: [
        (1, "1/2/1989 0:00"), (7, "1/6/1989 0:00"), (1153, "2/28/1992 0:00"), (1154, "2/27/1992 0:00"), (1155, "2/28/1992 0:00"),
        (SaleDate.lastDay, "4/30/2012 0:00"),
    ])
    func `count days as the calendar does`(_ day: Int, _ text: String) {
        #expect(SaleDate(day: day).text == text)
    }
}
