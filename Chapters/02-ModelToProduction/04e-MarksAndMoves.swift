// # Marks, moves, and the way back
//
// Section 2.4 · After this page you can let a program move somebody's files, and sleep well.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// In the book, two short loops end the cleaning. One goes through `delete()` and removes these files, and the other
// goes through `change()` and moves each file to the folder of its new kind:
//
//     for place in cleaner.delete() { try FileManager.default.removeItem(at: cleaner.items[place].file) }
//     for (place, category) in cleaner.change() { … moveItem(at: …, to: folder/category/name) }
//
// These loops work, on a good day. Then somebody deletes the wrong photo. Or there are a `12.jpg` among the grizzlies
// and another one among the black bears, and the one that is moved meets the one that is there. Or the power fails
// between the third file and the fourth: what was done, and what was not? The photos may be years of somebody's work,
// so `CleaningFolder` does it with more care:
//
// - Nothing is deleted. A removed photo goes into a hidden folder, `.cleaning/removed`, where no training looks.
// - A name that is taken gets a number.
// - Before the first file is moved, the whole list of moves is written into a *journal*, down to the disk. After the
//   last one the journal says "done". Whoever opens the folder and finds a list that was begun makes the moves that
//   are missing.
// - What is done can be undone: the list backwards, in the same way.
//
// (Its source is CleaningFolder.swift, beside this page. A database does just the same, on a larger scale.)

// To try it, `practiceFolder` makes a folder, and `contents` looks at one:

/// Five photos of two kinds, as files to try things on. What is in them is their own name.
func practiceFolder(in place: URL) throws -> URL {
    let folder = place.appending(path: "photos")
    for path in ["black/1.jpg", "black/2.jpg", "black/12.jpg", "grizzly/7.jpg", "grizzly/12.jpg"] {
        let file = folder.appending(path: path)
        try makeFolder(file.deletingLastPathComponent())
        try Data(path.utf8).write(to: file)
    }
    return folder
}

/// What is in the files of a folder, by their paths; also in hidden ones, but for journal and marks.
func contents(of folder: URL) throws -> [String: String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = paths.filter { !isFolder(folder.appending(path: $0)) && !$0.hasSuffix(".json") }
    return Dictionary(
        uniqueKeysWithValues: try files.map {
            ($0, String(decoding: try readData(folder.appending(path: $0)), as: UTF8.self))
        })
}

// And `PlugPulled` ends a program at a bad moment:

/// The program ends here, as if somebody had pulled the plug.
struct PlugPulled: Error {}

extension ModelToProduction {
    func movesOfMarks() throws {
        // Five files, three marks. A file's text is the path that it began with, so that you see what became of it:
        try inTemporaryFolder { place in
            let photos = try CleaningFolder(practiceFolder(in: place))
            let moves = try photos.moves(for: practiceMarks)
            var table = TextTable(["from", "to"])
            for move in moves { table.add(move.from, move.to) }
            show(table, "What would be done")
            show(try contents(of: photos.folder).count, "files, and nothing has been done yet")
            try photos.apply(moves)
            table = TextTable(["file", "was"])
            for (path, text) in try contents(of: photos.folder).sorted(by: { $0.key < $1.key }) {
                table.add(path, text)
            }
            show(
                table, "What was done",
                predict: .choice(
                    "black/12.jpg goes to the grizzlies, which have a 12.jpg. What is it called there?",
                    ["12.jpg", "12-2.jpg"], answer: "12-2.jpg"))
            show(try photos.undo(), "photos go back")
            let isAsBefore = try contents(of: photos.folder).allSatisfy { $0.key == $0.value }
            show(isAsBefore, "everything is as before", ask: "After `undo`, is every file where it was?")
        }
    }

    func pulledPlugs() throws {
        // And the power cut? Pull the plug after the first move, after the second, and after the third, when only the
        // word "done" is missing in the journal. Each time, somebody opens the folder again, and looks:
        var table = TextTable(["plug pulled after", "files that are there", "moved then", "moved when opened again"])
        var counts: [Int] = []
        for moment in 1...3 {
            try inTemporaryFolder { place in
                let folder = try practiceFolder(in: place)
                let photos = try CleaningFolder(folder)
                do {
                    try photos.apply(photos.moves(for: practiceMarks)) { if $0 == moment { throw PlugPulled() } }
                } catch is PlugPulled {}
                let then = try contents(of: folder)
                _ = try CleaningFolder(folder)
                let later = try contents(of: folder)
                table.add(
                    "move \(moment)", later.count, then.count { $0.key != $0.value },
                    later.count { $0.key != $0.value })
                counts.append(later.count)
            }
        }
        show(
            table, "Three power cuts",
            predict: .choice(
                "After each of them, the folder is opened again. How many of the three moves are done then?",
                ["all", "none", "those before the cut"], answer: "all"))
        record("cleaning/files-after-the-worst-power-cut", counts.min()!)

        // Here the plug is an error that nobody catches in time. (A test of this chapter does it with a signal that
        // no program survives.) There are two ways to deal with a list that was begun: go on, or go back. Both are
        // fine, as long as it is always the same one, for what is bad is half of it.
    }
}

// MARK: Helpers

extension ModelToProduction {
    private var practiceMarks: [String: CleaningMark] {
        ["black/2.jpg": .delete, "black/12.jpg": .change(to: "grizzly"), "grizzly/7.jpg": .change(to: "teddy")]
    }
}
