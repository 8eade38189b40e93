// Code for readers who want to predict before they see. A prediction in the code gives its answer away:
//
//     show(image.shape, predict: .count("How many pixels does an image have?", 784))
//
// So it is taken out, and its question becomes a comment above the call.

import Common

/// The code without its `predict:` and `ask:` arguments, and with their questions as comments.
/// - Parameters:
///   - first: the code's first line in its file.
///   - asked: what the run asked, by the line of the call. A call that the run did not come to shows the question as it
///     is written there, if it is.
func withQuestions(_ code: String, from first: Int, asked: [Int: [String]]) -> String {
    var characters = Array(code)
    var edits: [(range: Range<Int>, text: String)] = []
    for argument in PredictionArguments(in: code).apart {
        let start = argument.lineStart
        let indent = String(characters[start...].prefix { $0 == " " })
        let questions = asked[first + argument.line] ?? argument.question.map { [$0] } ?? []
        let comments = questions.flatMap { wrapped($0, to: 100).split(separator: "\n") }
        edits.append((start..<start, comments.map { "\(indent)// \($0)\n" }.joined()))
        edits.append((argument.range, ""))
    }
    // From the last to the first, so that the places before stay what they are.
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }).reversed() {
        characters.replaceSubrange(edit.range, with: edit.text)
    }
    return String(characters)
}

/// The arguments that are predictions, found by counting brackets.
private struct PredictionArguments {
    struct Argument {
        /// The line on which its call begins, from 0, and the place of that line's first character.
        let line: Int
        var lineStart: Int
        /// From the comma before it to its last character.
        var range: Range<Int>
        /// Its text literal, if it begins with one.
        let question: String?
    }

    private struct Bracket {
        let isCall: Bool
        let line: Int, lineStart: Int
        /// Where the argument that is being read begins.
        var argument: Int
    }

    /// In order, with no character in two of them: one within another goes with that one.
    var apart: [Argument] {
        found.sorted { $0.range.lowerBound < $1.range.lowerBound }.reduce(into: []) { apart, argument in
            var argument = argument
            if let before = apart.last {
                if argument.range.upperBound <= before.range.upperBound { return }
                argument.range = max(argument.range.lowerBound, before.range.upperBound)..<argument.range.upperBound
                // A line that begins within the one before goes when that one does.
                if before.range.contains(argument.lineStart) { argument.lineStart = before.lineStart }
            }
            apart.append(argument)
        }
    }

    private var found: [Argument] = []
    private var open: [Bracket] = []
    private let characters: [Character]

    init(in code: String) {
        characters = Array(code)
        var (scanner, lineStart) = (BracketScanner(), 0)
        for (number, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let character = rest.first {
                let place = lineStart + line.count - rest.count
                if !scanner.isInside { visit(character, at: place, line: number, lineStart) }
                scanner.step(&rest)
            }
            scanner.endLine()
            lineStart += line.count + 1
        }
    }

    private mutating func visit(_ character: Character, at place: Int, line: Int, _ lineStart: Int) {
        switch character {
        case "(", "[", "{":
            open.append(Bracket(isCall: character == "(", line: line, lineStart: lineStart, argument: place + 1))
        case ")", "]", "}":
            endArgument(at: place)
            _ = open.popLast()
        case "," where !open.isEmpty:
            endArgument(at: place)
            open[open.count - 1].argument = place + 1
        default: break
        }
    }

    private mutating func endArgument(at end: Int) {
        guard let call = open.last, call.isCall else { return }
        let text = String(characters[call.argument..<end].drop { $0.isWhitespace })
        guard text.hasPrefix("predict:") || text.hasPrefix("ask:") else { return }
        var range = call.argument..<end
        if characters[call.argument - 1] == "," {
            let spaces = characters[range].reversed().prefix { $0.isWhitespace }.count
            range = call.argument - 1..<end - spaces
        } else if characters[end] == "," {
            range = call.argument..<end + 1 + characters[(end + 1)...].prefix { $0.isWhitespace }.count
        }
        found.append(
            Argument(line: call.line, lineStart: call.lineStart, range: range, question: question(in: text)))
    }
}

/// The question of `ask: "How many?"` and of `predict: .count("How many?", 3)`; nil when it is not written there.
private func question(in argument: String) -> String? {
    guard let label = argument.prefixMatch(of: /(ask:|predict:\s*\.\w+\()\s*(?=")/) else { return nil }
    var (scanner, rest) = (BracketScanner(), argument[label.range.upperBound...])
    let start = rest.startIndex
    repeat { scanner.step(&rest) } while scanner.isInside && !rest.isEmpty
    let literal = argument[start..<rest.startIndex].dropFirst().dropLast()
    return String(literal).replacing("\\\"", with: "\"").replacing("\n", with: " ")
}
