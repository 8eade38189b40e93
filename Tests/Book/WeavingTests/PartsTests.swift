// The parts that pages are made of: links, tables, anchors.

import Figures
import Testing

@testable import Notebook
@testable import Weaving

@Suite struct `Names in prose` {
    private let symbols = SymbolIndex([
        ("Training", ["DataLoader"]), ("Tensors", ["Tensor"]), ("Tensors", ["Tensor", "sum()"]),
        ("Tensors", ["Tensor", "sum(axes:)"]), ("Tensors", ["Tensor", "at(_:)"]), ("Tensors", ["Tensor", "mean(_:)"]),
        ("Tensors", ["Tensor", "mean(_:)"]), ("Training", ["DataLoader", "count"]), ("Kernels", ["map(_:)"]),
    ])

    @Test(arguments: [
        ("a `DataLoader`.", "a [`DataLoader`](<doc:/Training/DataLoader>)."),
        (
            "`sum` and `sum(axes:)`",
            "[`sum`](<doc:/Tensors/Tensor/sum()>) and [`sum(axes:)`](<doc:/Tensors/Tensor/sum(axes:)>)"
        ),
        ("`mean`, overloaded", "`mean`, overloaded"), ("`count` of no Tensor", "`count` of no Tensor"),
        ("`map` is Swift's", "`map` is Swift's"), ("DataLoader", "DataLoader"),
        ("[`DataLoader`](x)", "[`DataLoader`](x)"), ("``DataLoader``", "``DataLoader``"),
        ("```\n`DataLoader`\n```", "```\n`DataLoader`\n```"), ("# `DataLoader`", "# `DataLoader`"),
    ])
    func `become links when there is one declaration to lead to`(_ prose: String, _ linked: String) {
        #expect(Links(symbols: symbols).linked(prose, on: "page") == linked)
    }

    @Test func `lead to the chapter's own page first, but not from that page itself`() {
        let links = Links(symbols: symbols, declarations: ["DataLoader": "ch04-1-a"])
        #expect(links.linked("`DataLoader`", on: "other") == "[`DataLoader`](<doc:ch04-1-a>)")
        #expect(links.linked("`DataLoader`", on: "ch04-1-a") == "`DataLoader`")
    }
}

@Suite struct `Tables` {
    private let table = TableData(
        titles: ["name", "value"], rows: [["a b", "1.50"], ["c | *d*", "2.5"], ["", "-"]])

    @Test func `keep numbers to the right, and nothing in them is taken for markup`() {
        #expect(
            table.escapedMarkdown == """
                | name | value |
                | :-- | --: |
                | a b | 1.50 |
                | c \\| \\*d\\* | 2.5 |
                |  | - |
                """)
    }

    @Test(arguments: [
        ("d[1...]", #"d\[1\.\.\.\]"#), ("f\"x\"", #"f\"x\""#), ("swift run --seed 7", #"swift run \-\-seed 7"#),
        ("a..<b, 1.5 - 2", #"a..\<b, 1.5 - 2"#),
    ])
    func `keep code as it is written`(_ text: String, _ markdown: String) { #expect(escaped(text) == markdown) }

    @Test func `are set as tables if they are short, else as their text`() {
        let long = TableData(titles: ["epoch"], rows: (0..<13).map { ["\($0)"] })
        var article = Article("a", "A")
        article.add([cell(table, "short"), cell(long, "long")], links: Links(), figurePrefix: "")
        #expect(article.body == ["*Two*", table.escapedMarkdown, "*Two*", "```\nlong\n```"])
    }

    private func cell(_ table: TableData, _ text: String) -> WovenPage.Block {
        let output = Output(
            kind: .table, text: text, table: table, caption: "Two", figureFile: nil, question: nil, section: 1,
            order: 0,
            place: SourcePlace(file: "f", line: 1, column: 1))
        return .cell(Cell(code: "", asked: "", lines: [], outputs: [output]))
    }
}

@Suite struct `Anchors` {
    @Test(arguments: [
        ("Question 4.12", "Question-412"), ("Exercise 4.1: Odd numbers, doubled", "Exercise-41-Odd-numbers-doubled"),
        ("Mini-batches – why?", "Mini-batches-why"),
        ("4.11: What −1 stands for", "411-What-%E2%88%921-stands-for"),
    ])
    func `are DocC's own`(_ heading: String, _ anchor: String) { #expect(docAnchor(heading) == anchor) }
}
