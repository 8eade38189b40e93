// What the book's `doc` does: it tells what a function or a type of the library is for, and where its source is. Here
// it reads the source.

import Common
import Foundation

/// What the source says of one declaration.
public struct Documentation: Sendable, Equatable, CustomStringConvertible {
    /// "public func fineTune(_ epochs: Int, …"
    public let declaration: String
    /// The comment above it.
    public let comment: String
    /// "Sources/…/GroupLearner.swift:98"
    public let place: String

    public var description: String { "\(declaration)\n\(comment)\n\(place)" }
}

/// The declarations of a name in the sources of the project, in the order of their files; those that are public.
/// - Throws: `Refusal` when the sources are not there, or none of them declares the name.
public func doc(_ name: String, project: URL = sourceFolder) throws -> [Documentation] {
    let sources = project.appending(path: "Sources")
    guard isFolder(sources), let walk = FileManager.default.enumerator(atPath: sources.path) else {
        throw Refusal("\(sources.path): the sources of the project are not here")
    }
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
        throw Refusal("“\(name)” is no name of a function or a type")
    }
    let paths = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted()
    var (found, names) = ([Documentation](), [String]())
    for path in paths {
        let text = String(decoding: try readData(sources.appending(path: path)), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (number, line) in lines.enumerated() {
            guard let declared = declaredName(line) else { continue }
            names.append(declared)
            if declared == name { found.append(documentation(lines, number, "Sources/\(path)")) }
        }
    }
    if found.isEmpty {
        let near = nearestWords(to: name, among: names)
        throw Refusal(
            "no public function or type is called “\(name)”"
                + (near.isEmpty ? "" : "\n  try: " + near.joined(separator: ", ")))
    }
    return found
}

/// The folder of the project, as it was when this program was built.
public let sourceFolder: URL = (0..<3).reduce(URL(filePath: #filePath)) { place, _ in place.deletingLastPathComponent()
}

/// The name that a line declares, if it is public.
private func declaredName(_ line: String) -> String? {
    let start = line.drop { $0 == " " }
    guard start.hasPrefix("public ") else { return nil }
    let words = start.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    let kinds: Set = ["func", "struct", "class", "enum", "protocol", "typealias", "var", "let"]
    // (`class` may stand before `func`.)
    return words.drop { !kinds.contains($0) }.first { !kinds.contains($0) }
}

/// The declaration in a line, as far as it goes, with the comment above it.
private func documentation(_ lines: [String], _ number: Int, _ path: String) -> Documentation {
    func trimmed(_ line: String) -> String { line.trimmingCharacters(in: .whitespaces) }
    var (declaration, end) = (trimmed(lines[number]), number)
    while !declaration.contains("{"), !declaration.hasSuffix(")"), end + 1 < lines.count, end < number + 8 {
        end += 1
        declaration += " " + trimmed(lines[end])
    }
    let first = lines[..<number].lastIndex { !trimmed($0).hasPrefix("///") }.map { $0 + 1 } ?? 0
    let comment = lines[first..<number].map { trimmed(String(trimmed($0).dropFirst(3))) }
    return Documentation(
        declaration: trimmed(declaration.split(separator: "{")[0] + ""),
        comment: comment.prefix { !$0.isEmpty && !$0.hasPrefix("- ") }.joined(separator: " "),
        place: "\(path):\(number + 1)")
}
