// What is in a table, at a glance.

import Foundation
import Tensors

extension DataFrame {
    /// Count, mean, standard deviation, smallest and largest value and the quarters between them, of all columns of
    /// numbers. Of a table without any: count, number of different ones, the most frequent and how often it occurs.
    /// (pandas' `describe`.)
    public func describe() -> DataFrame {
        let numeric = names.filter { [.int, .double].contains(self[$0].kind) }
        return numeric.isEmpty ? describeTexts() : describeNumbers(numeric)
    }

    private func describeNumbers(_ numeric: [String]) -> DataFrame {
        var result = DataFrame([("statistic", Column(["count", "mean", "std", "min", "25%", "50%", "75%", "max"]))])
        for name in numeric {
            let sorted = self[name].numbers.filter { !$0.isNaN }.sorted()
            let (count, column) = (Double(sorted.count), self[name])
            let quarters = [0, 0.25, 0.5, 0.75, 1].map { sorted.quantile($0) }
            result[name == "statistic" ? "statistic " : name] = Column(
                [count, column.mean, column.deviation] + quarters)
        }
        return result
    }

    private func describeTexts() -> DataFrame {
        var result = DataFrame([("statistic", Column(["count", "unique", "top", "freq"]))])
        for name in names {
            let column = self[name]
            let counts = column.valueCounts()
            let (top, frequency): (Cell, Cell) = counts.rowCount == 0 ? (nil, nil) : (counts[0, 0], counts[0, 1])
            let cells = ["\(rowCount - column.missingCount)", "\(counts.rowCount)", "\(top)", "\(frequency)"]
            result[name == "statistic" ? "statistic " : name] = Column(cells)
        }
        return result
    }

    /// Type, number of missing and number of different values of each column. (Much like pandas' `info`.)
    public func overview() -> DataFrame {
        DataFrame([
            ("column", Column(names)), ("type", Column(columns.map(\.kind.rawValue))),
            ("missing", Column(columns.map(\.missingCount))), ("different", Column(columns.map(\.uniqueCount))),
        ])
    }

    /// How many values of each column are missing. (pandas' `isna().sum()`.)
    public func missingCounts() -> DataFrame {
        DataFrame([("column", Column(names)), ("missing", Column(columns.map(\.missingCount)))])
    }

    /// About so many bytes are taken by the columns. (pandas' `memory_usage`.)
    public var byteCount: Int { columns.reduce(0) { $0 + $1.byteCount } }
}

extension Column {
    var byteCount: Int {
        switch values {
        case .ints(let column): 8 * column.values.count + column.missing.count
        case .doubles(let column): 8 * column.count
        case .bools(let column): column.values.count + column.missing.count
        case .dates(let column): 8 * column.values.count + column.missing.count
        case .texts(let texts), .categories(let texts, _):
            4 * texts.codes.count + texts.levels.reduce(0) { $0 + 16 + ($1.utf8.count > 15 ? 32 + $1.utf8.count : 0) }
        }
    }
}
