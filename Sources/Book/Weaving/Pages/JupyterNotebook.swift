// A chapter as a Jupyter notebook, nbformat 4.5: a file of JSON that most viewers of notebooks can show, outputs and
// pictures included. https://nbformat.readthedocs.io

import Foundation
import Notebook

/// The contents of a notebook file.
struct JupyterNotebook: Encodable {
    var cells: [NotebookCell] = []
    let metadata = Metadata()
    let nbformat = 4
    let nbformat_minor = 5

    struct Metadata: Encodable {
        let kernelspec = ["display_name": "Swift", "language": "swift", "name": "swift"]
        let language_info = [
            "name": "swift", "file_extension": ".swift", "mimetype": "text/x-swift", "pygments_lexer": "swift",
        ]
    }

    /// The file, the same bytes for the same book.
    func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }

    mutating func add(markdown: String) {
        cells.append(NotebookCell(id: nextID, cell_type: "markdown", source: markdown))
    }

    mutating func add(code: String, outputs: [NotebookOutput], turn: Int?) {
        cells.append(NotebookCell(id: nextID, cell_type: "code", source: code, outputs: outputs, execution_count: turn))
    }

    private var nextID: String { "cell-\(cells.count + 1)" }
}

/// A cell: prose, or code with its outputs.
struct NotebookCell: Encodable {
    let id: String
    let cell_type: String
    let source: String
    var outputs: [NotebookOutput]?
    var execution_count: Int?

    private enum Key: CodingKey { case id, cell_type, metadata, source, outputs, execution_count }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(cell_type, forKey: .cell_type)
        // A hidden statement leaves only its outputs; JupyterLab then hides the empty input as well.
        let isHidden = cell_type == "code" && source.isEmpty
        try container.encode(isHidden ? ["jupyter": ["source_hidden": true]] : [:], forKey: .metadata)
        try container.encode(lines(of: source), forKey: .source)
        guard let outputs else { return }
        try container.encode(outputs, forKey: .outputs)
        try container.encode(execution_count, forKey: .execution_count)  // null, not left out, before it ran
    }
}

/// Something shown: by MIME type, as printed text or as a picture with its caption.
enum NotebookOutput: Encodable {
    case printed(String)
    case displayed([String: String])

    private enum Key: CodingKey { case output_type, name, text, data, metadata }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .printed(let text):
            try container.encode("stream", forKey: .output_type)
            try container.encode("stdout", forKey: .name)
            try container.encode(lines(of: text + "\n"), forKey: .text)
        case .displayed(let data):
            try container.encode("display_data", forKey: .output_type)
            try container.encode(data.mapValues { lines(of: $0) }, forKey: .data)
            try container.encode([String: String](), forKey: .metadata)
        }
    }
}

/// A text as notebooks keep it: lines, each with its line break.
private func lines(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (lines.dropLast().map { $0 + "\n" } + [lines.last ?? ""]).filter { !$0.isEmpty }
}
