// # One polished project
//
// Section 20.4 · After this page you have a plan for a project of your own, and know how far you have come.

import Common
import Figures
import Foundation
import Notebook

// Choose one small project, and make it as good as you can. That forces you to go deep, and shows whether you have
// understood: the last tenth of it teaches more than the first nine. These are its parts, `capstone`, each with the
// chapter that shows how (`projectTemplate` makes a file of them, to be filled in):

/// The parts of a project of your own, and where the book does them.
public let capstone: [(part: String, question: String, chapter: String)] = [
    ("question", "Who will decide what differently, if it works?", "2 and 3"),
    ("data", "How many, from where, and what do labels really mean?", "1, 3 and 9"),
    ("split", "What will be new when it is used: time, people, places?", "1 and 9"),
    ("baseline", "How good is a rule of one line?", "4 and 9"),
    ("model", "What is the smallest model that overfits? And then?", "5, 13 and 15"),
    ("errors", "Which are the worst, and what do they have in common?", "2, 5 and 18"),
    ("people", "For whom is it wrong, and how can they object?", "3"),
    ("checklist", "Which of 56 questions have no answer?", "20"),
    ("watch", "How will you notice that it has become worse?", "20"),
    ("post", "What have you learned that others could use?", "20"),
]

extension WhatNext {
    func onePolishedProject() {
        let table = TextTable(
            ["part", "a question to begin with", "chapters"], rows: capstone.map { [$0.part, $0.question, $0.chapter] })
        show(table, "A project of your own")
        // `swift run ch20 --project` prints them as a file to fill in, which becomes your post in the end. Time for it
        // is an hour a day rather than a weekend a month (section 20.1). And show it to somebody when it is half done.
    }

    /// A post with a part for each of `capstone`, to be filled in.
    static var projectTemplate: String {
        let parts = capstone.map { part, question, chapter in
            "## \(part.prefix(1).uppercased() + part.dropFirst())\n\n*\(question)* (\(chapter.contains(" and ") ? "chapters" : "chapter") \(chapter))\n\n…"
        }
        return (["# My project", "What it does, for whom, in one sentence."] + parts).joined(separator: "\n\n")
    }
}

// And how far have you come? The board of the exercises (`swift run exercises`) remembers which ones you have solved,
// in a file of your working copy. `SolvedExercises` reads it, and `exercisesByChapter` counts all there are:

/// Which exercises have been solved, as the board remembers it.
struct SolvedExercises: Common.Record {
    struct Entry: Codable { var solved: Bool? }
    var exercises: [String: Entry]? = [:]

    /// Solved exercises of each chapter: "8.3" belongs to chapter 8.
    var byChapter: [Int: Int] {
        var counts: [Int: Int] = [:]
        for (key, entry) in exercises ?? [:] where entry.solved == true {
            if let chapter = Int(key.prefix { $0 != "." }) { counts[chapter, default: 0] += 1 }
        }
        return counts
    }
}

/// How many exercises each chapter has, counted in the folder of stubs.
func exercisesByChapter(root: URL) -> [Int: Int] {
    let folder = root.appending(path: "Exercises")
    var counts: [Int: Int] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
        guard let chapter = Int(name.prefix(2)) else { continue }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? []
        let count = files.count { $0.hasSuffix(".swift") && $0.first?.isNumber == true }
        if count > 0 { counts[chapter] = count }
    }
    return counts
}

extension WhatNext {
    func howFarYouAre() throws {
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        guard let root = try? projectRoot(around: here) else {
            show("run this in the folder of the project, to see how far you have come", "")
            return
        }
        let (record, notice) = try RecordFile<SolvedExercises>("progress", root: root).load()
        if let notice { show(notice, "") }
        let (all, solved) = (exercisesByChapter(root: root), record.byChapter)
        var table = TextTable(["chapter", "its program", "exercises", "solved"])
        for (chapter, count) in all.sorted(by: { $0.key < $1.key }) {
            table.add(chapter, "swift run ch\(chapter < 10 ? "0" : "")\(chapter)", count, solved[chapter] ?? 0)
        }
        show(table, "Your exercises")
        let next = all.keys.sorted().first { (solved[$0] ?? 0) < all[$0]! }
        show(next.map { "chapter \($0): `swift run exercises`" } ?? "all are solved: pass the book on", "what next?")
        // Then close this book, and open a file.
    }
}
