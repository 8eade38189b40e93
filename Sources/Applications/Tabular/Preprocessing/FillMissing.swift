// # Missing numbers
//
// A missing number is replaced by the median of the training rows, which changes nothing about where the middle is.
// That it was missing may mean something, so a new column remembers it.

import Foundation

/// Fills in numbers that are missing. (The book's `FillMissing`.)
public struct FillMissing: Sendable, Codable, Equatable {
    /// Which columns get another one that says where they were missing, named “…_na”.
    public enum Flags: String, Sendable, Codable {
        /// Those in which something is missing in the training rows.
        case whereMissing
        /// All. (So did the book's library when the book was written: its table of bulldozers has 78 columns for that
        /// reason.)
        case everywhere
        case none
    }

    /// The columns that it changes.
    public let names: [String]
    /// What is filled in; of a column without a single number, 0.
    public let medians: [Double]
    /// The columns that get a flag.
    public let flagged: [String]

    /// - Parameter frame: the training rows.
    public init(_ frame: DataFrame, _ names: [String], flags: Flags = .whereMissing) {
        self.names = names
        medians = names.map { name in
            let median = frame[name].median
            return median.isFinite ? median : 0
        }
        switch flags {
        case .whereMissing: flagged = names.filter { frame[$0].missingCount > 0 }
        case .everywhere: flagged = names
        case .none: flagged = []
        }
    }

    public static func flag(_ name: String) -> String { name + "_na" }

    /// The table with nothing missing in these columns, and with flags behind all other columns. A number that is
    /// missing in a column which was complete in training is filled in as well, without a flag.
    /// - Throws: ``TableProblem`` when a column is not there.
    public func callAsFunction(_ frame: DataFrame) throws -> DataFrame {
        var result = frame
        for name in flagged { result[Self.flag(name)] = Column(try frame.column(name).isMissing.values) }
        for (name, median) in zip(names, medians) {
            let column = try frame.column(name)
            guard column.missingCount > 0 else { continue }
            let whole = column.kind == .int ? Int(exactly: median) : nil
            result[name] =
                whole.map { whole in Column(column.ints.map { $0 ?? whole }) }
                ?? Column(column.numbers.map { $0.isNaN ? median : $0 })
        }
        return result
    }

    var isSound: Bool {
        names.count == medians.count && Set(names).count == names.count && Set(flagged).isSubset(of: names)
            && medians.allSatisfy(\.isFinite)
    }
}
