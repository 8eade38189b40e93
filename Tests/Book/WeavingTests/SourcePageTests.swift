// A page out of a source file: what is prose, what is code, and what is scaffolding.

import Testing

@testable import Weaving

@Suite struct `Pages of source` {
    @Test func `the first line is the title, and imports are set aside`() throws {
        let page = try page("// # Title\n//\n// Text.\n\nimport A\nimport B\n\nlet x = 1")
        #expect(page.title == "Title")
        #expect(page.imports == ["A", "B"])
        #expect(page.shown == ["prose: Text.", "code: let x = 1"])
    }

    @Test func `a section's method is taken out of its scaffolding`() throws {
        let page = try page("extension A {\n    func a() throws {\n        // P\n        b()\n\n        c()\n    }\n}")
        #expect(page.shown == ["prose: P", "code: b()", "code: c()"])
        guard case .code(let code)? = page.pieces.last else { return #expect(Bool(false)) }
        #expect(code.lines == 6...6 && code.joint == .gap)
    }

    @Test func `a helper with prose is told where it is called, its arguments bound to its own names`() throws {
        let page = try page(story(calling: "try h(p, key: q[1], same)", "h(_ a: Int, key b: Int, _ same: Int)"))
        #expect(page.shown == ["code: start()", "prose: P", "code: let (a, b) = (p, q[1])\nf(a)", "code: end()"])
    }

    @Test func `nothing is bound when the names are the same`() throws {
        let page = try page(story(calling: "h(a, &b)", "h(_ a: Int, _ b: inout Int)"))
        #expect(page.shown == ["code: start()", "prose: P", "code: f(a)", "code: end()"])
    }

    @Test(arguments: [
        ("h(a, &c)", "h(_ a: Int, _ b: inout Int)"), ("h(a)", "h(_ a: Int, b: Int = 1)"),
        ("let y = h(a)", "h(_ a: Int)"),
    ])
    func `a helper that cannot be told in place stays whole, below`(_ call: String, _ head: String) throws {
        let page = try page(story(calling: call, head))
        #expect(page.shown.dropLast() == ["code: start()", "code: \(call)", "code: end()", "heading: Helpers"])
        #expect(page.shown.last?.hasPrefix("code: private func \(head) {\n    // P") == true)
    }

    @Test func `a helper without prose stays whole with its reference`() throws {
        let page = try page(
            "extension A {\n    func a() {\n        // P\n        h()\n    }\n\n    /// H.\n    func h() {\n        f()\n    }\n}"
        )
        #expect(page.shown == ["prose: P", "code: h()", "heading: Helpers", "code: /// H.\nfunc h() {\n    f()\n}"])
    }

    @Test func `comments inside a statement stay in its code`() throws {
        let page = try page(
            "extension A {\n    func a() {\n        for x in y {\n            // why\n            f(x)\n        }\n    }\n}"
        )
        #expect(page.shown == ["code: for x in y {\n    // why\n    f(x)\n}"])
    }

    @Test func `a mark is a heading, and indented prose is a block of code`() throws {
        let page = try page("// MARK: Leaves\n\n// a:\n//\n//     b\n//       c\n//\n// d")
        #expect(page.shown == ["heading: Leaves", "prose: a:\n\n```text\nb\n  c\n```\n\nd"])
    }

    @Test func `without a story everything stays whole`() throws {
        let reader = try SourceReader(
            "extension A {\n    func a() {\n        // P\n        b()\n    }\n}", file: "f.swift")
        #expect(reader.page(story: false).pieces.count == 1)
    }

    private func page(_ text: String) throws -> SourcePage { try SourceReader(text, file: "f.swift").page(story: true) }

    private func story(calling call: String, _ head: String) -> String {
        "extension A {\n    func a() {\n        start()\n        \(call)\n        end()\n    }\n\n"
            + "    private func \(head) {\n        // P\n        f(a)\n    }\n}"
    }
}

extension SourcePage {
    fileprivate var shown: [String] {
        pieces.map { piece in
            switch piece {
            case .heading(let text): "heading: " + text
            case .prose(let text): "prose: " + text
            case .code(let code): "code: " + code.text
            }
        }
    }
}
