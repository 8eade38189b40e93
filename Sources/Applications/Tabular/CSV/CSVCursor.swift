// One field after the other.

/// A field: where its text is in the bytes, without quotation marks around it.
struct CSVField {
    var start: Int
    var end: Int
    var isQuoted = false
    /// It contains quotation marks, which are written twice.
    var hasQuotes = false
    /// It is the last one of its row.
    var endsRow = false
}

/// What is wrong, and with which byte.
struct CSVMistake: Error {
    enum Kind { case unclosed, afterQuote, insideField }
    var kind: Kind
    var place: Int
}

/// Goes through the fields of whole rows.
struct CSVCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    private(set) var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) { (self.bytes, self.separator) = (bytes, separator) }

    var isAtEnd: Bool { place >= bytes.count }

    /// Passes over empty lines, before a row.
    mutating func skipEmptyLines() {
        while place < bytes.count, bytes[place] == .newline || bytes[place] == .return { place += 1 }
    }

    /// The next field, which may be empty.
    @inline(__always)
    mutating func next() throws(CSVMistake) -> CSVField {
        if place < bytes.count, bytes[place] == .quote { return try quoted() }
        var end = place
        while end < bytes.count {
            let byte = bytes[end]
            if byte == separator || byte == .newline || byte == .return { break }
            if byte == .quote { throw CSVMistake(kind: .insideField, place: end) }
            end += 1
        }
        var field = CSVField(start: place, end: end)
        leave(&field, at: end)
        return field
    }

    private mutating func quoted() throws(CSVMistake) -> CSVField {
        var field = CSVField(start: place + 1, end: place + 1, isQuoted: true)
        var end = place + 1
        while true {
            while end < bytes.count, bytes[end] != .quote { end += 1 }
            if end == bytes.count { throw CSVMistake(kind: .unclosed, place: place) }
            guard end + 1 < bytes.count, bytes[end + 1] == .quote else { break }
            field.hasQuotes = true
            end += 2
        }
        field.end = end
        if end + 1 < bytes.count {
            let next = bytes[end + 1]
            guard next == separator || next == .newline || next == .return else {
                throw CSVMistake(kind: .afterQuote, place: end + 1)
            }
        }
        leave(&field, at: end + 1)
        return field
    }

    /// Goes on behind the separator or the line end at `end`.
    @inline(__always)
    private mutating func leave(_ field: inout CSVField, at end: Int) {
        place = min(end + 1, bytes.count)
        if end < bytes.count, bytes[end] == separator { return }
        field.endsRow = true
        if end + 1 < bytes.count, bytes[end] == .return, bytes[end + 1] == .newline { place += 1 }
    }

    /// The text of a field.
    func text(of field: CSVField) -> [UInt8] {
        var text = Array(bytes[field.start..<field.end])
        guard field.hasQuotes else { return text }
        var (length, index) = (0, 0)
        while index < text.count {
            text[length] = text[index]
            index += text[index] == .quote ? 2 : 1
            length += 1
        }
        text.removeLast(text.count - length)
        return text
    }
}
