// The pages of a chapter: one that opens it, one for each section, and then what belongs to it: what the sections
// share, questions, answers, exercises, and the whole chapter without its words.

import Foundation
import Notebook

/// Makes a chapter's articles.
struct ChapterArticles {
    let chapter: WovenChapter
    let neighbours: (before: WovenChapter?, after: WovenChapter?)
    let links: Links

    init(
        _ chapter: WovenChapter, between neighbours: (before: WovenChapter?, after: WovenChapter?), engine: Engine
    ) {
        (self.chapter, self.neighbours) = (chapter, neighbours)
        var links = Links(symbols: engine.symbols, declarations: engine.articlesByFile)
        for section in chapter.sections {
            for name in section.page.source.declarations { links.declarations[name] = chapter.articleName(section) }
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
        var article = Article(chapter.name, chapter.numberedTitle)
        let introduction = chapter.shared.first?.introduction ?? []
        article.abstract = introduction.first ?? ""
        for paragraph in introduction.dropFirst() { article.add(links.linked(paragraph, on: article.name)) }
        article.add(WovenChapter.howCodeIsCut)
        article.add(chapter.report.provenance)
        let further = (shared + questionsAndAnswers + exercises + [predict]).map { "<doc:\($0.name)>" }
        article.topics = [
            ("Sections", chapter.sections.map { "<doc:\(chapter.articleName($0))>" }),
            ("Questions, exercises, code", further),
        ]
        article.hidesTopics = true
        for (title, pages) in article.topics {
            article.heading(title)
            article.cards(pages)
        }
        addQuestions(chapter.questions, to: &article)
        addExercises(chapter.exercises, to: &article, whole: true)
        addResults(chapter.report.results(), to: &article)
        article.add(
            turning(
                neighbours.before.map { ($0.name, $0.numberedTitle) }, up: nil,
                neighbours.after.map { ($0.name, $0.numberedTitle) }))
        return article
    }

    // MARK: A section

    private func section(_ index: Int) -> Article {
        let section = chapter.sections[index]
        var article = Article(chapter.articleName(section), section.page.title)
        article.heading = chapter.label(section)
        article.abstract = section.page.promise
        article.add(section.page.story, links: links, figurePrefix: figurePrefix)
        addQuestions(chapter.questions(on: section), to: &article)
        addExercises(chapter.exercises(on: section), to: &article, whole: false)
        addResults(chapter.report.results(of: section.page.recordNames), to: &article)
        article.add("*\(chapter.report.provenance)*")
        let (before, after) = (index - 1, index + 1)
        article.add(
            turning(
                before < 0 ? nil : entry(before), up: chapter, after < chapter.sections.count ? entry(after) : nil))
        return article
    }

    private func addResults(_ results: String?, to article: inout Article) {
        guard let results else { return }
        article.heading("What was measured")
        article.add(results)
    }

    private func entry(_ index: Int) -> (name: String, title: String) {
        (chapter.articleName(chapter.sections[index]), chapter.sections[index].page.title)
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
        var article = Article(name("shared"), "What the sections share")
        article.heading = "Chapter \(chapter.number)"
        article.abstract =
            "The code around the pages: where the data come from, and what is made once for all sections."
        for (index, file) in chapter.shared.enumerated() {
            let blocks =
                index > 0 ? file.blocks : Array(file.blocks.drop { if case .prose = $0 { true } else { false } })
            article.heading(file.source.file)
            article.add(blocks, links: links, figurePrefix: figurePrefix)
        }
        return chapter.shared.isEmpty ? [] : [article]
    }
}

extension WovenChapter {
    /// What a reader wonders about who finds a name declared twice.
    static let howCodeIsCut = """
        The code of a page is cut out of functions. What follows a declaration is in a function of its own, and so a name \
        that two of them need is made again in each.
        """

    /// "Section 4.10"
    func label(_ section: Section) -> String { "Section \(number).\(section.number)" }

    /// "ch04-10-loss"
    func articleName(_ section: Section) -> String {
        name + "-" + section.page.source.file.dropLast(".swift".count).lowercased()
    }

    /// "4 · Under the hood: training a digit classifier": the number first, where a list has room for few words.
    var numberedTitle: String { "\(number) · \(title)" }
}

extension Report {
    /// On which data, with which seed, when, and how long it took.
    var provenance: String {
        let size = size == .usual ? "" : " at the \(size.rawValue) size"
        let day = began.formatted(.iso8601.year().month().day())
        return
            "Woven from a run on \(data) with seed \(seed)\(size), on \(day). It took \(shownTime) and \(shownMemory)."
    }
}
