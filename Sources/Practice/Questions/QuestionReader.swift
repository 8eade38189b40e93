// Reading questions from Swift source. This needs no parser: the formatter keeps a comment's lines on `///`, a test's
// head on one or two lines, and its closing brace under the `@`.

import Common
import Foundation

/// Goes through the lines of one file.
struct QuestionReader {
    let file: String
    let lines: [String]

    /// Every test of the file with the question above it.
    /// - Throws: `Refusal` for a test without a question, or a question whose parts are not all there.
    func questions() throws -> [Question] {
        var questions: [Question] = []
        var comment: [String] = []
        for (index, line) in lines.enumerated() {
            let text = trimmed(line)
            if text.hasPrefix("///") {
                comment.append(trimmed(text.dropFirst(3)))
                continue
            }
            if text.hasPrefix("@Test") { questions.append(try question(comment, testAt: index)) }
            comment = []
        }
        return questions
    }

    private func question(_ comment: [String], testAt index: Int) throws -> Question {
        let proof = try proof(at: index)
        let pointers = try comment.filter { $0.hasPrefix(pointerMark) }.map { try pointer($0, above: index) }
        var paragraphs = comment.filter { !$0.hasPrefix(pointerMark) }
            .split(separator: "").map { $0.joined(separator: " ") }
        guard let head = paragraphs.first?.firstRange(of: " · "), !pointers.isEmpty, paragraphs.count > 1 else {
            throw error(index, "the comment above the test needs a question, an answer and a “\(pointerMark)”")
        }
        let question = paragraphs.removeFirst()
        return Question(
            number: String(question[..<head.lowerBound]), text: String(question[head.upperBound...]),
            answer: paragraphs.joined(separator: "\n\n"), shownBy: pointers, proof: proof)
    }

    /// "- Shown by: `linear1` in Chapters/04-DigitClassifier/10-Loss.swift"
    private func pointer(_ line: String, above index: Int) throws -> Pointer {
        guard let match = line.wholeMatch(of: /- Shown by: `([^`]+)` in (\S+)/) else {
            throw error(index, "not a pointer of the form “\(pointerMark) `symbol` in file”: \(line)")
        }
        return Pointer(symbol: String(match.1), file: String(match.2))
    }

    /// The test whose `@Test` is on line `start`, counted from 0.
    private func proof(at start: Int) throws -> Proof {
        let indent = lines[start].prefix { $0 == " " }
        guard let end = lines[start...].firstIndex(of: indent + "}"),
            let head = lines[start..<end].firstIndex(where: { $0.hasSuffix("{") }),
            let name = lines[start...head].joined().firstMatch(of: /func `([^`]+)`/)
        else {
            throw error(start, "the test needs a name in backticks, and its closing brace under its @")
        }
        let body = lines[head + 1..<end].map { $0.dropFirst(indent.count + 4) }
        return Proof(name: String(name.1), code: body.joined(separator: "\n"), file: file, line: start + 1)
    }

    private func error(_ index: Int, _ problem: String) -> Refusal {
        Refusal("\(file):\(index + 1): \(problem)")
    }
}

private let pointerMark = "- Shown by:"
