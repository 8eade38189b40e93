// A measured number is printed with one decimal more than the book's, so that a difference in the book's last place
// can be seen, and with as many as its spread over the seeds needs. (The book's 1.0000 is 1 by the time that it gets
// here.) Without a book's number, four decimals do.

import Common
import Foundation

extension Record {
    var shownMeasured: String { shown(measured) }

    var shownDeviation: String? { deviation.map(shown) }

    var shownBook: String? {
        book.map { book in decimals(of: book).map { fixed(book, $0) } ?? "\(book)" }
    }

    /// Measured minus book, with its sign; nil without a book's number, on other data, and at the quick size.
    var shownDifference: String? {
        guard let book, isComparable else { return nil }
        let text = shown(measured - book)
        return text.hasPrefix("-") || text == shown(0) ? text : "+" + text
    }

    /// `0.9612 ± 0.0012 over 5 seeds (book: 0.9785; differs: shuffled)`
    var sentence: String {
        let spread = shownDeviation.map { " ± \($0) over \(values.count) seeds" } ?? ""
        let notes = [shownBook.map { "book: " + $0 }, differs.map { "differs: " + $0 }].compactMap { $0 }
        return shownMeasured + spread + (notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")")
    }

    private func shown(_ value: Double) -> String {
        if !value.isFinite { return "\(value)" }
        if isCount, (book ?? 0).rounded() == (book ?? 0) { return fixed(value, 0) }
        if let book {
            return decimals(of: book).map { fixed(value, max($0 + 1, decimalsOfSpread)) }
                ?? String(format: "%.3g", value)
        }
        return abs(value) < 0.001 && value != 0 ? String(format: "%.3g", value) : fixed(value, 4)
    }

    /// The decimals that show two digits of the deviation, up to six.
    private var decimalsOfSpread: Int {
        guard let deviation, deviation > 0, deviation.isFinite else { return 0 }
        return min(6, max(0, 1 - Int(log10(deviation).rounded(.down))))
    }
}

/// The decimals that `number` shows when it is written out; nil when it is written with an exponent.
private func decimals(of number: Double) -> Int? {
    let text = "\(number)"
    if !text.contains(".") || text.contains("e") { return nil }
    return text.hasSuffix(".0") ? 0 : text.split(separator: ".")[1].count
}
