// What is going on while somebody looks through a folder: the photos with their losses, and the marks, which are kept
// in the folder after each key.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

/// A folder, what the net says of its photos, and the marks.
final class CleaningSession {
    let folder: CleaningFolder
    private(set) var cleaner: ImageClassifierCleaner

    init(_ folder: CleaningFolder, _ cleaner: ImageClassifierCleaner) throws {
        (self.folder, self.cleaner) = (folder, cleaner)
        let places = Dictionary(cleaner.items.indices.map { (path($0), $0) }) { first, _ in first }
        for (path, mark) in try folder.marks() {
            if let place = places[path] { self.cleaner.mark(place, mark) }
        }
    }

    /// Every photo is judged by a head that has not learned from it (section 2.4).
    /// - Throws: `PhotoProblem` or `Refusal`, which names the folder, where there is nothing to compare.
    convenience init(_ folder: CleaningFolder, judgedBy run: Run) throws {
        let verified = VerifiedPhotos(try photoFiles(in: folder.folder))
        for problem in verified.problems.prefix(5) {
            show("\(folder.folder.shortening("\(problem)"))", "cannot be read, and is left out")
        }
        let files = verified.readable
        let kinds = Vocabulary(files.map(parentFolder))
        guard kinds.count > 1, files.count >= 10 else {
            throw Refusal(
                "\(folder.folder.path): \(files.count) photos in \(kinds.count) folders were found; at least 10 are needed, in a "
                    + "folder for each kind")
        }
        let body = try Pretrained.best(of: run, photosAreReal: true)
        let features = BearFeatures(
            x: try body.features(of: files), labels: files.map { kinds[parentFolder($0)]! },
            classes: kinds.classes)
        var random = run.random
        let judged = judgedByOthers(features, steps: run.size(quick: 5, usual: 30), using: &random)
        let items = ImageClassifierCleaner.items(judged, files: files, part: .valid)
        try self.init(folder, ImageClassifierCleaner(items, categories: kinds.classes))
    }

    /// The path of a photo from the folder on.
    func path(_ place: Int) -> String {
        let (path, above) = (cleaner.items[place].file.resolvingSymlinksInPath().path, folder.folder.path + "/")
        return path.hasPrefix(above) ? String(path.dropFirst(above.count)) : path
    }

    var marks: [String: CleaningMark] {
        Dictionary(uniqueKeysWithValues: cleaner.marks.map { (path($0), $1) })
    }

    /// Marks a photo, and keeps the marks.
    func mark(_ place: Int, _ mark: CleaningMark) throws {
        cleaner.mark(place, mark)
        try folder.keep(marks)
    }

    /// Does what the marks say. The photos that went away are no longer marked.
    /// - Returns: how many were moved.
    func apply() throws -> Int {
        let moves = try folder.moves(for: marks)
        let problems = try folder.apply(moves)
        for place in cleaner.marks.keys { cleaner.mark(place, .keep) }
        try folder.keep([:])
        return moves.count - problems.count
    }

    /// Whether a photo is still where it was.
    func isThere(_ place: Int) -> Bool { FileManager.default.fileExists(atPath: cleaner.items[place].file.path) }

    /// "1 to delete, 2 with another label"
    var summary: String {
        "\(cleaner.delete().count) to delete, \(cleaner.change().count) with another label"
    }
}

/// One photo after the other in the terminal, and a key for each mark.
struct CleaningDialog {
    let session: CleaningSession, keys: Keys

    init(_ session: CleaningSession, _ keys: Keys) { (self.session, self.keys) = (session, keys) }

    func run() {
        let (order, kinds) = (session.cleaner.worst(), session.cleaner.categories)
        say(
            "k keeps a photo, d deletes it, 1 to \(min(9, kinds.count)) give it another label, b goes back, a applies the marks, "
                + "q ends (the marks are kept).")
        for (number, kind) in kinds.prefix(9).enumerated() { say("  \(number + 1) \(kind)") }
        var place = 0
        while place < order.count {
            guard session.isThere(order[place]) else {
                place += 1
                continue
            }
            describe(order[place], "\(place + 1) of \(order.count)")
            guard let key = keys.nextCharacter(), key != "q" else { break }
            do {
                switch key {
                case "k": try session.mark(order[place], .keep)
                case "d": try session.mark(order[place], .delete)
                case "b":
                    place = max(0, place - 1)
                    continue
                case "a":
                    apply()
                    continue
                default:
                    guard let number = key.wholeNumberValue, kinds.indices.contains(number - 1), number < 10 else {
                        say("This key means nothing here.")
                        continue
                    }
                    try session.mark(order[place], .change(to: kinds[number - 1]))
                }
                place += 1
            } catch { warn("\(error)") }
        }
        say("The marks are kept: \(session.summary). `--apply` in place of keys carries them out.")
    }

    private func describe(_ place: Int, _ number: String) {
        let item = session.cleaner.items[place]
        if let photo = try? Photo(item.file, atLeast: 120) {
            let (width, height) = (60, max(1, 60 * photo.height / photo.width))
            say(photo.raster.resized(width: width, height: height).terminal(.detect()))
        }
        let mark = session.cleaner.marks[place].map { " [marked: \($0)]" } ?? ""
        say(
            "\(number): \(session.path(place)) is labelled \(item.actual); the net says \(item.predicted) "
                + "(\(Int(item.probability * 100)) %), loss \(String(format: "%.2f", item.loss))\(mark)")
    }

    private func apply() {
        say("\(session.summary). Press y to move these photos; any other key goes on.")
        guard keys.nextCharacter() == "y" else { return }
        do { say("\(try session.apply()) photos were moved. `--undo` takes that back.") } catch { warn("\(error)") }
    }
}
