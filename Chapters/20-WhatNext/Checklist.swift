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

    /// - Parameter text: a line for each answer, "strategy.8.d: 12 %"; lines without a key belong to the answer before,
    ///   and lines that begin with # are passed over. Lines may end as on Windows.
    /// - Throws: `Refusal` for a key that is in no list, or that is there twice, and for words before the first key.
    public init(_ text: String) throws {
        let known = Set(ChecklistArea.all.flatMap(\.items).flatMap(\.leaves))
        let prefixes = ChecklistArea.all.map(\.prefix)
        var (answers, key) = ([String: String](), String?.none)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() where !line.hasPrefix("#") {
            let name = line.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces).lowercased()
            if line.contains(":"), known.contains(name) {
                guard answers[name] == nil else { throw Refusal("\(name) is answered twice") }
                answers[name] = line.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
                key = name
            } else if line.contains(":"), let form = name.wholeMatch(of: #/([a-z]+)\.\d[\w.]*/#),
                prefixes.contains(String(form.1))
            {
                throw Refusal("\(name): there is no such item; `swift run ch20 --form` lists all")
            } else if let meant = Self.mistyped(name, in: line) {
                throw Refusal("\(name): there is no such item; is \(meant) meant?")
            } else if let key {
                answers[key] = (answers[key]! + "\n" + line).trimmingCharacters(in: .whitespacesAndNewlines)
            } else if !line.allSatisfy(\.isWhitespace) {
                throw Refusal("line \(place + 1) belongs to no item: an answer begins with a key, such as “people.1: ”")
            }
        }
        self.answers = answers
    }

    /// - Throws: `Refusal`, which names the file, if it is no text in UTF-8 or no answers.
    init(file: URL) throws {
        guard let text = String(data: try readData(file), encoding: .utf8) else {
            throw Refusal("\(file.lastPathComponent) is not a text in UTF-8: save it as UTF-8")
        }
        do { try self.init(text) } catch let refusal as Refusal {
            throw Refusal("\(file.lastPathComponent): \(refusal)")
        }
    }

    /// What a line's beginning may stand for that looks like a key, "poeple.1:", and is none.
    private static func mistyped(_ name: String, in line: Substring) -> String? {
        guard line.contains(":"), let form = name.wholeMatch(of: #/([a-z]+)(\.\d+(?:\.[a-z])?)/#) else { return nil }
        let known = ChecklistArea.all.flatMap(\.items).flatMap(\.leaves)
        // Letters that are the same in another order, or one too few, too many or wrong.
        let close = ChecklistArea.all.map(\.prefix).first { prefix in
            let change = prefix.difference(from: String(form.1))
            return change.insertions.count <= 1 && change.removals.count <= 1
        }
        return close.map { $0 + form.2 }.flatMap { known.contains($0) ? $0 : nil }
    }

    /// Answers that cannot be right as they stand: a return without a number, a date that is none. Whether an answer is
    /// a good one, no program can say.
    public var doubts: [String] {
        func answer(_ key: String) -> String? { answers[key].flatMap { $0.isEmpty ? nil : $0 } }
        var found: [String] = []
        if let expected = answer("strategy.8.d"), !expected.contains(where: \.isNumber) {
            found.append("strategy.8.d: which return is expected? “\(expected)” has no number")
        }
        if let date = answer("strategy.8.e") {
            if !date.contains(where: \.isNumber) { found.append("strategy.8.e: by when? “\(date)” has no date") }
            for day in date.matches(of: #/\d{4}-\d{2}-\d{2}/#) where PostName("\(day.0)-x.md") == nil {
                found.append("strategy.8.e: there is no day \(day.0)")
            }
        }
        return found
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

    /// What has changed since an earlier version, as a page of Markdown.
    func changesInWords(since earlier: ChecklistAnswers) -> String {
        let found = changes(since: earlier)
        func block(_ key: String) -> String {
            "- \(key): \(earlier.answers[key] ?? "") → \(answers[key] ?? "")".replacing("\n", with: " ")
        }
        let lists = [("New", found.new), ("Different", found.different), ("Gone", found.gone)].filter { !$0.1.isEmpty }
        let lines = lists.map { title, keys in "### \(title)\n\n" + keys.map(block).joined(separator: "\n") }
        return (["## What has changed"] + (lines.isEmpty ? ["Nothing."] : lines)).joined(separator: "\n\n")
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
            return "## \(area.title): \(percent(completeness(of: area)))\n\n"
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
        "--checklist FILE: answers about your project; ends with an error while fewer than 9 in 10 are there (section 20.3).",
        "--since FILE: an earlier version of the same answers; with --checklist, says what has changed.",
        "--form: prints the checklist, to be filled in.",
        "--project: prints a template for a project of your own (section 20.4).",
    ]

    /// Runs the chapter as a program that also understands `--checklist FILE`, `--since FILE`, `--form` and
    /// `--project`.
    public static func mainWithChecklist() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--form"] { return print(ChecklistAnswers.form) }
        if arguments == ["--project"] { return print(projectTemplate) }
        do {
            let (files, others) = try FileOptions("--checklist", "--since").taken(from: arguments)
            guard let file = files["--checklist"] else {
                if files["--since"] != nil {
                    throw Refusal("--since names an earlier version; name the later one by --checklist")
                }
                return main(others)
            }
            let answers = try ChecklistAnswers(file: file)
            let earlier = try files["--since"].map { try ChecklistAnswers(file: $0) }
            print(answers.markdown)
            if let earlier { print("\n" + answers.changesInWords(since: earlier)) }
            for doubt in answers.doubts { warn("ch20: \(doubt)") }
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
