// The site: the catalog beside the engine's symbols, made by DocC, and checked.

import Common
import Foundation

/// Builds sites.
struct SiteBuilder {
    let toolchain: Toolchain
    /// The path that the site will have on its server.
    var basePath = "/"

    /// Builds the site in `work`, an empty folder, and says where it is.
    /// - Throws: `Refusal` when DocC complains about a page of ours, or when a link is broken.
    func build(_ book: WovenBook, in work: URL) throws -> URL {
        var book = book
        let (graphs, catalog) = (work.appending(path: "symbols"), work.appending(path: "GroundUp.docc"))
        try toolchain.writeSymbolGraphs(of: book.engine.modules.map(\.name), to: graphs)
        book.engine.symbols = try SymbolIndex(symbolGraphs: graphs)
        try book.catalog.write(to: catalog)
        let (site, diagnostics) = (work.appending(path: "site"), work.appending(path: "diagnostics.json"))
        let options = [
            "convert", catalog.path, "--additional-symbol-graph-dir", graphs.path, "--output-dir", site.path,
            "--hosting-base-path", basePath, "--fallback-default-module-kind", "Module",
            "--diagnostics-file", diagnostics.path,
        ]
        try toolchain.docc(options, in: work)
        try refuse(complaints(in: diagnostics), about: "the pages of the book")
        try addStyle(to: site)
        try refuse(LinkCheck(site: site).problems(), about: "the links of the site")
        return site
    }

    private func refuse(_ problems: [String], about what: String) throws {
        if problems.isEmpty { return }
        let shown = problems.prefix(20).map { "\n  " + $0 }.joined() + (problems.count > 20 ? "\n  …" : "")
        throw Refusal("\(problems.count) problems with \(what); the previous book is kept:\(shown)")
    }
}

/// What DocC has to say about our own articles. (What it says about the engine's comments is for the engine's tests.)
private func complaints(in file: URL) throws -> [String] {
    struct Diagnostics: Decodable {
        struct Diagnostic: Decodable {
            struct Range: Decodable {
                struct Position: Decodable { let line: Int }
                let start: Position
            }
            let severity: String, summary: String
            let source: String?
            let range: Range?
        }
        let diagnostics: [Diagnostic]
    }
    let all = try JSONDecoder().decode(Diagnostics.self, from: Data(contentsOf: file)).diagnostics
    return all.filter { ["warning", "error"].contains($0.severity) && $0.source?.contains(".docc/") == true }.map {
        problem in
        let name = problem.source?.split(separator: "/").last ?? ""
        return "\(name):\(problem.range?.start.line ?? 0): \(problem.summary)"
    }
}
