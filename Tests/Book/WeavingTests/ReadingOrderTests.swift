// Every page of every chapter can be read from top to bottom, and its section runs what it tells.

import Foundation
import Testing

@testable import Weaving

private let project = here.appending(path: "../../..").standardizedFileURL

@Suite struct `Pages of all chapters` {
    @Test(arguments: try! ChapterSource.folders(root: project))
    func `begin with prose, and declare nothing before prose has led to it`(_ folder: String) throws {
        let source = try ChapterSource(root: project, folder: folder)
        #expect(source.sections.flatMap(\.page.disorder) == [])
        #expect(!source.sections.isEmpty)
    }

    @Test(arguments: try! ChapterSource.folders(root: project))
    func `tell what their section runs, in its order`(_ folder: String) throws {
        let source = try ChapterSource(root: project, folder: folder)
        let listed = try source.shared.map { page in
            let file = project.appending(path: "Chapters/\(folder)/\(page.file)")
            return try String(contentsOf: file, encoding: .utf8).matches(of: /Section\(\s*"[^"]*"((?:,\s*\w+\.\w+)+)/)
                .map { $0.1.matches(of: /\.(\w+)/).map { String($0.1) } }
        }
        let told = Dictionary(grouping: source.sections, by: \.number).sorted { $0.key < $1.key }
        #expect(listed.flatMap(\.self) == told.map { $0.value.flatMap(\.page.parts) })
    }
}

@Suite struct `A page that cannot be read from top to bottom` {
    @Test func `begins with code`() throws {
        #expect(try disorder("/// F.\nfunc f() {}") == ["it begins with code", "no prose leads to f"])
    }

    @Test(arguments: [
        ("// Say why:\n\n/// F.\nfunc f() {}\n\n/// G.\nfunc g() {}", ["no prose leads to g"]),
        ("// `f` and `g` do it.\n\n/// F.\nfunc f() {}\n\n/// G.\nfunc g() {}", []),
        ("// Why.\n\nfunc f() {}\n\n// MARK: Helpers\n\nfunc g() {}", []),
        ("// Why.\n\nlet x = 1\nlet y = 2", []),
        ("// Why.\n\n/// X.\nlet x = 1\n\n/// Y.\nvar y: Int { 2 }", ["no prose leads to y"]),
    ])
    func `declares what no prose has led to`(_ text: String, _ problems: [String]) throws {
        #expect(try disorder(text) == problems)
    }

    @Test func `uses what it has not declared yet`() throws {
        #expect(
            try disorder("// Go:\n\nlet x = f(1)\n\n// Why f:\n\nfunc f() {}") == ["f is used before it is declared"])
        #expect(try disorder("// Go:\n\nlet x = ff(1)\n\n// Why f:\n\nfunc f() {}") == [])
    }

    @Test(arguments: [
        ("// P\n// #hide\nlet x = 1\nshow(x)", ["x is hidden, but used"]),
        ("// P\n// #hide\nlet x = 1\n// #hide\nshow(x)", []),
        ("// P\n// #hide\nrecord(\"a\", 1)", ["a record is hidden"]),
    ])
    func `hides what its reader needs`(_ text: String, _ problems: [String]) throws {
        #expect(try disorder(text) == problems)
    }

    @Test(arguments: ["// P\n// #hide\n\nf()", "// P\nif x {\n    // #hide\n    f()\n}"])
    func `has a mark that hides nothing`(_ text: String) throws {
        #expect(try disorder(text).count == 1)
    }

    private func disorder(_ text: String) throws -> [String] {
        let page = try SourceReader("// # Title\n//\n// Section 1.1 · A promise.\n\n" + text, file: "f").page(
            story: true)
        return page.disorder.map { String($0.dropFirst("f: ".count)) }
    }
}
