// The whole book: its chapters, and beside them the engine that they are made with.

/// What becomes a site: chapters, and the engine they are made with.
public struct WovenBook {
    public var chapters: [WovenChapter] = []
    public var engine = Engine()
    /// The pages of all chapters of the project, whether they are in the book or not.
    public var sources: [ChapterSource] = []

    public init() {}

    /// All pages of the site.
    public var catalog: DocumentationCatalog {
        var catalog = DocumentationCatalog()
        catalog.add(landingArticle)
        for (index, chapter) in chapters.enumerated() {
            let before = index > 0 ? chapters[index - 1] : nil
            let after = index + 1 < chapters.count ? chapters[index + 1] : nil
            let pages = ChapterArticles(chapter, between: (before, after), engine: engine)
            pages.articles.forEach { catalog.add($0) }
            catalog.addPictures(of: chapter)
        }
        for module in engine.modules {
            catalog.add(extension: module.markdown, of: module.name)
            for page in module.pages { catalog.add(module.article(page, in: engine)) }
        }
        return catalog
    }

    /// Where the site begins.
    private var landingArticle: Article {
        var article = Article("GroundUp", "GroundUp")
        article.isRoot = true
        article.abstract = engine.promise
        article.topics = [
            ("Chapters", chapters.map { "<doc:\($0.name)>" }),
            ("How it works", engine.concepts.map { "<doc:\($0)>" }),
            ("The engine", engine.modules.map { "``/\($0.name)``" }),
        ]
        article.hidesTopics = true
        addContents(to: &article)
        addLedger(to: &article)
        return article
    }

    /// The topics as lists, and what is missing. (Only hidden topics may have something after them.)
    private func addContents(to article: inout Article) {
        for (title, pages) in article.topics {
            if !pages.isEmpty { article.heading(title) }
            if title == "The engine" {
                article.list(engine.modules.map { "``/\($0.name)``: \($0.about)" })
            } else if !pages.isEmpty {
                article.cards(pages)
            }
            if title == "Chapters" { addMissing(to: &article) }
        }
    }

    /// The chapters that the book leaves out, and how they come into it.
    private func addMissing(to article: inout Article) {
        let missing = sources.filter { source in !chapters.contains { $0.number == source.number } }
        if missing.isEmpty { return }
        article.add(
            "Not in this book, because they have not run for it, or have changed since they did:")
        article.list(missing.map { "Chapter \($0.number) · \($0.title)" })
        article.code("swift run book " + missing.map(\.program).joined(separator: " "), language: "sh")
    }

    private func addLedger(to article: inout Article) {
        let ledger = Ledger(sources, symbols: engine.symbols)
        if ledger.rows.isEmpty { return }
        article.heading("Built in a chapter, used from a chapter")
        article.add(
            """
            What chapters write by hand, or set beside the engine's own, and the chapters whose pages use the engine's. This \
            table is read from the pages.
            """)
        let woven = chapters.flatMap { chapter in chapter.sections.map { chapter.articleName($0) } }
        article.add(ledger.markdown(woven: Set(woven)))
    }
}
