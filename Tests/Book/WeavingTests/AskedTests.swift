// Predictions in the code of a page that must not tell their answers.

import TestSupport
import Testing

@testable import Weaving

@Suite struct `Code that only asks` {
    @Test(arguments: [
        ("show(n, ask: \"How many?\")", "// How many?\nshow(n)"),
        ("show(n, predict: .count(\"How many?\", 3))", "// How many?\nshow(n)"),
        ("show(n, predict: .count(\"How many?\", 3), file: f)", "// How many?\nshow(n, file: f)"),
        ("show(ask: \"How many?\", n)", "// How many?\nshow(n)"),
        (
            "show(a[0, 1], predict: .choice(\"\\(n), or ]?\", [\"(\", \"b\"], answer: s[0]))",
            "// \\(n), or ]?\nshow(a[0, 1])"
        ),
        ("show(n, predict: .yesNo(question, false))", "show(n)"),
        ("    show(\n        n,\n        ask: \"A \\\"b\\\"?\"\n    )", "    // A \"b\"?\n    show(\n        n\n    )"),
        ("f(1)\nif x { show(n, ask: \"N?\") }", "f(1)\n// N?\nif x { show(n) }"),
        ("show(n, ask: \"N?\")\nshow(m, ask: \"M?\")", "// N?\nshow(n)\n// M?\nshow(m)"),
        ("show(\"a, ask: b\")  // (ask: c)", "show(\"a, ask: b\")  // (ask: c)"),
        ("let d: [String: Int] = [ask: 1]", "let d: [String: Int] = [ask: 1]"),
    ])
    func `has the question above the call`(_ code: String, _ asked: String) {
        #expect(withQuestions(code, from: 1, asked: [:]) == asked)
    }

    @Test(arguments: [
        (#"show(x, predict: .count("How many?", f(n, ask: "Or?")))"#, "// How many?\nshow(x)"),
        (#"show(ask: "How many?", predict: .count("Or?", 3))"#, "// How many?\n// Or?\nshow()"),
        ("f(x, predict: .count(\n    \"How many?\", 3)); g(y, ask: \"Or?\")", "// How many?\n// Or?\nf(x); g(y)"),
    ])
    func `predictions that share characters are taken out once`(_ code: String, _ asked: String) {
        #expect(withQuestions(code, from: 1, asked: [:]) == asked)
    }

    @Test func `has the question as the run asked it`() {
        let code = "let q = f()\nshow(n, ask: q)"
        #expect(
            withQuestions(code, from: 7, asked: [8: ["Is it 3?", "Is it 4?"]])
                == "let q = f()\n// Is it 3?\n// Is it 4?\nshow(n)")
    }

    @Test(arguments: try! ChapterSource.folders(root: projectFolder))
    func `stays whole on all pages`(_ folder: String) throws {
        let source = try ChapterSource(root: projectFolder, folder: folder)
        for page in source.sections.map(\.page) {
            for case .cell(let cell) in WovenPage(page, outputs: []).stripped {
                #expect(!cell.code.contains(#/\b(predict|ask|answer):/#), "\(page.file)")
                _ = try SwiftSource(cell.code, name: page.file)
            }
        }
    }
}
