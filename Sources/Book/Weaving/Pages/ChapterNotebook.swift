// A chapter's pages in one notebook: prose, cells and outputs, or, stripped, headings and cells alone.

import Foundation
import Notebook

extension WovenChapter {
    /// The notebook's file.
    /// - Parameter stripped: without prose and outputs, for readers who want to predict before they see.
    public func notebook(stripped: Bool = false) throws -> Data {
        var notebook = JupyterNotebook()
        notebook.add(markdown: "# Chapter \(number) · \(title)\n\n" + (stripped ? predictHint : preface))
        notebook.add(code: imports, outputs: [], turn: stripped ? nil : 1)
        var turn = 1
        for section in sections {
            notebook.add(markdown: "## \(label(section)) · \(section.page.title)")
            if !stripped { notebook.add(markdown: section.page.promise) }
            for block in stripped ? section.page.stripped : section.page.story {
                switch block {
                case .heading(let text): notebook.add(markdown: "### " + text)
                case .prose(let text): notebook.add(markdown: text)
                case .cell(let cell):
                    turn += 1
                    let outputs = try cell.shown.map { try output($0) }
                    notebook.add(code: cell.code, outputs: outputs, turn: stripped ? nil : turn)
                }
            }
        }
        if !stripped, let results = report.results() {
            notebook.add(markdown: "## What was measured\n\n" + results)
        }
        return try notebook.data()
    }

    /// The stripped edition as plain Markdown.
    public var strippedMarkdown: String {
        var blocks = ["# Chapter \(number) · \(title)", predictHint, "```swift\n\(imports)\n```"]
        for section in sections {
            blocks.append("## \(label(section)) · \(section.page.title)")
            blocks += section.page.stripped.map { block in
                switch block {
                case .heading(let text), .prose(let text): "### " + text
                case .cell(let cell): "```swift\n\(cell.code)\n```"
                }
            }
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var predictHint: String { "Predict before you run: say what each cell will show, then look." }

    /// The opening page's prose, and where the outputs come from.
    private var preface: String {
        ((shared.first?.introduction ?? []) + [Self.howCodeIsCut, "*\(report.provenance)*"]).joined(separator: "\n\n")
    }

    /// All modules that the chapter's pages import, once.
    private var imports: String {
        let names = Set((sections.map(\.page) + shared).flatMap(\.source.imports)).sorted()
        return names.map { "import \($0)" }.joined(separator: "\n")
    }

    private func output(_ shown: Shown) throws -> NotebookOutput {
        switch shown {
        case .text(let text): return .printed(text)
        case .table(let caption, let table, let text):
            let plain = caption.isEmpty ? text : caption + ":\n" + text
            if !table.isShort { return .printed(plain) }
            let title = caption.isEmpty ? "" : "*\(escaped(caption))*\n\n"
            return .displayed(["text/markdown": title + table.escapedMarkdown, "text/plain": plain])
        case .figure(let caption, let file):
            let data = try Data(contentsOf: figures.appending(path: file))
            let isPNG = file.hasSuffix(".png")
            let picture = isPNG ? data.base64EncodedString() : String(decoding: data, as: UTF8.self)
            return .displayed([
                isPNG ? "image/png" : "image/svg+xml": picture, "text/plain": caption.isEmpty ? file : caption,
            ])
        }
    }
}
