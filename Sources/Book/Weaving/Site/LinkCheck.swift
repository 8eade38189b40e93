// Does every link inside the site lead somewhere? DocC keeps each page as JSON, with the pages and pictures that it
// refers to; so this reads all of them and checks that what they name exists.

import Foundation

/// Looks for broken links in a built site.
public struct LinkCheck {
    let site: URL

    /// - Parameter site: the folder that DocC wrote.
    public init(site: URL) { self.site = site }

    /// What is wrong, a line for each; empty when every link leads somewhere.
    public func problems() throws -> [String] {
        let pages = try pages()
        if pages.isEmpty { return ["\(site.lastPathComponent): there is no page in it"] }
        return try pages.sorted().flatMap { page in try problems(on: page, among: pages) }
    }

    /// The paths of all pages, "/documentation/groundup/ch04".
    private func pages() throws -> Set<String> {
        let all = FileManager.default.enumerator(atPath: site.appending(path: "data").path)
        let files = all?.compactMap { $0 as? String } ?? []
        return Set(files.filter { $0.hasSuffix(".json") }.map { "/" + $0.dropLast(".json".count) })
    }

    private func problems(on page: String, among pages: Set<String>) throws -> [String] {
        let content = try json(page)
        let references = content["references"] as? [String: [String: Any]] ?? [:]
        let broken = try references.values.compactMap { try problem(with: $0, among: pages) }
        // A name that only tells what a type conforms to (Swift.Sendable) may lead nowhere; one in the text may not.
        let types = references.mapValues { $0["type"] as? String }
        let unknown = identifiers(in: content).filter { types[$0] == nil || types[$0] == "unresolvable" }
            .map { "\($0) leads nowhere" }
        let html = FileManager.default.fileExists(atPath: site.appending(path: "\(page)/index.html").path)
        return (broken.sorted() + unknown.sorted() + (html ? [] : ["it has no index.html"])).map { "\(page): \($0)" }
    }

    private func problem(with reference: [String: Any], among pages: Set<String>) throws -> String? {
        switch reference["type"] as? String {
        case "image", "video", "file":
            let variants = reference["variants"] as? [[String: Any]] ?? []
            let files = variants.compactMap { $0["url"] as? String }
            return files.first { !exists($0) }.map { "there is no picture \($0)" }
        default:
            guard let url = reference["url"] as? String, url.hasPrefix("/") else { return nil }
            let parts = url.split(separator: "#", maxSplits: 1).map(String.init)
            if !pages.contains(parts[0]) { return "\(url) leads to no page" }
            if parts.count > 1, try !anchors(of: parts[0]).contains(parts[1]) { return "\(url) leads to no heading" }
            return nil
        }
    }

    /// Pictures of a site under a base path begin with it; the folder itself does not.
    private func exists(_ url: String) -> Bool {
        let parts = url.split(separator: "/")
        return [parts[...], parts.dropFirst()].contains { path in
            FileManager.default.fileExists(atPath: site.appending(path: path.joined(separator: "/")).path)
        }
    }

    private func json(_ page: String) throws -> [String: Any] {
        let data = try Data(contentsOf: site.appending(path: "data\(page).json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// The headings of a page that a link may name.
    private func anchors(of page: String) throws -> Set<String> {
        var anchors: Set<String> = []
        visit(try json(page)) { if let anchor = $0["anchor"] as? String { anchors.insert(anchor) } }
        return anchors
    }

    /// What the text of a page refers to.
    private func identifiers(in content: [String: Any]) -> Set<String> {
        var identifiers: Set<String> = []
        visit(content["primaryContentSections"] as Any) { node in
            if node["type"] as? String == "reference", let name = node["identifier"] as? String {
                identifiers.insert(name)
            }
        }
        return identifiers
    }

    private func visit(_ node: Any, _ body: ([String: Any]) -> Void) {
        if let object = node as? [String: Any] {
            body(object)
            for value in object.values { visit(value, body) }
        }
        if let list = node as? [Any] { for value in list { visit(value, body) } }
    }
}
