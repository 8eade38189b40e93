// The pages of a chapter: one that opens it, one for each section, and then what belongs to it: what the sections share,
// questions, answers, exercises, and the whole chapter without its words.

import Foundation
import Notebook

/// Makes a chapter's articles.
struct ChapterPages {
    let chapter: WovenChapter
    let neighbours: (before: WovenChapter?, after: WovenChapter?)
    let links: Links

    init(
        _ chapter: WovenChapter, between neighbours: (before: WovenChapter?, after: WovenChapter?), symbols: SymbolIndex
    ) {
        (self.chapter, self.neighbours) = (chapter, neighbours)
        var links = Links(symbols: symbols)
        for section in chapter.sections {
            for name in section.page.source.declarations { links.declarations[name] = chapter.pageName(section) }
        }
        self.links = links
    }

    var articles: [Article] {
        [opening] + chapter.sections.indices.map(section) + shared + questionsAndAnswers + exercises + [predict]
    }

    var figurePrefix: String { chapter.name + "-" }

    /// The name of one of the chapter's further pages.
    func name(_ page: String) -> String { "\(chapter.name)-\(page)" }

    // MARK: The chapter's own page

    private var opening: Article {
        var page = Article(chapter.name, chapter.title)
        page.heading = "Chapter \(chapter.number)"
        let introduction = chapter.shared.first?.introduction ?? []
        page.abstract = introduction.first ?? ""
        for paragraph in introduction.dropFirst() { page.add(links.linked(paragraph, on: page.name)) }
        page.add(chapter.report.provenance)
        page.heading("What was measured")
        page.add(chapter.report.headline)
        page.add(chapter.report.measurements.table)
        addQuestions(chapter.questions, to: &page)
        addExercises(chapter.exercises, to: &page, whole: true)
        page.add(
            turning(
                neighbours.before.map { ($0.name, $0.title) }, up: nil, neighbours.after.map { ($0.name, $0.title) }))
        let further = (shared + questionsAndAnswers + exercises + [predict]).map { "<doc:\($0.name)>" }
        page.topics = [
            ("Sections", chapter.sections.map { "<doc:\(chapter.pageName($0))>" }),
            ("Questions, exercises, code", further),
        ]
        return page
    }

    // MARK: A section

    private func section(_ index: Int) -> Article {
        let section = chapter.sections[index]
        var page = Article(chapter.pageName(section), section.page.title)
        page.heading = "Chapter \(chapter.number) · Section \(section.number)"
        page.abstract = section.page.promise
        page.add(section.page.story, links: links, figurePrefix: figurePrefix)
        let measured = chapter.report.measurements.filter { $0.section == section.number }
        if !measured.isEmpty {
            page.heading("What was measured")
            page.add(chapter.report.headline)
            page.add(measured.table)
        }
        addQuestions(chapter.questions(on: section), to: &page)
        addExercises(chapter.exercises(on: section), to: &page, whole: false)
        page.add("*\(chapter.report.provenance)*")
        let (before, after) = (index - 1, index + 1)
        page.add(
            turning(
                before < 0 ? nil : entry(before), up: chapter, after < chapter.sections.count ? entry(after) : nil))
        return page
    }

    private func entry(_ index: Int) -> (name: String, title: String) {
        (chapter.pageName(chapter.sections[index]), chapter.sections[index].page.title)
    }

    /// The links to the page before and the page after.
    private func turning(
        _ before: (name: String, title: String)?, up: WovenChapter?, _ after: (name: String, title: String)?
    ) -> String {
        let parts = [
            before.map { "← [\($0.title)](<doc:\($0.name)>)" },
            up.map { "[Chapter \($0.number)](<doc:\($0.name)>)" },
            after.map { "[\($0.title)](<doc:\($0.name)>) →" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : "---\n\n" + parts.joined(separator: " · ")
    }

    // MARK: What the sections share

    private var shared: [Article] {
        var page = Article(name("shared"), "What the sections share")
        page.heading = "Chapter \(chapter.number)"
        page.abstract = "The code around the pages: where the data come from, and what is made once for all sections."
        for (index, file) in chapter.shared.enumerated() {
            let blocks =
                index > 0 ? file.blocks : Array(file.blocks.drop { if case .prose = $0 { true } else { false } })
            page.heading(file.source.file)
            page.add(blocks, links: links, figurePrefix: figurePrefix)
        }
        return chapter.shared.isEmpty ? [] : [page]
    }
}

extension WovenChapter {
    /// "ch04-10-loss"
    func pageName(_ section: Section) -> String {
        name + "-" + section.page.source.file.dropLast(".swift".count).lowercased()
    }
}

extension Report {
    /// On which data, with which seed, when, and how long it took.
    var provenance: String {
        let size = size == .usual ? "" : " in \(size.rawValue) size"
        let day = began.formatted(.iso8601.year().month().day())
        return
            "Woven from a run on \(data) with seed \(seed)\(size), on \(day). It took \(shownTime) and \(shownMemory)."
    }
}

extension [Report.Measurement] {
    /// What was measured, beside the book's numbers.
    var table: String {
        if isEmpty { return "" }
        let rows = map { "| `\($0.name)` | \($0.measured) | \($0.book ?? "") | \($0.difference ?? "") |" }
        return "| name | measured | book | difference |\n| :--- | ---: | ---: | ---: |\n" + rows.joined(separator: "\n")
    }
}
