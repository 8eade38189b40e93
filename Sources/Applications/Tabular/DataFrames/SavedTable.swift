// # A table in a file
//
// A file of comma-separated values has to be read character by character, and does not know the types of its columns,
// nor the order of categories. So a table that was worked on is kept as it is: in a safetensors file, the numbers of
// each column as a tensor, and in its metadata, as JSON, names, types and levels. Nothing in such a file is run, unlike
// in the book's pickle, and everything in it is checked before it is used.

import Common
import Foundation
import Safetensors
import Tensors

/// What the metadata say of a column.
private struct ColumnCard: Codable {
    var name: String
    var kind: Column.Kind
    var levels: [String]?
    var isOrdered: Bool?
}

/// What the metadata say of a table.
private struct TableCard: Codable {
    /// Raised when older programs could not read the files any more.
    static let version = 1
    static let key = "table"

    var version = Self.version
    var rows: Int
    var columns: [ColumnCard]
}

extension DataFrame {
    /// Keeps the table in a file. (The book's `save_pickle`.)
    /// - Throws: ``TableProblem``.
    public func save(to file: URL) throws { try save(to: file, extra: [:], tensors: [:]) }

    /// Reads what `save` has written. (The book's `load_pickle`.)
    /// - Throws: ``TableProblem`` for a file that is missing, damaged, or of another kind.
    public init(saved file: URL) throws { self = try DataFrame.reading(file).frame }

    /// - Parameters:
    ///   - extra: more metadata.
    ///   - tensors: more numbers. Their names do not begin with “column”.
    func save(to file: URL, extra: [String: String], tensors: [String: SavedTensor]) throws {
        let cards = zip(names, columns).map { name, column in
            let coded = column.savedLevels
            return ColumnCard(
                name: name, kind: column.kind, levels: coded, isOrdered: coded.map { _ in column.isOrdered })
        }
        var tensors = tensors
        for (number, column) in columns.enumerated() {
            let (values, missing) = column.savedNumbers
            tensors["column \(number)"] = .ints(NDArray(values))
            if !missing.isEmpty { tensors["column \(number) missing"] = .bools(NDArray(missing)) }
        }
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let json = String(decoding: try encoder.encode(TableCard(rows: rowCount, columns: cards)), as: UTF8.self)
            try SafetensorsFile(tensors, metadata: extra.merging([TableCard.key: json]) { $1 }).write(to: file)
        } catch let error as SafetensorsError {
            throw TableProblem(error)
        }
    }

    /// A table, and the file with whatever else is in it.
    static func reading(_ file: URL) throws -> (frame: DataFrame, content: SafetensorsFile) {
        do {
            let content = try SafetensorsFile(reading: file)
            return (try DataFrame(content, file.path), content)
        } catch let error as SafetensorsError {
            throw TableProblem(file.path, error.problem, try: error.advice)
        }
    }

    private init(_ content: SafetensorsFile, _ file: String) throws {
        guard let json = content.metadata[TableCard.key] else {
            throw TableProblem(file, "it holds tensors, but no table", try: "a file that `save(to:)` has written")
        }
        struct Version: Decodable { var version: Int }
        let bytes = Data(json.utf8)
        if let version = try? JSONDecoder().decode(Version.self, from: bytes).version, version != TableCard.version {
            throw TableProblem(file, "it is of version \(version), and this program reads \(TableCard.version)")
        }
        guard let card = try? JSONDecoder().decode(TableCard.self, from: bytes),
            Set(card.columns.map(\.name)).count == card.columns.count
        else { throw TableProblem(file, "what it says of its columns is damaged", try: "saving the table again") }
        self.init()
        for (number, columnCard) in card.columns.enumerated() {
            let column = try Column(columnCard, number, content)
            guard let column, column.count == card.rows else {
                throw TableProblem(
                    file, column: columnCard.name, "its values make no sense", try: "saving the table again")
            }
            self[columnCard.name] = column
        }
    }
}

extension Column {
    /// Whole numbers that say everything about the values: of fractions their bits, of dates the seconds, of texts the
    /// codes.
    fileprivate var savedNumbers: (values: [Int], missing: [Bool]) {
        switch values {
        case .ints(let column): (column.values, column.missing)
        case .doubles(let column): (column.map { Int(bitPattern: UInt($0.bitPattern)) }, [])
        case .bools(let column): (column.values.map { $0 ? 1 : 0 }, column.missing)
        case .dates(let column): (column.values.map(\.seconds), column.missing)
        case .texts(let texts), .categories(let texts, _): (texts.codes.map(Int.init), [])
        }
    }

    fileprivate var savedLevels: [String]? {
        switch values {
        case .texts(let texts), .categories(let texts, _): texts.levels
        default: nil
        }
    }

    /// nil if the numbers make no sense.
    fileprivate init?(_ card: ColumnCard, _ number: Int, _ content: SafetensorsFile) throws {
        let numbers = try content.ints("column \(number)")
        let name = "column \(number) missing"
        let missing = content.tensors[name] == nil ? [] : try content.bools(name).scalars
        let values = numbers.scalars
        guard numbers.rank == 1, missing.isEmpty || missing.count == values.count else { return nil }
        switch card.kind {
        case .int: self.init(.ints(Marked(values, missing: missing)))
        case .double: self.init(.doubles(values.map { Double(bitPattern: UInt64(UInt(bitPattern: $0))) }))
        case .bool: self.init(.bools(Marked(values.map { $0 != 0 }, missing: missing)))
        case .date:
            // A date further away than this has no year.
            guard values.allSatisfy({ abs($0 / 2) < 1 << 50 }) else { return nil }
            self.init(.dates(Marked(values.map(DateTime.init(seconds:)), missing: missing)))
        case .text, .category:
            guard let levels = card.levels, Set(levels).count == levels.count,
                values.allSatisfy({ -1..<levels.count ~= $0 })
            else { return nil }
            let texts = CodedTexts(levels: levels, codes: values.map(Int32.init))
            self.init(card.kind == .text ? .texts(texts) : .categories(texts, isOrdered: card.isOrdered ?? false))
        }
    }
}
