// Three steps: the names of the columns, then their types, then the values (`CSVReader+Values.swift`).

import Common
import Foundation

/// Reads a table.
struct CSVReader {
    let source: CSVSource
    let options: CSVOptions
    let separator: UInt8
    /// What stands for a value that is missing, by the number of its bytes; and which bytes it may begin with, a bit
    /// for each.
    private let missing: [[[UInt8]]]
    private let beginsMissing: SIMD4<UInt64>

    /// About so many bytes are read at once, by each thread.
    static let partSize = 2 << 20

    init(_ source: CSVSource, _ options: CSVOptions) throws {
        (self.source, self.options) = (source, options)
        guard let separator = options.separator.asciiValue, separator != .quote, separator != .newline,
            separator != .return
        else {
            throw TableProblem(source.name, "“\(options.separator)” cannot separate fields", try: "a comma or a tab")
        }
        self.separator = separator
        let words = options.missing.map { Array($0.utf8) }
        missing = (0...(words.map(\.count).max() ?? 0)).map { count in words.filter { $0.count == count } }
        beginsMissing = words.reduce(into: SIMD4()) { bits, word in
            if let first = word.first.map(Int.init) { bits[first >> 6] |= 1 << (first & 63) }
        }
    }

    func read() throws -> DataFrame {
        let begin = try start()
        let parts = try source.parts(from: begin, size: Self.partSize)
        let (names, firstRow) = try names(parts)
        guard !names.isEmpty else { return DataFrame() }
        var rows = parts
        rows[0] = firstRow..<rows[0].upperBound
        let looks = try onAllCores(rows.count) { try look(rows[$0], names) }
        let kinds = try kinds(names, looks)
        return try values(rows, rowCounts: looks.map(\.rows), names, kinds)
    }

    /// Where the text begins: behind a byte-order mark.
    func start() throws -> Int {
        let begin = try source.bytes(0..<min(3, source.count))
        if begin.starts(with: [0xFF, 0xFE]) || begin.starts(with: [0xFE, 0xFF]) {
            throw TableProblem(source.name, "expected text in UTF-8, found UTF-16", try: "saving it as UTF-8")
        }
        return begin == [0xEF, 0xBB, 0xBF] ? 3 : 0
    }

    /// A field that stands for a value that is missing.
    @inline(__always)
    func isMissing(_ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if field.start == field.end { return true }
        let count = field.end - field.start
        let first = Int(bytes[field.start])
        guard beginsMissing[first >> 6] >> (first & 63) & 1 == 1, count < missing.count, !field.isQuoted else {
            return false
        }
        return missing[count].contains { word in
            word.indices.allSatisfy { word[$0] == bytes[field.start + $0] }
        }
    }
}

// MARK: Names

extension CSVReader {
    /// The names of the columns, and where the rows begin.
    private func names(_ parts: [Range<Int>]) throws -> (names: [String], firstRow: Int) {
        guard let first = parts.first else { throw empty }
        let bytes = try source.bytes(first)
        return try bytes.withUnsafeBufferPointer { bytes in
            var cursor = CSVCursor(bytes, separator: separator)
            cursor.skipEmptyLines()
            guard !cursor.isAtEnd else { throw empty }
            let start = cursor.place
            let fields = try row(&cursor, first.lowerBound)
            guard options.hasHeader else { return (fields.indices.map(String.init), first.lowerBound + start) }
            let names = fields.indices.map { fields[$0].isEmpty ? "Unnamed: \($0)" : fields[$0] }
            var seen: Set<String> = []
            if let twice = names.first(where: { !seen.insert($0).inserted }) {
                throw TableProblem(
                    source.name, line: source.line(at: first.lowerBound + start), column: twice,
                    "two columns have this name", try: "giving one of them another name")
            }
            return (names, first.lowerBound + cursor.place)
        }
    }

    private var empty: TableProblem {
        TableProblem(source.name, "expected a table, found an empty file", try: "a file with the names of its columns")
    }

    /// The texts of a whole row.
    private func row(_ cursor: inout CSVCursor, _ offset: Int) throws -> [String] {
        var texts: [String] = []
        while true {
            do {
                let field = try cursor.next()
                guard let text = text(cursor.text(of: field)) else { throw noText(at: offset + field.start, nil) }
                texts.append(text)
                if field.endsRow { return texts }
            } catch let mistake as CSVMistake {
                throw problem(mistake, offset, column: nil)
            }
        }
    }

    /// Bytes as a text; nil if they are none.
    func text(_ bytes: [UInt8]) -> String? {
        options.isLatin1
            ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
            : String(validating: bytes, as: UTF8.self)
    }

    func noText(at place: Int, _ column: String?) -> TableProblem {
        TableProblem(
            source.name, line: source.line(at: place), column: column, "this is not text in UTF-8",
            try: "a copy in UTF-8, for older files made by: iconv -f LATIN1 -t UTF-8 FILE > COPY")
    }
}

// MARK: Types

extension CSVReader {
    /// What a part of the file says about the columns.
    struct Look {
        var rows = 0
        var evidence: [CSVEvidence]
    }

    private func look(_ part: Range<Int>, _ names: [String]) throws -> Look {
        var look = Look(evidence: Array(repeating: [], count: names.count))
        let bytes = try source.bytes(part)
        try bytes.withUnsafeBufferPointer { bytes in
            try forEachRow(of: bytes, at: part.lowerBound, names) { column, field in
                if look.evidence[column].contains(.text) || isMissing(field, bytes) { return }
                look.evidence[column].insert(evidence(field, bytes))
            } rowEnd: {
                look.rows += 1
            }
        }
        return look
    }

    private func evidence(_ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>) -> CSVEvidence {
        switch number(in: bytes, field.start, field.end) {
        case .int: .int
        case .double: .double
        case nil: truth(in: bytes, field.start, field.end) == nil ? .text : .bool
        }
    }

    /// The types of all columns: what the whole file says, unless the options say something else.
    private func kinds(_ names: [String], _ looks: [Look]) throws -> [Column.Kind] {
        for name in options.dates + options.kinds.keys where !names.contains(name) {
            throw TableProblem(source.name, "there is no column “\(name)”", try: "one of \(listed(names))")
        }
        return names.indices.map { column in
            if options.dates.contains(names[column]) { return .date }
            return options.kinds[names[column]]
                ?? looks.reduce(into: CSVEvidence()) { $0.formUnion($1.evidence[column]) }.kind
        }
    }
}

// MARK: Rows

extension CSVReader {
    /// Goes through all fields of whole rows.
    /// - Throws: ``TableProblem`` for a row with more or fewer fields than there are columns.
    @inline(__always)
    func forEachRow(
        of bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ names: [String],
        field body: (_ column: Int, CSVField) throws -> Void, rowEnd: () throws -> Void
    ) throws {
        var cursor = CSVCursor(bytes, separator: separator)
        while true {
            cursor.skipEmptyLines()
            if cursor.isAtEnd { return }
            let start = cursor.place
            var column = 0
            while true {
                let field: CSVField
                do { field = try cursor.next() } catch {
                    throw problem(error, offset, column: column < names.count ? names[column] : nil)
                }
                if column == names.count || (field.endsRow && column + 1 < names.count) {
                    throw ragged(offset + start, names)
                }
                try body(column, field)
                column += 1
                if field.endsRow { break }
            }
            try rowEnd()
        }
    }

    private func ragged(_ place: Int, _ names: [String]) -> TableProblem {
        var found = 0
        if let rest = try? source.bytes(place..<min(source.count, place + Self.partSize)) {
            rest.withUnsafeBufferPointer { bytes in
                var cursor = CSVCursor(bytes, separator: separator)
                repeat { found += 1 } while (try? cursor.next())?.endsRow == false && found < 100_000
            }
        }
        return TableProblem(
            source.name, line: source.line(at: place),
            "expected \(counted(names.count, "field")), as there are names, found \(found)",
            try: "fields that contain “\(options.separator)” in quotation marks")
    }

    func problem(_ mistake: CSVMistake, _ offset: Int, column: String?) -> TableProblem {
        let line = source.line(at: offset + mistake.place)
        let (problem, advice) =
            switch mistake.kind {
            case .unclosed: ("a field begins with a quotation mark here and never ends", "closing it by another one")
            case .afterQuote:
                (
                    "a field goes on after its closing quotation mark",
                    "writing a quotation mark twice where it belongs to the text"
                )
            case .insideField:
                (
                    "there is a quotation mark inside of a field that does not begin with one",
                    "the field in quotation marks, and its own ones written twice"
                )
            }
        return TableProblem(source.name, line: line, column: column, problem, try: advice)
    }
}
