// Reading what a stub and a solution say about their exercise.

import Common

extension Exercise {
    /// Reads a stub, and the hints from the solution. Throws when the stub's first two lines or its statement are
    /// not as they should be.
    public init(stub: String, solution: String, folder: String, file: String) throws {
        let lines = Common.lines(of: stub)
        func refuse(_ expected: String) -> Refusal {
            Refusal("\(Self.originals)/\(folder)/\(file): expected \(expected)")
        }

        let titleLine = #/// Exercise (\S+) · (.+?)(?:\s{2,}needs exercises? (.+))?/#
        guard let title = try titleLine.wholeMatch(in: lines[0])?.output, let id = ExerciseID(String(title.1))
        else { throw refuse("// Exercise \(file.prefix { $0 != "-" }) · Title        needs exercises 4.1, 4.2") }
        guard lines.count > 1, let place = try #/// Section (.+): (\S+)/#.wholeMatch(in: lines[1])?.output
        else { throw refuse("// Section 4.1: Chapters/04-Name/01-Page.swift, on the second line") }
        let statement = Self.statement(in: lines)
        guard !statement.isEmpty else { throw refuse("the statement, a doc comment above the public function") }

        self.id = id
        self.title = String(title.2)
        needs = (title.3 ?? "").split(separator: ",").compactMap { ExerciseID($0.filter { !$0.isWhitespace }) }
        section = String(place.1)
        page = String(place.2)
        self.statement = statement
        hints = Self.hints(
            in: Common.lines(of: solution).filter { !$0.isEmpty }.map { $0[...] }.prefix { $0.hasPrefix("//") })
        self.folder = folder
        self.file = file
    }

    /// The doc comments of what a stub makes public, without their slashes: what the reader has to write, and what is
    /// given.
    static func statement(in lines: [String]) -> String {
        var comments: [[String]] = []
        var current: [String] = []
        for line in lines.map({ $0.drop(while: \.isWhitespace) }) {
            if line.hasPrefix("///") {
                current.append(String(line.dropFirst(3).trimmingPrefix(" ")))
            } else {
                if line.hasPrefix("public ") && !current.isEmpty { comments.append(current) }
                current = []
            }
        }
        return comments.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The hints in the order of their names. A line that begins with no name continues the one before.
    static func hints(in head: some Sequence<Substring>) -> [String] {
        var found: [String: String] = [:]
        var current: String?
        for line in head {
            let words = line.dropFirst(2).drop(while: \.isWhitespace)
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
