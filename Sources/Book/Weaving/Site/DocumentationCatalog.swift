// The catalog: the folder of articles and pictures that DocC makes the site of. It is put together in memory first, so
// a book that cannot be finished leaves nothing behind.

import Common
import Foundation

/// A DocC catalog.
public struct DocumentationCatalog {
    /// The articles' texts by name, without `.md`.
    public private(set) var articles: [String: String] = [:]
    /// Pictures, by the names that articles use for them.
    public private(set) var pictures: [String: URL] = [:]

    mutating func add(_ article: Article) { articles[article.name] = article.markdown }

    mutating func add(extension text: String, of module: String) { articles["Module-\(module)"] = text }

    mutating func addPictures(of chapter: WovenChapter) {
        for file in chapter.figureFiles { pictures["\(chapter.name)-\(file)"] = chapter.figures.appending(path: file) }
    }

    /// Writes the folder, which must not be there yet.
    public func write(to folder: URL) throws {
        try makeFolder(folder)
        for (name, text) in articles {
            try writeWhole(Data(text.utf8), to: folder.appending(path: "\(name).md"))
        }
        // The window's title, after the page's own.
        let theme = Data("{\"meta\": {\"title\": \"GroundUp\"}}\n".utf8)
        try writeWhole(theme, to: folder.appending(path: "theme-settings.json"))
        for (name, file) in pictures {
            try FileManager.default.copyItem(at: file, to: folder.appending(path: name))
        }
    }
}
