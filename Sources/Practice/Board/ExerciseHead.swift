// Reading the head of an exercise's file.

import Common

extension Exercise {
    /// Reads a stub or a solution. Throws when the first two lines or the statement are not as they should be.
    public init(text: String, folder: String, file: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = lines.prefix { $0.hasPrefix("//") && !$0.hasPrefix("///") }
        func refuse(_ expected: String) -> Refusal {
            Refusal("\(folder)/\(file): expected \(expected)")
        }

        let titleLine = /\/\/ Exercise (\S+) · (.+?)(?:\s{2,}needs (.+))?/
        guard let title = try titleLine.wholeMatch(in: head.first ?? "")?.output, let id = ExerciseID(String(title.1))
        else { throw refuse("// Exercise \(file.prefix { $0 != "-" }) · Title        needs 4.1, 4.2") }
        guard let place = try /\/\/ Section (.+): (\S+)/.wholeMatch(in: head.dropFirst().first ?? "")?.output
        else { throw refuse("// Section 4.1: Chapters/04-Name/01-Page.swift, in the second line") }
        let statement = Self.statement(in: lines)
        guard !statement.isEmpty else { throw refuse("the statement, a doc comment above the public function") }

        self.id = id
        self.title = String(title.2)
        needs = (title.3 ?? "").split(separator: ",").compactMap { ExerciseID($0.filter { !$0.isWhitespace }) }
        section = String(place.1)
        page = String(place.2)
        self.statement = statement
        hints = Self.hints(in: head.dropFirst(2))
        self.folder = folder
        self.file = file
    }

    /// The doc comments of what a file makes public, without their slashes: what the reader has to write, and what is
    /// given. Those of a solution's private helpers would give the answer away.
    static func statement(in lines: [String]) -> String {
        var comments: [[String]] = []
        var current: [String] = []
        for line in lines.map({ $0.trimmingPrefix(/\s+/) }) {
            if line.hasPrefix("///") {
                current.append(String(line.dropFirst(3).trimmingPrefix(" ")))
            } else {
                if line.hasPrefix("public ") && !current.isEmpty { comments.append(current) }
                current = []
            }
        }
        return comments.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The hints of a head, in the order of their names. A line that begins with no name continues the one before.
    static func hints(in head: some Sequence<String>) -> [String] {
        var found: [String: String] = [:]
        var current: String?
        for line in head {
            let words = line.dropFirst(2).trimmingPrefix(/\s+/)
            if let name = hintNames.first(where: { words.hasPrefix("\($0.capitalized): ") }) {
                current = name
                found[name] = String(words.dropFirst(name.count + 2))
            } else if let name = current, !words.isEmpty {
                found[name]? += " \(words)"
            }
        }
        return hintNames.compactMap { found[$0] }
    }
}
