// Where in the file something is wrong that is found late: a price below zero, a date that is none, bytes that are no
// text. Nobody keeps the lines of rows, so the file is read again up to there.

import Foundation

extension DataFrame {
    /// Makes sure that all values of a column are as they should be.
    ///
    ///     try table.expect("a price above 0", in: "price", of: file) { ($0.number ?? 0) > 0 }
    ///
    /// - Parameters:
    ///   - what: is right, for the message.
    ///   - file: which this table was read from, with the same options.
    /// - Throws: ``TableProblem`` with the line of the first value that is not right.
    public func expect(
        _ what: String, in name: String, of file: URL, _ options: CSVOptions = CSVOptions(), _ isRight: (Cell) -> Bool
    ) throws {
        let column = try column(name, of: file.path)
        guard let row = (0..<rowCount).first(where: { !isRight(column.cell($0)) }) else { return }
        let found = quoted(column.isMissing(row) ? "" : column.plainText(row))
        throw TableProblem(
            file.path, line: try CSVReader(CSVSource(file), options).line(ofRow: row), column: name,
            "expected \(what), found \(found)", try: "correcting it, or leaving the row out")
    }
}

extension CSVReader {
    /// The line in which a row begins, counted from 1; nil when there is no such row.
    /// - Parameter row: counted from 0, without the names.
    fileprivate func line(ofRow row: Int) throws -> Int? {
        var left = row + (options.hasHeader ? 1 : 0)
        for part in try source.parts(from: start(), size: Self.partSize) {
            let place = try source.bytes(part).withUnsafeBufferPointer { bytes in
                try self.place(ofRow: &left, in: bytes, at: part.lowerBound)
            }
            if let place { return source.line(at: part.lowerBound + place) }
        }
        return nil
    }

    /// Passes over rows until none is left before the one that is wanted.
    private func place(ofRow left: inout Int, in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws -> Int? {
        var cursor = CSVCursor(bytes, separator: separator)
        while true {
            cursor.skipEmptyLines()
            if cursor.isAtEnd { return nil }
            if left == 0 { return cursor.place }
            do {
                while try !cursor.next().endsRow {}
            } catch { throw problem(error, offset, column: nil) }
            left -= 1
        }
    }

    /// The first bytes of a column that are no text.
    func firstStrangeText(in column: Int, _ names: [String]) -> TableProblem {
        for part in (try? source.parts(from: start(), size: Self.partSize)) ?? [] {
            let place = try? source.bytes(part).withUnsafeBufferPointer { bytes in
                var found: Int?
                try forEachRow(of: bytes, at: part.lowerBound, names) { place, field in
                    if place != column || found != nil { return }
                    if text(Array(bytes[field.start..<field.end])) == nil { found = field.start }
                } rowEnd: {
                }
                return found
            }
            if let place { return noText(at: part.lowerBound + place, names[column]) }
        }
        return noText(at: 0, names[column])
    }
}
