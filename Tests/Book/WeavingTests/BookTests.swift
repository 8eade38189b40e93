// The finished things: catalog, site, notebooks.

import Common
import Foundation
import TestSupport
import Testing

@testable import Weaving

@Suite struct `The book` {
    @Test func `has a page for everything that a chapter has`() throws {
        let catalog = try withFolder { try doublingCatalog(out: $0) }
        #expect(
            Set(catalog.articles.keys) == [
                "GroundUp", "ch98", "ch98-01-numbers", "ch98-shared", "ch98-answers", "ch98-exercises", "ch98-predict",
            ])
        #expect(Array(catalog.pictures.keys) == ["ch98-01-01-twice-as-steep.svg"])
    }

    @Test func `says on its chapter's page what was measured, asked, and left to do`() throws {
        let page = try #require(withFolder { try doublingCatalog(out: $0) }.articles["ch98"])
        #expect(page.contains("Measured on small numbers; the book's numbers are for the book's numbers."))
        #expect(page.contains("| doubling/one | 2 | 2 |"))
        #expect(
            page.contains("Question 98.1 · What is twice one? [Answer](<doc:ch98-answers#Question-981>)")
                && !page.contains("Two, says"))
        #expect(page.contains("- [Exercise 98.1: Halve it](<doc:ch98-exercises#Exercise-981-Halve-it>)"))
        #expect(page.contains(/Woven from a run on small numbers with seed 21, on \d{4}-\d\d-\d\d\./))
    }

    @Test func `leads from its chapter's page to the sections first, and to the measurements last`() throws {
        let page = try #require(withFolder { try doublingCatalog(out: $0) }.articles["ch98"])
        let order = [
            "cut out of functions", "## Sections", "<doc:ch98-01-numbers>", "## Questions", "## Exercises",
            "## What was measured",
        ]
        let places = order.map { page.firstRange(of: $0)?.lowerBound }
        #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test func `has on each page what was measured there`() throws {
        let chapter = try withFolder { try doubling(out: $0) }
        #expect(chapter.sections[0].page.recordNames == ["doubling/one"])
        #expect(chapter.report.results(of: ["doubling/one"])?.contains("| doubling/one | 2 | 2 |") == true)
        #expect(chapter.report.results(of: []) == nil)
    }

    @Test func `tells a long section on several pages, in the order of their letters`() throws {
        let names = ["01c-Third.swift", "02-Next.swift", "01b-Second.swift", "01-First.swift"]
        let source = try ChapterSource(
            folder: "98-Doubling", files: names.map { ($0, "// # \($0)\n//\n// Section 98.1 · A promise.\n") })
        #expect(source.sections.map(\.number) == [1, 1, 1, 2])
        #expect(
            source.sections.map(\.page.file) == [
                "01-First.swift", "01b-Second.swift", "01c-Third.swift", "02-Next.swift",
            ])
    }

    @Test func `has the same pages when its files come from Windows`() throws {
        let (name, folder) = ("01-Numbers.swift", projectFolder.appending(path: "Tests/SmallBook/Chapters/98-Doubling"))
        let text = try readText(folder.appending(path: name))
        let pages = try [text, "\u{FEFF}" + text.replacing("\n", with: "\r\n")].map { text in
            try withFolder { root in
                let chapter = root.appending(path: "Chapters/98-Doubling")
                try FileManager.default.createDirectory(at: chapter, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: chapter.appending(path: name))
                return try ChapterSource(root: root, folder: "98-Doubling").sections.map(\.page)
            }
        }
        #expect(pages[0][0].pieces.count > 5 && pages[0] == pages[1])
    }

    @Test func `has a stripped page of headings and code alone`() throws {
        let page = try #require(withFolder { try doublingCatalog(out: $0) }.articles["ch98-predict"])
        #expect(
            page.contains("## Section 98.1 · Numbers, doubled") && page.contains("show(doubled, \"the seed, doubled\")")
        )
        #expect(!page.contains("To *double*") && !page.contains("42") && !page.contains("no others"))
        #expect(page.contains("What it shows: <doc:ch98-01-numbers>"))
    }

    @Test func `asks on the stripped page what the run asked, and does not tell the answers`() throws {
        let chapter = try withFolder { try doubling(out: $0) }
        let page = try #require(withFolder { try doublingCatalog(out: $0) }.articles["ch98-predict"])
        let notebook = try withFolder { try doubling(out: $0).notebook(stripped: true) }
        for text in [page, chapter.strippedMarkdown, String(decoding: notebook, as: UTF8.self)] {
            #expect(text.contains("// How steep is y = 2x, beside y = x?") && text.contains("// What is twice one?"))
            #expect(!text.contains("predict:") && !text.contains("ask:") && !text.contains("answer:"))
        }
        #expect(
            page.contains(
                """
                // How steep is y = 2x, beside y = x?
                show(
                    curve(to: 4), "Twice as steep")
                """))
        #expect(page.contains("// What is twice one?\nrecord(\"doubling/one\", twice(1), book: 2)"))
    }

    @Test func `becomes a site without a broken link`() throws {
        try withFolder { folder in
            var book = WovenBook()
            book.chapters = [try doubling(out: folder.appending(path: "figures"))]
            let toolchain = Toolchain(root: here, programs: folder)
            let work = folder.appending(path: "work")
            let site = try SiteBuilder(toolchain: toolchain).build(book, in: work)
            let page = site.appending(path: "data/documentation/groundup/ch98-01-numbers.json")
            #expect(try LinkCheck(site: site).problems() == [])
            #expect(try String(contentsOf: page, encoding: .utf8).contains("the seed, doubled: 42"))
            try FileManager.default.removeItem(
                at: site.appending(path: "data/documentation/groundup/ch98-answers.json"))
            let problems = try LinkCheck(site: site).problems()
            #expect(
                problems.contains {
                    $0.contains("ch98-answers leads to no page")
                        || $0.contains("ch98-answers#Question-981 leads to no page")
                })
        }
    }
}

@Suite struct `A chapter's notebook` {
    @Test func `is JSON of nbformat 4.5 with outputs and pictures inside`() throws {
        let notebook = try notebook(stripped: false)
        #expect(notebook["nbformat"] as? Int == 4 && notebook["nbformat_minor"] as? Int == 5)
        let cells = try #require(notebook["cells"] as? [[String: Any]])
        #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
        #expect((cells.first?["source"] as? [String])?.joined().contains("cut out of functions") == true)
        let outputs = cells.flatMap { $0["outputs"] as? [[String: Any]] ?? [] }
        #expect(outputs.contains { ($0["text"] as? [String])?.first == "the seed, doubled: 42\n" })
        #expect(outputs.contains { ($0["data"] as? [String: Any])?.keys.sorted() == ["image/svg+xml", "text/plain"] })
    }

    @Test func `numbers its cells in the order of the run`() throws {
        let cells = try #require(notebook(stripped: false)["cells"] as? [[String: Any]])
        let turns = cells.compactMap { $0["execution_count"] as? Int }
        #expect(turns == Array(1...turns.count))
    }

    @Test func `has only the outputs of a hidden statement`() throws {
        let cells = try #require(notebook(stripped: false)["cells"] as? [[String: Any]])
        let hidden = cells.filter {
            $0["cell_type"] as? String == "code" && ($0["source"] as? [String])?.isEmpty == true
        }
        #expect(hidden.count == 1)
        let outputs = hidden.first?["outputs"] as? [[String: Any]] ?? []
        #expect(outputs.map { $0["text"] as? [String] } == [["There are no others here.\n"]])
        let metadata = hidden.first?["metadata"] as? [String: [String: Bool]]
        #expect(metadata == ["jupyter": ["source_hidden": true]])
    }

    @Test func `sets a table as a table`() throws {
        let cells = try #require(notebook(stripped: false)["cells"] as? [[String: Any]])
        let shown = cells.flatMap { $0["outputs"] as? [[String: Any]] ?? [] }.compactMap {
            $0["data"] as? [String: Any]
        }
        let markdown = shown.compactMap { ($0["text/markdown"] as? [String])?.joined() }
        #expect(markdown == ["*Doubles*\n\n| x | twice \\| x |\n| --: | --: |\n| 1 | 2 |\n| 2 | 4 |"])
    }

    @Test func `has no prose and no outputs when stripped`() throws {
        let cells = try #require(notebook(stripped: true)["cells"] as? [[String: Any]])
        #expect(cells.allSatisfy { ($0["outputs"] as? [Any])?.isEmpty ?? true })
        let markdown = cells.filter { $0["cell_type"] as? String == "markdown" }.flatMap {
            $0["source"] as? [String] ?? []
        }
        #expect(
            markdown.joined() == """
                # Chapter 98 · Doubling

                Predict before you run: say what each cell will show, then look.## Section 98.1 · Numbers, doubled### Helpers
                """)
    }

    private func notebook(stripped: Bool) throws -> [String: Any] {
        let data = try withFolder { try doubling(out: $0).notebook(stripped: stripped) }
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
