// Text in columns.

import Foundation

/// Every line of a text moved to the right.
public func indented(_ text: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
}

/// A text broken between words, so that no line is longer than `columns` unless a single word is.
public func wrapped(_ text: String, to columns: Int = 96) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var lines = [""]
        for word in line.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= columns {
                lines[lines.count - 1] += " \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }.joined(separator: "\n")
}

/// A text made `columns` wide by blanks at its end.
public func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
}

/// A number flush right in `columns` columns.
public func right(_ number: Int, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - "\(number)".count)) + "\(number)"
}

/// "1 hint", "3 hints".
public func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Prints at once, also into a pipe, where `print` waits until there is more.
public func say(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

/// Says on standard error what the reader should know, if there is something.
public func warn(_ text: String?) {
    if let text { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
