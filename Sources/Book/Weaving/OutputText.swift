// What a cell has shown, as the terminal showed it: line below line, until a picture or a table comes.

import Notebook

/// Outputs that stand together.
enum Shown: Equatable {
    /// Lines of text, in the terminal's own layout.
    case text(String)
    case table(caption: String, text: String)
    case figure(caption: String, file: String)
}

extension Cell {
    /// The outputs, with texts that follow one another put together.
    var shown: [Shown] {
        outputs.reduce(into: []) { result, output in
            switch output.kind {
            case .figure: result.append(.figure(caption: output.caption, file: output.figureFile ?? ""))
            case .table: result.append(.table(caption: output.caption, text: output.text))
            case .text, .value, .record:
                if case .text(let above)? = result.last {
                    result[result.count - 1] = .text(above + "\n" + output.lines)
                } else {
                    result.append(.text(output.lines))
                }
            }
        }
    }
}

extension Output {
    /// The caption before a short text, above a long one; sentences broken into lines that fit a page.
    fileprivate var lines: String {
        let text = kind == .text ? wrapped(text, 88) : text
        if caption.isEmpty { return text }
        return caption + (text.contains("\n") ? ":\n" : ": ") + text
    }
}

/// Breaks between words; line breaks of the text itself stay.
private func wrapped(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if line.count <= width { return String(line) }
        return line.split(separator: " ").reduce(into: [""]) { lines, word in
            let longer = lines[lines.count - 1].isEmpty ? String(word) : lines[lines.count - 1] + " " + word
            if longer.count <= width || lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }.joined(separator: "\n")
    }.joined(separator: "\n")
}
