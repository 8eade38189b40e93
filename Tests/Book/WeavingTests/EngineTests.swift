// The engine's own pages on the site.

import Foundation
import TestSupport
import Testing

@testable import Weaving

@Suite struct `The engine's pages` {
    @Test func `tell about Swift with the results of a run`() throws {
        let engine = try Engine(root: projectFolder) { $0 == "Notebook" }
        #expect(engine.concepts == ["Notebook-SwiftForPython"])
        let module = try #require(engine.modules.first { $0.name == "Notebook" })
        let page = try #require(module.pages.first { $0.file == "SwiftForPython.swift" })
        let article = module.article(page, in: engine).markdown
        #expect(article.contains("| Python | Swift | gives |"))
        #expect(article.contains("[1, 2] and [9, 2]") && article.contains("## Lists and ranges"))
        #expect(!article.contains("func lists") && !article.contains("#hide"))
    }

    @Test func `are linked to by the names of their files`() throws {
        let engine = try Engine(root: projectFolder) { $0 == "Notebook" }
        let links = Links(declarations: engine.articlesByFile)
        #expect(
            links.linked("see `SwiftForPython.swift`", on: "ch04-01-pixels")
                == "see [`SwiftForPython.swift`](<doc:Notebook-SwiftForPython>)")
        #expect(links.linked("`SwiftForPython.swift`", on: "Notebook-SwiftForPython") == "`SwiftForPython.swift`")
    }
}
