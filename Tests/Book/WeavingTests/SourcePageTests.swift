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

    @Test func `several methods and what is between them are told in the order of the file`() throws {
        let page = try page(
            """
            // Why f.

            /// F.
            func f() {}

            extension A {
                func a() {
                    // P
                    f()
                }
            }

            // Why g.
            func g() {}

            extension A {
                func b() {
                    g()
                    // Q
                }

                // Why h.

                /// H.
                func h(_ x: Int) {}

                @Sendable
                func c() throws {
                    // R
                }
            }
            """)
        #expect(
            page.shown == [
                "prose: Why f.", "code: /// F.\nfunc f() {}", "prose: P", "code: f()", "prose: Why g.",
                "code: func g() {}", "code: g()", "prose: Q", "prose: Why h.",
                "code: /// H.\nfunc h(_ x: Int) {}", "prose: R",
            ])
        #expect(page.parts == ["a", "b", "c"])
        let joints = page.pieces.compactMap { if case .code(let code) = $0 { code.joint } else { nil } }
        #expect(joints[3] == .none, "a part begins a cell of its own")
    }

    @Test(arguments: ["private func h()", "func h(_ x: Int)", "func h() -> Int", "var h: Int"])
    func `what the chapter cannot run as a part stays whole`(_ head: String) throws {
        let page = try page(extensionA("func a() {\n// P\nf()\n}\n\n// MARK: Helpers\n\n\(head) {\n// Q\nf()\n}"))
        #expect(
            page.shown == ["prose: P", "code: f()", "heading: Helpers", "code: \(head) {\n    // Q\n    f()\n}"])
    }

    @Test func `an extension without a section in it stays whole`() throws {
        let page = try page(extensionA("func h() -> Int {\nf()\n}"))
        #expect(page.shown.count == 1 && page.shown[0].hasPrefix("code: extension A {"))
    }

    @Test func `a statement under the mark is hidden, and prose ends above the mark`() throws {
        let page = try page(extensionA("func a() {\n// P\n// #hide\nif x {\nf()\n}\ng()\n}"))
        #expect(page.shown == ["prose: P", "hidden: if x {\n    f()\n}", "code: g()"])
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

    /// An extension of A with these members, indented.
    private func extensionA(_ members: String) -> String {
        var depth = 1
        let lines = members.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if line.hasPrefix("}") { depth -= 1 }
            defer { if line.hasSuffix("{") { depth += 1 } }
            return line.isEmpty ? "" : String(repeating: "    ", count: depth) + line
        }
        return "extension A {\n" + lines.joined(separator: "\n") + "\n}"
    }
}

extension SourcePage {
    fileprivate var shown: [String] {
        pieces.map { piece in
            switch piece {
            case .heading(let text): "heading: " + text
            case .prose(let text): "prose: " + text
            case .code(let code): (code.isHidden ? "hidden: " : "code: ") + code.text
            }
        }
    }
}
