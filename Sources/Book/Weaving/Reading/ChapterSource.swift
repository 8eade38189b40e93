// A chapter is a folder in Chapters/, and what is in it is found by looking:
//
//     04-DigitClassifier/
//         DigitClassifier.swift    its title and what it is about
//         01-Pixels.swift          a section each, in the order of their numbers
//         14-Optimizer.swift       a long section is told on several pages: the second has a b after its number,
//         14b-Learner.swift        the third a c
//         Digits.swift             whatever else the sections share

import Common
import Foundation

/// The pages of a chapter, as written in its source.
public struct ChapterSource: Sendable {
    /// A numbered page: a section, or a part of one.
    public struct Section: Sendable {
        /// The section's number.
        public let number: Int
        public let page: SourcePage
    }

    /// The chapter's folder, "04-DigitClassifier".
    public let folder: String
    public let number: Int
    public let sections: [Section]
    /// The other pages. The first has the chapter's title, and its prose says what the chapter is about.
    public let shared: [SourcePage]

    /// What the chapter's program is called, "ch04"; the names of its pages in the book begin with it.
    public var program: String { Self.program(of: folder) }

    /// The program of the chapter in a folder "04-DigitClassifier": "ch04".
    static func program(of folder: String) -> String { "ch" + folder.prefix { $0 != "-" } }

    /// The folders of all chapters of the project at `root`, in order.
    public static func folders(root: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Chapters").path)
            .filter { $0.wholeMatch(of: /\d+-\w+/) != nil }.sorted()
    }

    /// - Throws: `Refusal` for a file that cannot be cut into pieces.
    public init(root: URL, folder: String) throws {
        let url = root.appending(path: "Chapters/\(folder)")
        let files = try FileManager.default.contentsOfDirectory(atPath: url.path)
            .filter { $0.hasSuffix(".swift") }.sorted()
        try self.init(folder: folder, files: files.map { (name: $0, text: try readText(url.appending(path: $0))) })
    }

    public init(folder: String, files: [(name: String, text: String)]) throws {
        self.folder = folder
        number = Int(folder.prefix { $0.isNumber }) ?? 0
        var sections: [Section] = []
        var shared: [SourcePage] = []
        for (name, text) in files {
            let reader = try SourceReader(text, file: name)
            let number = Int(name.prefix { $0.isNumber })
            if let number { sections.append(Section(number: number, page: reader.page(story: true))) }
            if number == nil { shared.append(reader.page(story: false)) }
        }
        self.sections = sections.sorted { ($0.number, $0.page.file) < ($1.number, $1.page.file) }
        self.shared = shared.filter { !$0.title.isEmpty } + shared.filter { $0.title.isEmpty }
    }

    /// "Under the hood: training a digit classifier"
    var title: String { shared.first.map(\.title) ?? folder }

    /// What a section's page is called in the book: "ch04-10-loss".
    func articleName(_ section: Section) -> String {
        program + "-" + section.page.file.dropLast(".swift".count).lowercased()
    }

    /// Whether a file of the source belongs to this chapter's pages.
    func holds(_ path: String) -> Bool {
        path.split(separator: "/").suffix(2).first.map(String.init) == folder
    }
}
