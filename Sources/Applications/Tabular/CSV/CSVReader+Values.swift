// The values of a table, once the types are known: every part of the file is read again, and its values go straight to
// their rows. A part numbers the texts that it finds by itself; when all parts are read, the numbers of all are
// translated to those of the whole column.

import Kernels

extension CSVReader {
    func values(
        _ parts: [Range<Int>], rowCounts: [Int], _ names: [String], _ kinds: [Column.Kind]
    ) throws -> DataFrame {
        var firstRows = [0]
        for count in rowCounts { firstRows.append(firstRows.last! + count) }
        let count = firstRows.last!
        let rooms = kinds.map { CSVRoom($0, count: count) }
        let fillings = rooms.map(\.filling)
        let levels = try onAllCores(parts.count) { part in
            try fill(fillings, firstRows[part]..<firstRows[part + 1], from: parts[part], names)
        }
        let columns = try onAllCores(names.count) { column in
            guard let all = translated(fillings[column], levels.map { $0[column] }, firstRows) else {
                throw firstStrangeText(in: column, names)
            }
            return rooms[column].column(levels: all)
        }
        return DataFrame(Array(zip(names, columns)))
    }

    /// Reads a part of the file.
    /// - Returns: the texts of each column in the order of their numbers.
    private func fill(
        _ fillings: [CSVFilling], _ rows: Range<Int>, from part: Range<Int>, _ names: [String]
    ) throws -> [CSVLevels] {
        var levels = fillings.map { _ in CSVLevels() }
        var row = rows.lowerBound
        let bytes = try source.bytes(part)
        try bytes.withUnsafeBufferPointer { bytes in
            try forEachRow(of: bytes, at: part.lowerBound, names) { column, field in
                guard row < rows.upperBound else { throw changed }
                let isRead = read(field, bytes, into: fillings[column], row, &levels[column])
                if !isRead { throw strange(field, bytes, fillings[column].kind, part.lowerBound, names[column]) }
            } rowEnd: {
                row += 1
            }
        }
        if row != rows.upperBound { throw changed }
        for column in levels.indices { levels[column].finish() }
        return levels
    }

    private var changed: TableProblem {
        TableProblem(source.name, "it changed while it was being read", try: "reading it again")
    }

    /// Puts the value of a field into its row; false if it is of another type.
    @inline(__always)
    private func read(
        _ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>, into filling: CSVFilling, _ row: Int,
        _ levels: inout CSVLevels
    ) -> Bool {
        if isMissing(field, bytes) {
            filling.setMissing(row)
            return true
        }
        switch filling.kind {
        case .text, .category:
            if field.hasQuotes {
                let text = CSVCursor(bytes, separator: separator).text(of: field)
                text.withUnsafeBufferPointer { filling.set(row, code: levels.number(of: $0)) }
            } else {
                filling.set(
                    row, code: levels.number(of: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])))
            }
        case .int:
            guard case .int(let value) = number(in: bytes, field.start, field.end) else { return false }
            filling.set(row, value)
        case .double:
            guard let value = number(in: bytes, field.start, field.end) else { return false }
            filling.set(row, value.double)
        case .bool:
            guard let value = truth(in: bytes, field.start, field.end) else { return false }
            filling.set(row, value)
        case .date:
            guard let date = DateTime(bytes[field.start..<field.end]) else { return false }
            filling.set(row, date.seconds)
        }
        return true
    }

    private func strange(
        _ field: CSVField, _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Column.Kind, _ offset: Int, _ column: String
    ) -> TableProblem {
        let wanted =
            switch kind {
            case .date: "a date such as 2006-11-16 or 11/16/2006 0:00"
            case .int: "a whole number"
            case .bool: "True or False"
            default: "a number"
            }
        let found = quoted(String(decoding: bytes[field.start..<field.end], as: UTF8.self))
        return TableProblem(
            source.name, line: source.line(at: offset + field.start), column: column,
            "expected \(wanted), found \(found)", try: "correcting it, or leaving the field empty")
    }

    /// Gives all codes of a column the numbers of the whole column.
    /// - Returns: the texts in the order of these numbers; nil if one of them is no text.
    private func translated(_ filling: CSVFilling, _ levels: [CSVLevels], _ firstRows: [Int]) -> [String]? {
        var (numbers, texts): ([String: Int32], [String]) = ([:], [])
        for (part, own) in levels.enumerated() where own.count > 0 {
            var translation: [Int32] = []
            for number in 0..<own.count {
                guard let text = text(Array(own.text(number))) else { return nil }
                if numbers[text] == nil {
                    numbers[text] = Int32(texts.count)
                    texts.append(text)
                }
                translation.append(numbers[text]!)
            }
            filling.translate(firstRows[part]..<firstRows[part + 1], by: translation)
        }
        return texts
    }
}
