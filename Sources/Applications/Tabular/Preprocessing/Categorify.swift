// # Categories
//
// A model wants numbers. The levels of a column are numbered: 0 is for what is missing, then come the levels that occur
// in the training rows, in alphabetical order, or in the order that the column has itself. What occurs only later, in
// rows that nobody has learned from, is like missing: 0.

import Foundation

/// Numbers the levels of columns. (The book's `Categorify`.)
public struct Categorify: Sendable, Codable, Equatable {
    /// The name of what is missing.
    public static let missing = "#na#"

    /// The columns that it changes.
    public let names: [String]
    /// The levels of each column, without what is missing; the first one has the number 1.
    private let levels: [[String]]
    /// Whether the order of the levels means something.
    private let isOrdered: [Bool]

    /// - Parameter frame: the training rows.
    public init(_ frame: DataFrame, _ names: [String]) {
        self.names = names
        levels = names.map { frame[$0].vocabulary }
        isOrdered = names.map { frame[$0].isOrdered }
    }

    /// Number and name of all levels of a column: at 0, `#na#`. (The book's `to.classes`.)
    public func classes(_ name: String) -> [String]? {
        names.firstIndex(of: name).map { [Self.missing] + levels[$0] }
    }

    /// How many levels each column has, what is missing included.
    public var counts: [Int] { levels.map { $0.count + 1 } }

    /// The table with categories in these columns. The number of a row's level is its code + 1.
    /// - Throws: ``TableProblem`` when a column is not there.
    public func callAsFunction(_ frame: DataFrame) throws -> DataFrame {
        var frame = frame
        for (index, name) in names.enumerated() {
            let texts = try frame.column(name).asLevels()
            let numbers = Dictionary(uniqueKeysWithValues: zip(levels[index], 0..<Int32(levels[index].count)))
            let translation = texts.levels.map { numbers[$0] ?? -1 }
            let codes = texts.codes.map { $0 < 0 ? -1 : translation[Int($0)] }
            frame[name] = Column(
                .categories(CodedTexts(levels: levels[index], codes: codes), isOrdered: isOrdered[index]))
        }
        return frame
    }

    /// Whether it could have been made from a table: for files.
    var isSound: Bool {
        names.count == levels.count && names.count == isOrdered.count && Set(names).count == names.count
            && levels.allSatisfy { Set($0).count == $0.count }
    }
}

extension Column {
    /// The levels that occur, in alphabetical order or, numbers, by size; those of categories in their own order.
    fileprivate var vocabulary: [String] {
        if case .categories(let texts, _) = values { return texts.levels }
        return ranks.firstRows.map(levelText)
    }

    /// A number is the same level in a column of whole numbers and in one of fractions.
    private func levelText(_ row: Int) -> String {
        if case .double(let value) = cell(row), let whole = Int(exactly: value) { return "\(whole)" }
        return plainText(row)
    }

    fileprivate func asLevels() -> CodedTexts {
        switch values {
        case .texts(let texts), .categories(let texts, _): return texts
        default:
            // The text of each different value is made once.
            let ranks = ranks
            return CodedTexts(levels: ranks.firstRows.map(levelText), codes: ranks.ranks.map(Int32.init))
        }
    }
}
