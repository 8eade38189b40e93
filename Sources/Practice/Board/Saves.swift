// Noticing that the reader saved a file, by looking at the times of all files now and then. That works on every system
// and every disk, and for a few hundred small files it costs next to nothing.

import Foundation

/// When the Swift files in the reader's folders were saved, by their paths from the root.
struct Saves: Equatable {
    private var times: [String: Date] = [:]

    init(in chapters: [ExerciseChapter], root: URL) {
        for folder in chapters.map({ "Exercises/\($0.folder)" }) {
            let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
            for name in names ?? [] where name.hasSuffix(".swift") && !name.hasPrefix(".") {
                let path = "\(folder)/\(name)"
                let facts = try? FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)
                times[path] = facts?[.modificationDate] as? Date
            }
        }
    }

    /// The files that are new, gone, or have a different time than before, in order.
    func changes(since before: Saves) -> [String] {
        Set(times.keys).union(before.times.keys).filter { times[$0] != before.times[$0] }.sorted()
    }
}
