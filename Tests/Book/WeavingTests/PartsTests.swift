// The parts that pages are made of: links, tables, anchors.

import Testing

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

@Suite struct `Tables in text` {
    @Test func `become tables again`() {
        let text = "name      value\n────────  ─────\na b        1.50\nc | d       2.5\n              -"
        #expect(
            TableText(text)?.markdown == """
                | name | value |
                | :--- | :--- |
                | a b | 1.50 |
                | c \\| d | 2.5 |
                |  | - |
                """)
    }

    @Test func `of epochs have no rule, and numbers go to the right`() {
        let table = TableText("epoch      loss   time\n    0  0.636857  00:01")
        #expect(table?.columns.map(\.isNumeric) == [true, true, true])
        #expect(table?.rows == [["0", "0.636857", "00:01"]])
    }

    @Test(arguments: ["one line", "a b\nc", "a   b\n─  ─\nover the gap"])
    func `that are none stay text`(_ text: String) { #expect(TableText(text) == nil) }
}

@Suite struct `Anchors` {
    @Test(arguments: [
        ("4.12", "412"), ("4.1: Odd numbers, doubled", "41-Odd-numbers-doubled"),
        ("Mini-batches – why?", "Mini-batches-why"),
        ("4.11: What −1 stands for", "411-What-%E2%88%921-stands-for"),
    ])
    func `are DocC's own`(_ heading: String, _ anchor: String) { #expect(docAnchor(heading) == anchor) }
}
