// # WikiText: articles to learn a language from
//
// Texts of any kind will do for the first stage. WikiText (S. Merity, C. Xiong, J. Bradbury and R. Socher, “Pointer
// Sentinel Mixture Models”, 2017) has good articles of Wikipedia in one file: tokens with spaces between them, a
// paragraph on a line, and headings between equals signs, as many as the heading is deep.

import Foundation

/// The articles of a file of WikiText, each with its heading.
/// - Throws: ``TextProblem`` for a file that cannot be read, or has no article.
public func wikiArticles(_ file: URL) throws -> [String] {
    var articles: [String] = []
    var paragraphs: [Substring] = []
    func finish() {
        if !paragraphs.isEmpty { articles.append(paragraphs.joined(separator: "\n")) }
        paragraphs = []
    }
    for line in try TextFile(file).text.split(whereSeparator: \.isNewline) {
        let words = line.split(separator: " ")
        if words.isEmpty { continue }
        // “= Title =” begins an article, “= = Part = =” does not.
        if words.count > 2, words[0] == "=", words.last == "=", words[1] != "=" { finish() }
        paragraphs.append(line)
    }
    finish()
    guard !articles.isEmpty else { throw TextProblem(file.path, "it holds no text") }
    return articles
}
