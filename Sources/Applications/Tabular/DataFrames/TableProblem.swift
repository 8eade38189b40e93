// What can be wrong with a table that comes from outside: nothing of it stops the program, all of it is thrown.

import Common

/// What is wrong with a table, where, and what to do.
public struct TableProblem: FileProblem {
    /// The file, or what the table is called otherwise.
    public let file: String
    /// The line of the file, counted from 1; nil where no line is at fault.
    public let line: Int?
    /// The name of the column; nil where no column is at fault.
    public let column: String?
    public let problem: String
    public let advice: String?

    public init(_ file: String, _ problem: String, try advice: String?) {
        self.init(file, line: nil, column: nil, problem, try: advice)
    }

    public init(
        _ file: String, line: Int? = nil, column: String? = nil, _ problem: String, try advice: String? = nil
    ) {
        (self.file, self.line, self.column, self.problem, self.advice) = (file, line, column, problem, advice)
    }

    /// `sales.csv:17, column “price”: …` and, on a line of its own, what to try.
    public var description: String {
        let place = file + (line.map { ":\($0)" } ?? "") + (column.map { ", column “\($0)”" } ?? "")
        return "\(place): \(problem)" + (advice.map { "\n  try: \($0)" } ?? "")
    }
}

/// What was found in a file, in quotation marks: not too long, and without what a terminal would take for commands.
func quoted(_ text: String) -> String {
    let visible = text.unicodeScalars.prefix(60).map {
        $0.value < 32 || (127..<160).contains($0.value) ? " " : Character($0)
    }
    return text.isEmpty ? "nothing" : "“\(String(visible))\(text.unicodeScalars.count > 60 ? "…" : "")”"
}
