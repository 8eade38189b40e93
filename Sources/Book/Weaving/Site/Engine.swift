// The engine beside the chapters: its modules with their documentation, and its literate source files as articles. What
// is said of a module is what ARCHITECTURE.md says of it; what is said of broadcasting is what Broadcasting.swift says.
// There is no second text that could become outdated. The pages about Swift are told and run like a chapter's:
// SwiftForPython.swift and the two that follow it.

import Common
import Foundation
import Notebook

/// The engine as the site shows it.
public struct Engine: Sendable {
    /// The README's first paragraph.
    public var promise = "Deep learning in Swift, built from the ground up."
    public var modules: [Module] = []
    public var symbols = SymbolIndex()
    /// What the pages that were run have shown.
    var outputs: [PlacedOutput] = []

    public init() {}

    /// A module, and those of its files that begin with a title.
    public struct Module: Sendable {
        public let name: String
        /// What it holds, in a sentence.
        public let about: String
        public let pages: [SourcePage]
    }

    /// The articles that every reader should find: Swift itself, and the three ideas that everything rests on.
    private static let concepts =
        swiftForPython + ["Tensors/Broadcasting.swift", "Tensors/Autograd.swift", "Training/Learner.swift"]

    /// The pages that are told and run as those of a chapter are, in the order in which they are read.
    private static let swiftForPython = [
        "Notebook/SwiftForPython.swift", "Notebook/SwiftForPythonFunctions.swift", "Notebook/SwiftForPythonTypes.swift",
    ]

    var concepts: [String] {
        Self.concepts.compactMap { concept in
            modules.lazy.flatMap { module in module.pages.map { (module, $0) } }
                .first { "\($0.name)/\($1.file)" == concept }.map { $0.articleName($1) }
        }
    }

    /// The articles by the names of their files, as prose names them: `Broadcasting.swift`.
    var articlesByFile: [String: String] {
        let articles = modules.flatMap { module in module.pages.map { ($0.file, module.articleName($0)) } }
        return Dictionary(articles) { first, _ in first }
    }

    /// Reads what the project says about its engine.
    /// - Parameter built: whether a module of that name has been built, and so has symbols.
    public init(root: URL, built: (String) -> Bool) throws {
        let architecture = try readText(root.appending(path: "ARCHITECTURE.md"))
        promise = try paragraph(ofReadme: readText(root.appending(path: "README.md"))) ?? promise
        modules = try floors(architecture).filter { built($0.name) }.map { module, about in
            let pages = try swiftFiles(below: folder(ofModule: module, in: root)).map { file in
                let name = file.lastPathComponent
                return try SourceReader(readText(file), file: name).page(
                    story: Self.swiftForPython.contains("\(module)/\(name)"))
            }
            return Module(name: module, about: about, pages: pages.filter { !$0.title.isEmpty })
        }
        outputs = try Run.capture(SwiftForPython.self).outputs.map {
            PlacedOutput(output: $0, file: URL(filePath: $0.file).lastPathComponent, line: $0.line)
        }
    }
}

/// The module's folder, in whichever room of `Sources` it is.
private func folder(ofModule name: String, in root: URL) throws -> URL {
    let sources = root.appending(path: "Sources")
    let rooms = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    let folders = [sources.appending(path: name)] + rooms.map { sources.appending(path: "\($0)/\(name)") }
    guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
        throw Refusal("ARCHITECTURE.md names the module \(name), but Sources has no folder of that name")
    }
    return folder
}

/// All Swift files of a folder and of the folders in it, in the order of their names: the same file is called the same
/// wherever in its module it is.
private func swiftFiles(below folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
}

/// The rows of the table of floors, down to the chapters: | `Tensors` | what it holds |
private func floors(_ architecture: String) -> [(name: String, about: String)] {
    architecture.split(separator: "\n").prefix { !$0.hasPrefix("| chapters |") }.flatMap { line -> [(String, String)] in
        guard let row = line.wholeMatch(of: /\| ((?:`\w+` ?)+)\| (.+) \|/) else { return [] }
        let about = String(row.2.prefix(1).uppercased() + row.2.dropFirst())
        return row.1.split(separator: " ").map { (String($0.filter { $0 != "`" }), about) }
    }
}

/// The first paragraph under the title.
private func paragraph(ofReadme readme: String) -> String? {
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).drop { $0.isEmpty || $0.hasPrefix("#") }
    let text = lines.prefix { !$0.isEmpty }.joined(separator: "\n")
    return text.isEmpty ? nil : text
}

extension Engine.Module {
    func articleName(_ page: SourcePage) -> String { "\(name)-\(page.file.dropLast(".swift".count))" }

    /// The text above the module's symbols.
    var markdown: String {
        var blocks = ["# ``/\(name)``", about + (about.hasSuffix(".") ? "" : ".")]
        if !pages.isEmpty {
            let articles = pages.map { "- <doc:\(articleName($0))>" }
            blocks += ["## Topics", "### The source, explained", articles.joined(separator: "\n")]
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// A source file as an article: what it says at its head, then its code, and what that has shown if it was run.
    func article(_ page: SourcePage, in engine: Engine) -> Article {
        var article = Article(articleName(page), page.title)
        article.heading = "\(name) · \(page.file)"
        let woven = WovenPage(page, outputs: engine.outputs.filter { $0.file == page.file })
        article.abstract = woven.promise
        let links = Links(symbols: engine.symbols, declarations: engine.articlesByFile)
        article.add(woven.story, links: links, figurePrefix: "")
        return article
    }
}
