// Text files that people write: on any system, with or without a byte-order mark, and with any of the three line ends.

import Foundation

/// The text of a file in UTF-8, with `\n` at the end of its lines and without a byte-order mark.
/// - Throws: `Refusal` that names the file.
public func readText(_ file: URL) throws -> String {
    guard let text = String(validating: try readData(file), as: UTF8.self) else {
        throw Refusal("\(file.path) cannot be read: it is not text in UTF-8")
    }
    return withPlainLineEnds(text)
}

/// The lines of such a file.
public func readLines(_ file: URL) throws -> [String] { lines(of: try readText(file)) }

/// The lines of a text. One that ends with a line end has an empty last line.
public func lines(of text: String) -> [String] {
    withPlainLineEnds(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

private func withPlainLineEnds(_ text: String) -> String {
    let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
}

/// A text without the whitespace around it.
public func trimmed(_ text: some StringProtocol) -> String { text.trimmingCharacters(in: .whitespaces) }
