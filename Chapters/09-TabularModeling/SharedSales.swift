// What the sections share. It is made when a section first asks for it; the pages of section 9.3 explain how.

import Common
import Datasets
import Foundation
import Notebook
import Tabular

/// A table of sales, and where it is from.
public struct Sales: Sendable {
    public let table: DataFrame
    /// Of generated sales.
    public let truth: BulldozerTruth?

    /// - Throws: `TableProblem` for a file that is no table, or not one of sales.
    init(_ file: URL) throws {
        let table = try DataFrame(csv: file)
        for name in GeneratedBulldozers.columns { _ = try table.column(name, of: file.path) }
        guard table.rowCount >= 1000 else {
            throw TableProblem(
                file.path, "expected at least 1000 sales, found \(table.rowCount)",
                try: "the whole table, as `swift run data get bluebook` fetches it")
        }
        try Self.check(table, in: file)
        (self.table, truth) = (table.selecting(GeneratedBulldozers.columns), nil)
    }

    /// Refuses what the pages could not work with, and says in which line of the file it is.
    private static func check(_ table: DataFrame, in file: URL) throws {
        for name in ["SalesID", "SalePrice", "MachineID", "ModelID", "YearMade"] {
            try table.expect("a number", in: name, of: file) { $0.isMissing || isNumber($0) }
        }
        for name in table.names where table[name].kind == .double {
            try table.expect("a number that is finite", in: name, of: file) { Float($0.number ?? 0).isFinite }
        }
        try table.expect("a price above 0", in: "SalePrice", of: file) { ($0.number ?? 0) > 0 }
        try table.expect("a date such as 2006-11-16 or 11/16/2006 0:00", in: "saledate", of: file) { cell in
            if case .text(let text) = cell { DateTime(text) != nil } else { false }
        }
        try table.expect("a size in words, or nothing", in: "ProductSize", of: file) { $0.number == nil }
        for (name, least) in [
            ("SalePrice", 10), ("YearMade", 3), ("ProductGroup", 2), ("ProductSize", 1), ("saledate", 20),
        ] {
            let found = table[name].uniqueCount
            guard found >= least else {
                throw TableProblem(
                    file.path, column: name,
                    "expected at least \(counted(least, "different value")), found \(found)",
                    try: "the whole table, as `swift run data get bluebook` fetches it")
            }
        }
    }

    init(_ generated: GeneratedBulldozers) throws {
        table = try DataFrame(csvText: String(decoding: generated.trainAndValid, as: UTF8.self))
        truth = generated.truth
    }
}

extension TabularModeling {
    /// The name of the sales' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// The sales as they are in the file. A quick run takes the last ones of a large table.
    var sales: DataFrame {
        get throws {
            try run.once {
                let table = try source.contents.table
                return table.tail(run.size(quick: 1500, usual: .max))
            }
        }
    }

    /// The sales with what their dates say, the logarithm of the price, and sizes in their order (sections 9.3 and
    /// 9.4).
    var datedSales: DataFrame {
        get throws {
            try run.once {
                var table = try sales
                table["SalePrice"] = table["SalePrice"].logarithm
                table["ProductSize"] = table["ProductSize"].asCategory(order: machineSizes)
                return try table.addingDateparts("saledate")
            }
        }
    }

    /// Why a number of this run may differ from the book's, which has 412,698 sales; nil if it has them all.
    var lessThanAll: String? {
        get throws { try sales.rowCount == 412_698 ? nil : "\(try sales.rowCount) sales; the book has 412,698" }
    }
}

/// From the largest to the smallest.
let machineSizes = ["Large", "Large / Medium", "Medium", "Small", "Mini", "Compact"]

/// A number, or a text that would be one if its column had no other texts.
private func isNumber(_ cell: Cell) -> Bool {
    switch cell {
    case .int, .double: true
    case .text(let text): text.allSatisfy("0123456789+-.eE ".contains) && Double(text.filter { $0 != " " }) != nil
    default: false
    }
}
