// A table of people or sales, of which one of two classes is to be predicted.

import Common
import Datasets
import Foundation
import Tabular

/// Rows of a table, and which columns are what.
public struct Records: Sendable {
    public let table: DataFrame
    public let categorical: [String], continuous: [String]
    /// The column to be predicted: one of two classes.
    public let target: String

    /// The census: who earns at least 50,000 dollars a year? Rows beyond `most` are left out, evenly.
    /// - Throws: `TableProblem`, which names the file, for a table without these columns.
    init(census file: URL, most: Int) throws {
        let table = try DataFrame(csv: file)
        categorical = ["workclass", "education", "marital-status", "occupation", "relationship", "race"]
        (continuous, target) = (["age", "fnlwgt", "education-num"], "salary")
        for name in categorical + continuous + [target] { _ = try table.column(name, of: file.path) }
        guard table[target].uniqueCount == 2 else {
            throw TableProblem(
                file.path, "expected two classes in the column “\(target)”, found \(table[target].uniqueCount)")
        }
        guard table.rowCount >= 100 else {
            throw TableProblem(file.path, "expected at least 100 rows, found \(table.rowCount)")
        }
        self.table = table.taking(Records.places(of: table.rowCount, most))
    }

    /// Generated sales: which machine was sold for more than most?
    init(generated rows: Int, seed: UInt64) throws {
        let sales = GeneratedBulldozers(rows: rows, seed: seed)
        var table = try DataFrame(csvText: String(decoding: sales.trainAndValid, as: UTF8.self))
        let prices = table["SalePrice"].numbers
        let middle = prices.sorted()[prices.count / 2]
        table["price"] = Column(prices.map { $0 >= middle ? "high" : "low" })
        categorical = ["ProductGroup", "ProductSize", "Enclosure", "state", "fiBaseModel"]
        (continuous, target) = (["YearMade", "MachineHoursCurrentMeter"], "price")
        self.table = table.selecting(categorical + continuous + [target])
    }

    private static func places(of count: Int, _ most: Int) -> [Int] {
        let taken = min(count, most)
        return (0..<taken).map { $0 * count / taken }
    }

    /// The first row with the columns that a net gets.
    var shown: DataFrame { table.taking([0, 1, 2]).selecting(categorical + continuous + [target]) }
}
