// Package.swift, read as text: `swift package dump-package` would wait for the build that runs the tests.

import Common
import Foundation

/// What each module of the package may import, by the module's name.
struct Manifest {
    private(set) var dependencies: [String: Set<String>] = [:]
    /// Lists that have a name, such as `floors`, with what is in them.
    private var lists: [String: Set<String>] = [:]

    /// - Parameter chapters: "04" and so on; what the package says of `\(number)` holds for each.
    init(_ source: String, chapters: [String]) {
        let text = lines(of: source).map { trimmed($0).hasPrefix("//") ? "" : $0 }.joined(separator: "\n")
            .replacing(/own\("(\w+)"\)/) { "\"\($0.output.1)\\(number)\"" }
        for list in text.matches(
            of: /(?:let|var) (\w+)(?:: [^=\n]+)? = (\[[^\]]*\]|\.product\([^)]*\)|chapters\.map .*)/)
        {
            lists[String(list.output.1), default: []].formUnion(strings(in: list.output.2))
        }
        for call in text.matches(of: /(?:floor|system|command|tests|[tT]arget|systemLibrary)\(/) {
            guard !text[..<call.range.lowerBound].hasSuffix("func ") else { continue }
            let words = arguments(of: text[call.range.upperBound...])
            guard let name = words.firstMatch(of: /"([^"]+)"/)?.output.1, !name.contains("/") else { continue }
            let kind = call.output.dropLast()
            let needs = self.needs(in: words).union(kind == "command" ? ["ArgumentParser"] : [])
            for number in name.contains("\\(") ? chapters : [""] {
                let module = kind == "tests" ? "\(filled(name, number))Tests" : filled(name, number)
                dependencies[module, default: []].formUnion(needs.map { number.isEmpty ? $0 : filled($0[...], number) })
                if kind == "tests" { dependencies[module]!.insert("TestSupport") }
            }
        }
        // "18-WhereItLooks": ["Chapter14"] is for all modules of that chapter.
        for line in text.matches(of: /"(\d\d)-\w+": \[([^\]]*)\]/) {
            let number = String(line.output.1)
            for module in ["Chapter", "Exercises", "Solutions", "Checks"].map({ $0 + number }) + [
                "Chapter\(number)Tests"
            ] {
                dependencies[module, default: []].formUnion(strings(in: line.output.2))
            }
        }
        dependencies = dependencies.mapValues { needs in
            var all: Set<String> = []
            for need in needs { all.formUnion(need.contains("\\(") ? chapters.map { filled(need[...], $0) } : [need]) }
            return all
        }
    }

    /// What is between the parenthesis before `text` and the one that closes it.
    private func arguments(of text: Substring) -> Substring {
        var depth = 1
        let end = text.firstIndex { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth == 0
        }
        return text[..<(end ?? text.endIndex)]
    }

    /// The modules in `on: …` or `dependencies: …`, up to the next label.
    private func needs(in arguments: Substring) -> Set<String> {
        guard let start = arguments.firstMatch(of: /[\s,](?:on|dependencies):[ ]/)?.range.upperBound else { return [] }
        let rest = arguments[start...]
        let nextLabel = rest.firstMatch(of: /,\s*(?:path|exclude|settings|swiftSettings|in):[ ]/)
        let list = rest[..<(nextLabel?.range.lowerBound ?? rest.endIndex)]
        let names = list.replacing(/"[^"]*"/, with: "").matches(of: /\w+/).map { String($0.output) }
        return strings(in: list).union(names.flatMap { lists[$0] ?? [] })
    }

    /// The strings in a list; of a product only its own name, not its package's.
    private func strings(in list: Substring) -> Set<String> {
        let list = list.replacing(/, package: "[^"]*"/, with: "")
        return Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) })
    }

    /// "Chapter\(number)" with the number in it.
    private func filled(_ name: Substring, _ number: String) -> String {
        String(name.replacing(/\\\([^)]*\)*/, with: number))
    }
}
