import Common
import Testing

@testable import Weaving

@Suite struct `Statements in Swift source` {
    @Test(arguments: [
        (["show(a)", "show(b)"], 0),
        (["show(", "    a,", "    b)", "next"], 2),
        (["let y = x", "    .map { $0 }", "    .count", "next"], 2),
        (["if a,", "   b { c }", "next"], 1),
        (["if a {", "    b", "} else {", "    c", "}", "next"], 4),
        (["let a =", "    b", "next"], 1),
        (["let a = b", "    ?? c", "next"], 1),
        (["/// Reference.", "@Test", "func f() {", "}", "next"], 3),
        (["show(\"(\")", "next"], 0),
        (["show(\"\\(f(\"}\"))\")", "next"], 0),
        (["show(#\"\\( \" [\"#)", "next"], 0),
        (["let s = \"\"\"", "    }", "    \\(x)", "    \"\"\"", "next"], 3),
        (["f()  // (", "next"], 0),
        (["f(#/\\((?!\\?)|\"/#)", "next"], 0),
        (["let r = ##/[/# (/##", "next"], 0),
        (["f(/* ) */ 1)", "next"], 0),
        (["func `a (b`() {}", "next"], 0),
        (["let y = a", "", ".b"], 0),
        (["let r = 0...", "...9"], 0),
    ])
    func `a statement ends where its brackets are closed and it does not go on`(_ lines: [String], _ end: Int) throws {
        let source = try SwiftSource(lines.joined(separator: "\n"), name: "f.swift")
        #expect(source.end(ofStatementAt: 0) == end)
    }

    @Test(arguments: ["f(", "f())", "\"\"\"", "/* a"])
    func `brackets and quotes that do not match are an error with the file's name`(_ text: String) {
        let error = #expect(throws: Refusal.self) { try SwiftSource(text, name: "f.swift") }
        #expect(error?.description.hasPrefix("f.swift: ") == true)
    }

    @Test func `prose is an own-line comment of two slashes outside strings`() throws {
        let source = try SwiftSource("// a\n/// b\nlet s = \"\"\"\n// c\n\"\"\"\nx // d", name: "f")
        #expect(source.lines.map(\.isProse) == [true, false, false, false, false, false])
        #expect(source.lines[0].prose == "a")
    }

    @Test func `text loses the indentation that its lines share`() throws {
        let source = try SwiftSource("    a {\n        b\n\n    }", name: "f")
        #expect(source.text(0...3) == "a {\n    b\n\n}")
    }
}
