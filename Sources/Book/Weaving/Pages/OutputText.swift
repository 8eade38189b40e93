// What a cell has shown, as the terminal showed it: line below line, until a picture or a table comes.

import Common
import Figures
import Notebook

/// Outputs that are set together.
enum Shown: Equatable {
    /// Lines of text, in the terminal's own layout.
    case text(String)
    /// A table, and its text in the terminal's own layout.
    case table(caption: String, TableData, text: String)
    case figure(caption: String, file: String)
}

extension Cell {
    /// The outputs, with texts that follow one another put together.
    var shown: [Shown] {
        outputs.reduce(into: []) { result, output in
            switch output.kind {
            case .figure: result.append(.figure(caption: output.caption, file: output.figureFile ?? ""))
            case .table where output.table != nil:
                result.append(.table(caption: output.caption, output.table!, text: output.text))
            case .text, .value, .record, .table:
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
        let text = kind == .text ? wrapped(text, to: 88) : text
        if caption.isEmpty { return text }
        return caption + (text.contains("\n") ? ":\n" : ": ") + text
    }
}
