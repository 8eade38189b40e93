// # Patterns for files
//
// Section 19.1 · After this page you can say what a glob is, and list files by a pattern.

import Common
import Datasets
import Figures
import Foundation
import Notebook

// The other way to find files is a pattern. A *glob* is a path with wildcards: `*` stands for any run of characters in
// a name, `?` for a single character. (The word is short for "global command", a program of the first Unix. Python's
// glob also has sets of characters, such as [0-9] or [abc]; exercise 19.1 adds them.) Does a name fit a pattern? Go
// along both, sign by sign. At a star, let it stand for nothing and go on behind it. Where the name does not fit later,
// come back, and let the star swallow one character more. Only the last star has to be tried again. An earlier one has
// taken as little as it could, and whatever it took more would be missing behind it:

/// Whether a name fits a pattern: `*` stands for any run of characters, `?` for one character, anything else for
/// itself.
public func fits(_ name: Substring, _ pattern: Substring) -> Bool {
    var (name, pattern) = (name, pattern)
    /// What is left of the name at the last star, and of the pattern behind it.
    var star: (name: Substring, pattern: Substring)?
    while !(name.isEmpty && pattern.isEmpty) {
        if pattern.first == "*" {
            pattern = pattern.dropFirst()
            star = (name, pattern)
        } else if let sign = pattern.first, let character = name.first, sign == "?" || sign == character {
            (name, pattern) = (name.dropFirst(), pattern.dropFirst())
        } else if let last = star, !last.name.isEmpty {
            (name, pattern) = (last.name.dropFirst(), last.pattern)
            star = (name, pattern)
        } else {
            return false
        }
    }
    return true
}

extension LearnerFromScratch {
    func patternsForNames() {
        let patterns: [Substring] = ["*.png", "00?.png", "*1*", "*"]
        var table = TextTable(["name"] + patterns.map(String.init))
        for name: Substring in ["001.png", "0010.png", "001.PNG", "notes.txt"] {
            table.rows.append([String(name)] + patterns.map { fits(name, $0) as any TableCell })
        }
        show(
            table, "Which names fit which patterns",
            predict: .yesNo("Does 001.PNG fit the pattern *.png?", fits("001.PNG", "*.png")))
    }
}

// A whole path is a pattern for each folder on the way. One more sign is needed, `**`, which stands for any number of
// folders, none included. Then `**/*.png` is every PNG file at any depth. (At the end of a pattern, where nothing comes
// behind it, `**` is everything below.) The function `glob` cuts a pattern at its slashes, and `expand` does the work,
// part by part. It calls itself for the rest of the parts:

private func expand(_ parts: ArraySlice<Substring>, in folder: URL) throws -> [URL] {
    guard let part = parts.first else { return [folder] }
    let (entries, rest) = (try Listing(of: folder), parts.dropFirst())
    if part == "**" {
        // No folder at all, or one more of any name.
        let deeper = try entries.filter { isFolder($0) && !isLink($0) }.flatMap { try expand(parts, in: $0) }
        return try (rest.isEmpty ? Array(entries) : expand(rest, in: folder)) + deeper
    }
    let fitting = entries.filter { fits($0.name[...], part) }
    return try rest.isEmpty ? fitting : fitting.filter(isFolder).flatMap { try expand(rest, in: $0) }
}

/// All files and folders below a folder whose path fits a pattern like "train/*/*.png" or "**/*.png". (Python's
/// `glob.glob`, with `recursive=True`. For `**` alone Python also gives the folder itself.)
public func glob(_ pattern: String, in folder: URL) throws -> [URL] {
    try expand(pattern.split(separator: "/")[...], in: folder)
}

extension LearnerFromScratch {
    func globForFiles() throws {
        // Do both find the same?
        let (walked, globbed) = (try walk(try source.contents), try glob("**/*.png", in: try source.contents))
        show(
            Set(walked) == Set(globbed), "the same set of files",
            ask: "Do walk and glob find the same files?")
        let few = try glob("*/*/*1.png", in: try source.contents)
        show(few.prefix(3).map { $0.tail() }, "the first three of \(few.count) that fit */*/*1.png")
    }

    func walkOrGlob() throws {
        // The book says that walking is faster and more flexible, and asks you to try. More flexible it is: a set of
        // extensions, in any case, is one question for each name, where a glob would need a pattern for each spelling.
        // And our glob does more work. At `**` it reads every folder twice, once for the folders in it, once for the
        // files. How long does each take on this run's folder?
        let folder = try source.contents
        let ways: [(String, () throws -> [URL])] = [
            ("walk", { try walk(folder) }), ("glob", { try glob("**/*.png", in: folder) }),
        ]
        var table = TextTable(["way", "files", "milliseconds"], decimals: 1)
        for (name, list) in ways {
            let times = try (0..<3).map { _ in
                let (start, found) = (ContinuousClock.now, try list())
                return (count: found.count, time: (ContinuousClock.now - start) / .milliseconds(1))
            }
            table.add(name, times[0].count, times.map(\.time).min() ?? 0)
        }
        show(table, "Two ways to find all pictures, the best of three times")
    }
}
