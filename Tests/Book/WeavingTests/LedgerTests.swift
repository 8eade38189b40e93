// What chapters build by hand, read from their pages.

import Testing

@testable import Weaving

@Suite struct `The ledger` {
    private let symbols = SymbolIndex([
        ("Layers", ["Linear"]), ("Tensors", ["Tensor"]), ("Tensors", ["Tensor", "softmax(axis:)"]),
        ("Vision", ["drawn(_:)"]), ("Notebook", ["Row"]),
    ])

    private func ledger(_ pages: [String: String]) throws -> Ledger {
        let folders = Dictionary(grouping: pages) { $0.key.split(separator: "/")[0] }
        let sources = try folders.sorted { $0.key < $1.key }.map { folder, pages in
            try ChapterSource(
                folder: String(folder),
                files: pages.sorted { $0.key < $1.key }.map {
                    (String($0.key.split(separator: "/")[1]), "// # A title\n//\n// A promise.\n\n\($0.value)\n")
                })
        }
        return Ledger(sources, symbols: symbols)
    }

    @Test func `has a row for what a page declares by a name of the engine's, or sets beside it`() throws {
        let ledger = try ledger([
            "04-One/03b-Page.swift":
                "// A layer:\n\nfinal class Linear {}\n\n// Others of these names:\n\nfunc drawn() {}\n\nstruct Row {}",
            "05-Two/01-Page.swift":
                "// It equals the engine's\n// `softmax`, and uses Linear:\n\nlet y = Linear(2, 3)",
            "06-Three/Shared.swift":
                "// Both:\n\nlet z = net.softmax(axis: 1)\n\nlet text = \"Linear\"  // Linear",
        ])
        #expect(ledger.rows.map(\.name) == ["Linear", "softmax"])
        #expect(ledger.rows.map { $0.places.map(\.label) } == [["4.3b"], ["5.1"]])
        #expect(ledger.rows.map(\.users) == [[5], [6]])
        #expect(
            ledger.markdown(woven: ["ch04-03b-page"]) == """
                | the engine's | by hand in section | used in chapter |
                | :-- | :-- | :-- |
                | [`Linear`](<doc:/Layers/Linear>) | [4.3b](<doc:ch04-03b-page>) | 5 |
                | [`softmax`](<doc:/Tensors/Tensor/softmax(axis:)>) | 5.1 | 6 |
                """)
    }

    @Test(arguments: [
        ([], ""), ([3], "3"), ([1, 2], "1, 2"), ([1, 2, 3], "1–3"), ([1, 4, 5, 6, 9, 10], "1, 4–6, 9, 10"),
    ])
    func `puts chapters in a row together`(_ numbers: [Int], _ text: String) { #expect(ranges(numbers) == text) }

    @Test(arguments: [
        ("let a = Linear(2)", ["a": false, "Linear": true]),
        ("f(linear: Linear)", ["linear": false, "Linear": true, "f": true]),
        ("\"a \\\" Linear\" + y(1)", ["Linear": false, "y": true]),
        ("x // Linear\nz()", ["Linear": false, "z": true]),
        ("\"", [:]), ("", [:]), ("\"\\", [:]), ("größe()", ["größe": true]),
        ("struct Linear: Layer {}", ["Linear": false, "Layer": true]),
    ])
    func `counts words of code as uses`(_ code: String, _ expected: [String: Bool]) {
        let names = identifiers(in: code)
        for (name, isUsed) in expected { #expect(names.contains(name) == isUsed, "\(name) in \(code)") }
    }

    @Test func `is on the first page, with what is missing there`() throws {
        var book = WovenBook()
        book.sources = [try doublingSource()]
        let page = try #require(book.catalog.articles["GroundUp"])
        #expect(page.contains("Not in this book") && page.contains("- Chapter 98 · "))
        #expect(page.contains("swift run book ch98"))
    }
}
