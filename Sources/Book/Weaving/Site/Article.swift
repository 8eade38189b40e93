// A page of the site in DocC's Markdown. https://www.swift.org/documentation/docc

/// An article of the documentation catalog: a page of the site.
struct Article {
    /// The name that links use: `<doc:ch04-10-loss>`.
    let name: String
    let title: String
    /// The small line above the title, "Section 4.10".
    var heading = ""
    /// The paragraph under the title, which cards and search show as well.
    var abstract = ""
    private(set) var body: [String] = []
    /// Groups of further pages, at the end.
    var topics: [(title: String, pages: [String])] = []
    /// The body has links to them already; they are only for the navigation.
    var hidesTopics = false
    /// The site's first page.
    var isRoot = false

    init(_ name: String, _ title: String) {
        (self.name, self.title) = (name, title)
    }

    /// Adds a paragraph, a heading or another block.
    mutating func add(_ markdown: String) {
        if !markdown.isEmpty { body.append(markdown) }
    }

    mutating func heading(_ text: String, level: Int = 2) {
        add(String(repeating: "#", count: level) + " " + text)
    }

    mutating func code(_ text: String, language: String = "") {
        add("```\(language)\n\(text)\n```")
    }

    mutating func list(_ items: [String]) {
        add(items.map { "- " + $0.replacing("\n", with: "\n  ") }.joined(separator: "\n"))
    }

    /// Links to pages, each with its abstract.
    mutating func cards(_ pages: [String]) {
        add("@Links(visualStyle: list) {\n" + pages.map { "  - \($0)" }.joined(separator: "\n") + "\n}")
    }

    /// The file's text.
    var markdown: String {
        let metadata =
            (isRoot ? ["  @TechnologyRoot"] : []) + (heading.isEmpty ? [] : ["  @TitleHeading(\"\(heading)\")"])
        var blocks = ["# " + title]
        if !metadata.isEmpty { blocks.append("@Metadata {\n" + metadata.joined(separator: "\n") + "\n}") }
        let options =
            ["@AutomaticArticleSubheading(disabled)", "@AutomaticSeeAlso(disabled)"]
            + (hidesTopics ? ["@TopicsVisualStyle(hidden)"] : [])
        blocks.append("@Options {\n" + options.map { "  \($0)\n" }.joined() + "}")
        if !abstract.isEmpty { blocks.append(abstract) }
        blocks += body
        if !topics.isEmpty { blocks.append("## Topics") }
        for (title, pages) in topics where !pages.isEmpty {
            blocks.append("### " + title)
            blocks.append(pages.map { "- \($0)" }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }
}

// MARK: Cells

extension Article {
    /// The blocks of a woven page: prose with links, code, and under the code what it showed.
    mutating func add(_ blocks: [WovenPage.Block], links: Links, figurePrefix: String) {
        for block in blocks {
            switch block {
            case .heading(let text): heading(text)
            case .prose(let text): add(links.linked(text, on: name))
            case .cell(let cell):
                if !cell.code.isEmpty { code(cell.code, language: "swift") }
                for shown in cell.shown { add(shown, figurePrefix) }
            }
        }
    }

    private mutating func add(_ shown: Shown, _ figurePrefix: String) {
        switch shown {
        case .text(let text): code(text)
        case .table(let caption, let table, let text):
            if !caption.isEmpty { add("*\(escaped(caption))*") }
            if table.isShort { add(table.escapedMarkdown) } else { code(text) }
        case .figure(let caption, let file):
            let alt = caption.replacing("\"", with: "'")
            add("@Image(source: \"\(figurePrefix)\(file)\", alt: \"\(alt)\") {\n  \(escaped(caption))\n}")
        }
    }
}
