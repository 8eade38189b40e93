// The catalog: the folder of articles and pictures that DocC makes the site of. It is put together in memory first, so
// that a book that cannot be finished leaves nothing behind.

import Foundation

/// A DocC catalog.
public struct Catalog {
    /// The articles' texts by name, without `.md`.
    public private(set) var articles: [String: String] = [:]
    /// Pictures, by the name that articles call them.
    public private(set) var pictures: [String: URL] = [:]

    mutating func add(_ article: Article) { articles[article.name] = article.markdown }

    mutating func add(extension text: String, of module: String) { articles["Module-\(module)"] = text }

    mutating func addPictures(of chapter: WovenChapter) {
        for file in chapter.figureFiles { pictures["\(chapter.name)-\(file)"] = chapter.figures.appending(path: file) }
    }

    /// Writes the folder, which must not be there yet.
    public func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in articles {
            try Data(text.utf8).write(to: folder.appending(path: "\(name).md"))
        }
        // What stands in the window's title, behind the page's own.
        let theme = Data("{\"meta\": {\"title\": \"GroundUp\"}}\n".utf8)
        try theme.write(to: folder.appending(path: "theme-settings.json"))
        for (name, file) in pictures {
            try FileManager.default.copyItem(at: file, to: folder.appending(path: name))
        }
    }
}

/// What becomes a site: chapters, and the engine they are made with.
public struct Library {
    public var chapters: [WovenChapter] = []
    public var engine = Engine()

    public init() {}

    /// All pages of the site.
    public var catalog: Catalog {
        var catalog = Catalog()
        catalog.add(landingPage)
        for (index, chapter) in chapters.enumerated() {
            let before = index > 0 ? chapters[index - 1] : nil
            let after = index + 1 < chapters.count ? chapters[index + 1] : nil
            let pages = ChapterPages(chapter, between: (before, after), symbols: engine.symbols)
            pages.articles.forEach { catalog.add($0) }
            catalog.addPictures(of: chapter)
        }
        for module in engine.modules {
            catalog.add(extension: module.markdown, of: module.name)
            for page in module.pages { catalog.add(module.article(page, symbols: engine.symbols)) }
        }
        return catalog
    }

    /// Where the site begins.
    private var landingPage: Article {
        var page = Article("GroundUp", "GroundUp")
        page.isRoot = true
        page.abstract = engine.promise
        page.topics = [
            ("Chapters", chapters.map { "<doc:\($0.name)>" }),
            ("How it works", engine.concepts.map { "<doc:\($0)>" }),
            ("The engine", engine.modules.map { "``/\($0.name)``" }),
        ]
        return page
    }
}
