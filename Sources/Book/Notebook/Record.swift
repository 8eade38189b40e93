// `record(…)` keeps what was measured here beside what the book reports. The two never mix: the measured number comes
// from the page, the book's is typed in, and a number that the book doesn't give stays empty.

import Foundation
import Tensors

/// Records a measured number under a name that is unique in its run, `chapter-part/what-was-measured`.
///
///     record("pixel-similarity/accuracy", accuracy, book: 0.9511)
///
/// - Parameters:
///   - book: what the book reports; nil when it gives no number.
///   - question: under `--predict` the reader answers it before the number appears.
public func record(
    _ name: String, _ measured: some BinaryFloatingPoint, book: Double? = nil, predict question: String? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let record = Record(name: name, measured: Double(measured), book: book, isCount: false)
    keep(record, question, at: SourcePlace(file: file, line: line, column: column))
}

/// Records a count.
public func record(
    _ name: String, _ measured: some BinaryInteger, book: Double? = nil, predict question: String? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let record = Record(name: name, measured: Double(measured), book: book, isCount: true)
    keep(record, question, at: SourcePlace(file: file, line: line, column: column))
}

private func keep(_ record: Record, _ question: String?, at place: SourcePlace) {
    Run.current?.keep(record)
    let book = record.book.map { " (book: \(record.shownBook($0)))" } ?? ""
    show(record.shownMeasured, .record, record.name, question, note: book, at: place)
}

extension Run {
    /// - Precondition: no record of this run has the name yet; one that has stops the program.
    fileprivate func keep(_ record: Record) {
        let isNew = with { state in
            if state.records.contains(where: { $0.name == record.name }) { return false }
            state.records.append(record)
            return true
        }
        if isNew { return }
        stop("record \"\(record.name)\"", "this run has a record of that name already", try: "a name of its own")
    }
}

/// A number that was measured, beside the book's.
public struct Record: Sendable, Hashable, Codable {
    public let name: String
    public let measured: Double
    public let book: Double?

    /// A whole number, printed without decimals.
    public let isCount: Bool
}

// MARK: Printing

// A measured number is printed with one decimal more than the book's, so that a difference in the book's last place
// can be seen; without a book's number, four decimals do.

extension Record {
    var shownMeasured: String { shown(measured) }

    func shownBook(_ book: Double) -> String {
        let decimals = decimals(of: book)
        return decimals.map { fixed(book, $0) } ?? "\(book)"
    }

    /// Measured minus book, with its sign.
    var shownDifference: String? {
        guard let book else { return nil }
        let text = shown(measured - book)
        return text.hasPrefix("-") || text == shown(0) ? text : "+" + text
    }

    private func shown(_ value: Double) -> String {
        if !value.isFinite { return "\(value)" }
        if isCount, (book ?? 0).rounded() == (book ?? 0) { return fixed(value, 0) }
        if let book { return decimals(of: book).map { fixed(value, $0 + 1) } ?? String(format: "%.3g", value) }
        return abs(value) < 0.001 && value != 0 ? String(format: "%.3g", value) : fixed(value, 4)
    }
}

/// The decimals that `number` shows when it is written out; nil when it is written with an exponent.
private func decimals(of number: Double) -> Int? {
    let text = "\(number)"
    if !text.contains(".") || text.contains("e") { return nil }
    return text.hasSuffix(".0") ? 0 : text.split(separator: ".")[1].count
}
