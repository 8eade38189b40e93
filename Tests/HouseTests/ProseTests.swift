// A number says its kind: "4.9" alone may be a section, an exercise or a question.

import Common
import Foundation
import Testing

/// The kinds of numbers, and what may come between two numbers of one kind.
private let kinds = ["section", "exercise", "question", "page", "table", "figure", "version"]
private let joints: Set = ["and", "or", "to", "with", "–", "·"]

/// The numbers of a line that look like a chapter's (4.9) and have no kind before them. Code in backticks is not
/// prose, and what is measured or computed ("0.5", "= 4.1", "4.1 s") is not a chapter's number.
func numbersWithoutKind(in line: String, ofChapters chapters: [Int]) -> [String] {
    guard line.utf8.contains(UInt8(ascii: ".")), line.contains(where: \.isNumber) else { return [] }
    let prose = line.replacing(/`[^`]*`/, with: "`")
    let words = prose.split { $0 == " " || $0 == "\t" }.map(String.init)
    var isAfterKind = false
    return words.indices.compactMap { index in
        let word = words[index].trimmingCharacters(in: CharacterSet(charactersIn: "(“\"’',;:.)”"))
        if kinds.contains(where: { [$0, $0 + "s"].contains(word.lowercased()) }) {
            isAfterKind = true
            return nil
        }
        guard let number = word.wholeMatch(of: /(\d{1,2})\.([1-9]\d?)/), chapters.contains(Int(number.output.1)!) else {
            if !joints.contains(word) { isAfterKind = false }
            return nil
        }
        defer { if words[index].contains(")") { isAfterKind = false } }
        let before = index > 0 ? words[index - 1] : ""
        let after = index + 1 < words.count ? words[index + 1] : ""
        // "Swift 6.2" is a version.
        if before == "Swift" { return nil }
        // "4.9 · What?" at the beginning of a line is a question's own number.
        if after == "·", index == 0 || words[..<index].joined() == "///" { return nil }
        return isAfterKind || isMeasured(between: before, and: after) ? nil : word
    }
}

private func isMeasured(between before: String, and after: String) -> Bool {
    let signs: Set<Character> = ["=", "<", ">", "≈", "×", "+", "−", "-", "/", "*", "%"]
    if let sign = before.last, signs.contains(sign) { return true }
    if let sign = after.first, signs.contains(sign) { return true }
    return units.contains(after.filter(\.isLetter))
}

private let units: Set = ["s", "ms", "min", "h", "GB", "MB", "kB", "times", "percent", "years", "million", "billion"]

/// What is between the quotes of a line of code.
private func strings(in line: String) -> [String] {
    line.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.output.1) }
}

/// Whether a line is a comment, and not code that is shown in one: that is indented by four spaces.
private func isProse(_ line: String) -> Bool {
    line.hasPrefix("//") && !line.trimmingPrefix(/\/+/).hasPrefix("     ")
}

@Suite struct `The prose of the house` {
    @Test(
        arguments: [
            "Chapters", "Exercises", "HintsAndSolutions", "Checks", "Tests/Chapters", "Sources/Practice",
        ].flatMap(swiftFiles))
    func `comments say what kind of number they mean`(_ path: String) throws {
        for (index, line) in lines(of: try read(path)).enumerated() where isProse(trimmed(line)) {
            expectKinds(in: trimmed(line), chapterNumber(of: path), at: "\(path):\(index + 1)")
        }
    }

    /// Captions, prompts and labels are strings.
    @Test(arguments: swiftFiles("Chapters"))
    func `so do the texts that a chapter prints`(_ path: String) throws {
        var isText = false
        for (index, line) in lines(of: try read(path)).enumerated() where !trimmed(line).hasPrefix("//") {
            if line.contains(#"""""#) { isText.toggle() }
            let texts = isText ? [line] : strings(in: line)
            for text in texts { expectKinds(in: text, chapterNumber(of: path), at: "\(path):\(index + 1)") }
        }
    }

    private func expectKinds(in text: String, _ chapter: Int?, at place: String) {
        let chapters = chapter.map { [$0] } ?? chapterFolders.map(\.number)
        let bare = numbersWithoutKind(in: text, ofChapters: chapters)
        #expect(
            bare.isEmpty,
            "\(place): say what \(bare.joined(separator: ", ")) is: a section, an exercise or a question (code goes in backticks)"
        )
    }

    @Test func `the strings of a line are found`() {
        #expect(strings(in: #"show("see 4.9", caption: "it says \"4.8\"") // "#) == ["see 4.9", #"it says \"4.8\""#])
    }

    @Test(arguments: ["README.md", "ARCHITECTURE.md"])
    func `so do the project's pages`(_ path: String) throws {
        var isCode = false
        for (index, line) in lines(of: try read(path)).enumerated() {
            if line.hasPrefix("```") { isCode.toggle() }
            guard !isCode, !line.hasPrefix("    "), !line.hasPrefix("|") else { continue }
            let bare = numbersWithoutKind(in: line, ofChapters: chapterFolders.map(\.number))
            #expect(
                bare.isEmpty,
                "\(path):\(index + 1): say what \(bare.joined(separator: ", ")) is: a section, an exercise or a question (code goes in backticks)"
            )
        }
    }

    @Test(arguments: [
        ("see 4.9", ["4.9"]), ("see section 4.9.", []), ("Exercises 4.3, 4.6 and 4.7:", []),
        ("(questions 4.3 to 4.12) and 4.13", ["4.13"]), ("`check 4.9` checks it", []), ("4.9 s, x = 4.9, 4.9 %", []),
        ("5.9 or 0.4 or 4.05", []), ("the loss of 4.15 rises", ["4.15"]), ("the exercise asks for 4.15", ["4.15"]),
        ("Section 4.11, question 18: Chapters/04-X/11-Sigmoid.swift", []), ("Swift 4.2", []),
        ("/// 4.9 · What?", []), ("4.9 · What?", []), ("see 4.9 · What?", ["4.9"]),
    ])
    func `the rule tells numbers from measurements`(_ line: String, _ expected: [String]) {
        #expect(numbersWithoutKind(in: line, ofChapters: [4]) == expected)
    }
}
