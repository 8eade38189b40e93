// The data project checklist of appendix B as data, and a file of answers compared with it: `swift run ch20 --checklist
// FILE`.

import Common
import Foundation
import Notebook

/// An item of the checklist: a question, or one that has parts of its own.
public struct ChecklistItem: Sendable {
    /// "strategy.8"; its parts are "strategy.8.a", "strategy.8.b" …
    public let key: String
    public let words: String
    public let parts: [String]

    /// The keys that need an answer: those of its parts, or its own if it has none.
    public var leaves: [String] {
        parts.isEmpty ? [key] : parts.indices.map { "\(key).\(Character(UnicodeScalar(UInt8(97 + $0))))" }
    }
}

/// An area of the checklist.
public struct ChecklistArea: Sendable {
    public let title: String, items: [ChecklistItem]

    init(_ title: String, _ prefix: String, _ items: [(words: String, parts: [String])]) {
        self.title = title
        self.items = items.enumerated().map {
            ChecklistItem(key: "\(prefix).\($0 + 1)", words: $1.words, parts: $1.parts)
        }
    }

    /// What begins the keys of an area: "strategy".
    var prefix: String { String(items[0].key.prefix { $0 != "." }) }
}

/// The answers of a project.
public struct ChecklistAnswers: Sendable, Equatable {
    public let answers: [String: String]

    /// - Parameter text: a line for each answer, "strategy.8.d: 12 %"; lines without a key belong to the answer before, and
    ///   lines that begin with # are passed over.
    /// - Throws: `Refusal` for a key that is in no list, or that is there twice.
    public init(_ text: String) throws {
        let known = Set(ChecklistArea.all.flatMap(\.items).flatMap(\.leaves))
        let prefixes = ChecklistArea.all.map(\.prefix)
        var (answers, key) = ([String: String](), String?.none)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("#") {
            let name = line.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces)
            if line.contains(":"), known.contains(name) {
                guard answers[name] == nil else { throw Refusal("\(name) is answered twice") }
                answers[name] = line.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
                key = name
            } else if line.contains(":"), prefixes.contains(where: { name.hasPrefix($0 + ".") }) {
                throw Refusal("\(name): there is no such item; `swift run ch20 --form` lists all")
            } else if let key {
                answers[key] = (answers[key]! + "\n" + line).trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
        self.answers = answers
    }

    /// The keys of an area, or of all, that have no answer.
    public func missing(in area: ChecklistArea? = nil) -> [String] {
        (area.map { [$0] } ?? ChecklistArea.all).flatMap(\.items).flatMap(\.leaves).filter {
            (answers[$0] ?? "").isEmpty
        }
    }

    /// The share of an area's questions, or of all, that have an answer.
    public func completeness(of area: ChecklistArea? = nil) -> Double {
        let all = (area.map { [$0] } ?? ChecklistArea.all).flatMap(\.items).flatMap(\.leaves).count
        return 1 - Double(missing(in: area).count) / Double(all)
    }

    /// Keys whose answer is new, gone or different since an earlier version.
    public func changes(since earlier: ChecklistAnswers) -> (new: [String], gone: [String], different: [String]) {
        let order = ChecklistArea.all.flatMap(\.items).flatMap(\.leaves)
        func has(_ version: ChecklistAnswers, _ key: String) -> Bool { !(version.answers[key] ?? "").isEmpty }
        return (
            order.filter { has(self, $0) && !has(earlier, $0) }, order.filter { !has(self, $0) && has(earlier, $0) },
            order.filter { has(self, $0) && has(earlier, $0) && answers[$0] != earlier.answers[$0] }
        )
    }

    /// All questions with their answers, as a page of Markdown.
    public var markdown: String {
        ChecklistArea.all.map { area in
            let lines = area.items.map { item in
                let given = zip(item.leaves, item.parts.isEmpty ? [""] : item.parts).map { key, part in
                    let answer = answers[key] ?? ""
                    return (part.isEmpty ? "" : "- \(part): ") + (answer.isEmpty ? "_no answer_" : answer)
                }
                return "**\(item.words)** (\(item.key))\n\n" + given.joined(separator: "\n")
            }
            return "## \(area.title): \(Int((100 * completeness(of: area)).rounded())) %\n\n"
                + lines.joined(separator: "\n\n")
        }.joined(separator: "\n\n")
    }

    /// A file to fill in.
    public static var form: String {
        ChecklistArea.all.map { area in
            "# \(area.title)\n"
                + area.items.map { item in
                    "# \(item.words)\n"
                        + zip(item.leaves, item.parts.isEmpty ? [""] : item.parts).map { key, part in
                            (part.isEmpty ? "" : "# \(part)\n") + "\(key): \n"
                        }.joined()
                }.joined()
        }.joined(separator: "\n")
    }
}

extension WhatNext {
    public static let ownOptions = [
        "--checklist FILE: answers about your project; ends with an error while fewer than 9 in 10 are there (section 20.3)."
    ]

    /// Runs the chapter as a program that also understands `--checklist FILE` and `--form`.
    public static func mainWithChecklist() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--form"] { return print(ChecklistAnswers.form) }
        do {
            let (files, others) = try FileOptions("--checklist").taken(from: arguments)
            guard let file = files["--checklist"] else { return main(others) }
            guard let text = String(data: try readData(file), encoding: .utf8) else {
                throw Refusal("\(file.lastPathComponent) is not a text in UTF-8")
            }
            let answers = try ChecklistAnswers(text)
            print(answers.markdown)
            if answers.completeness() < 0.9 {
                let missing = answers.missing()
                warn(
                    "ch20: \(missing.count) of 66 answers are missing, among them \(missing.prefix(5).joined(separator: ", "))"
                )
                exit(1)
            }
        } catch {
            warn("ch20: \(sentence(for: error))")
            exit(64)
        }
    }
}
