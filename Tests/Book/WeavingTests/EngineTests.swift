// The engine's own pages on the site.

import Foundation
import TestSupport
import Testing

@testable import Weaving

@Suite struct `The engine's pages` {
    @Test func `tell about Swift with the results of a run`() throws {
        let engine = try Engine(root: projectFolder) { $0 == "Notebook" }
        let names = ["SwiftForPython", "SwiftForPythonFunctions", "SwiftForPythonTypes"]
        #expect(engine.concepts == names.map { "Notebook-\($0)" })
        let module = try #require(engine.modules.first { $0.name == "Notebook" })
        let articles = try names.map { name in
            let page = try #require(module.pages.first { $0.file == "\(name).swift" })
            return module.article(page, in: engine).markdown
        }
        #expect(articles[0].contains("there are sevens") && articles[0].contains("## Lists and ranges"))
        #expect(articles[1].contains("[1, 2] and [9, 2]") && articles[1].contains("func half"))
        #expect(articles[2].contains("a class is shared") && articles[2].contains("protocol Curve"))
        for article in articles {
            #expect(article.contains("| Python | Swift | gives |"))
            #expect(!article.contains("func lists") && !article.contains("extension SwiftForPython"))
            #expect(!article.contains("#hide"))
        }
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
