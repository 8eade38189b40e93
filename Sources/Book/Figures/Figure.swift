import Common
import Foundation

/// Something to look at: a picture, a chart, a diagram, a table.
///
/// Every figure comes in two forms. As a **file** it is a PNG (pictures), an SVG (charts and
/// diagrams) or plain text (tables); in the **terminal** it is coloured half-blocks or
/// braille, and plain ASCII where there is no colour.
public protocol Figure: Sendable {
    /// `"png"`, `"svg"` or `"txt"`.
    var fileExtension: String { get }
    /// The bytes of the file. The same figure always gives the same bytes.
    func fileData() throws -> Data
    /// The figure as lines of text, without a newline at the end.
    func terminal(_ style: TerminalStyle) -> String
}

extension Figure {
    /// Writes the figure's file, whole or not at all.
    ///
    /// - Throws: `FigureError`, which names the file.
    public func write(to file: URL) throws {
        try writeWhole(fileData(), to: file)
    }
}

/// What went wrong with a figure's file: the message names the file and what was expected.
public struct FigureError: Error, CustomStringConvertible, Equatable {
    public let file: URL?
    public let problem: String
    /// What to try.
    public let advice: String?

    public init(file: URL?, problem: String, try advice: String? = nil) {
        (self.file, self.problem, self.advice) = (file, problem, advice)
    }

    public var description: String {
        (file.map { "\($0.path): " } ?? "") + problem + (advice.map { "\n  try: \($0)" } ?? "")
    }
}

/// Writes a file whole or not at all, into a folder that is there.
func writeWhole(_ data: Data, to file: URL) throws {
    let folder = file.deletingLastPathComponent()
    guard isFolder(folder) else {
        throw FigureError(file: file, problem: "cannot be written: there is no folder \(folder.path)")
    }
    try writeWhole(to: file, failing: { FigureError(file: URL(filePath: $0.path), problem: $0.problem) }) { new in
        try data.withUnsafeBytes { try new.write($0) }
    }
}
