// `swift run ch02 --worksheet FILE`: asks, keeps, reports. Questions go to standard error, the report to standard
// output, so that `--worksheet FILE > report.md` keeps it.

import Common
import Foundation

extension ModelToProduction {
    static let worksheetTool = Tool(
        option: "--worksheet",
        help:
            "--worksheet FILE: asks about a project of yours, keeps the answers in FILE, prints a report (section 2.7)."
    ) { arguments in
        guard arguments.count == 1, let name = arguments.first, !name.hasPrefix("--") else {
            throw Refusal("--worksheet: name one file in which the answers are kept")
        }
        let file = URL(filePath: (name as NSString).expandingTildeInPath)
        let sheet = try filledIn(
            file,
            by: { question in
                warn("\n\(question.words)\n(Return to pass, Ctrl-D to stop)")
                return readShortLine()
            })
        print(sheet.report)
    }

    /// Asks what a file does not answer yet, and keeps each answer at once.
    /// - Parameter answer: gives an answer, an empty one to pass, or nil to stop.
    /// - Throws: what is wrong with the file: it is no text, an answer is there twice, it cannot be written.
    static func filledIn(_ file: URL, by answer: (WorksheetQuestion) -> String?) throws -> Worksheet {
        var sheet = try Worksheet()
        if FileManager.default.fileExists(atPath: file.path) {
            guard let text = String(data: try readData(file), encoding: .utf8) else {
                throw Refusal("\(file.lastPathComponent) is not a text in UTF-8")
            }
            sheet = try Worksheet(text)
        }
        for question in sheet.missing {
            guard let words = answer(question) else { break }
            sheet.answer(question, words)
            if sheet.answers[question.key] != nil { try writeWhole(Data(sheet.text.utf8), to: file) }
        }
        return sheet
    }
}

/// The next line of standard input, or nil at its end. Whatever is beyond 10,000 bytes of a line is passed over.
private func readShortLine() -> String? {
    var (bytes, isAtEnd) = ([UInt8](), true)
    while case let byte = getchar(), byte != EOF {
        isAtEnd = false
        if byte == 10 { break }
        if bytes.count < 10_000 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    }
    return isAtEnd ? nil : String(decoding: bytes, as: UTF8.self)
}
