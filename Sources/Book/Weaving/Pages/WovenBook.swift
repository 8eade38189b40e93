// The whole book: its chapters, and beside them the engine that they are made with.

/// What becomes a site: chapters, and the engine they are made with.
public struct WovenBook {
    public var chapters: [WovenChapter] = []
    public var engine = Engine()

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
        return article
    }
}
