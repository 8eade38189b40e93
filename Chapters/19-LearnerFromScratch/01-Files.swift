// # Finding the files
//
// Section 19.1 · After this page you can list all files of a kind below a folder in two ways, and say what a glob is.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// The book trains on Imagenette: ten classes of ImageNet that are easy to tell apart, in photographs whose shorter side
// has 160 pixels. `swift run data get imagenette2-160` fetches them; how an archive is downloaded, checked and
// unpacked, you can read in `Installer.swift`. They are JPEG files, and our reader of images knows PNG. So they have to
// be converted once, with ImageMagick for example, into a folder beside the original:
//
//     cp -r imagenette2-160 imagenette2-160-png
//     cd imagenette2-160-png
//     find . -name '*.JPEG' -exec mogrify -format png {} +
//     find . -name '*.JPEG' -delete
//
// With `--data` naming the folder that it is in, this chapter takes it. Otherwise it takes birds and airplanes of
// CIFAR-10, and if there are none either, it draws scenes of its own. All of them are laid out in the same way: a
// folder to learn from and one to check with, in each a folder for every class, in these the pictures.

extension LearnerFromScratch {
    func whereTheImagesAre() throws {
        show(dataName, "the pictures of this run")
        show(try Listing(of: source.contents), "its folders")
    }
}

// What we want to know of a path gets short names. (`isLink` is a question to the disk.)

extension URL {
    /// The folder that this is in.
    public var parent: URL { deletingLastPathComponent() }

    /// The last part of the path.
    public var name: String { lastPathComponent }

    /// The last parts of the path: "train/bird/0000.png" for 3.
    public func tail(_ parts: Int = 3) -> String { pathComponents.suffix(parts).joined(separator: "/") }
}

func isLink(_ file: URL) -> Bool { (try? FileManager.default.destinationOfSymbolicLink(atPath: file.path)) != nil }

// A folder may hold files and folders, and those may hold files and folders again. So the function that goes through a
// folder calls itself for each folder in it. It is *recursive*. (`Listing` reads the names in one folder and sorts
// them, and `isFolder` asks the disk. The system gives names in any order it likes, so without sorting the "first" file
// would be another one on every machine.)

/// All files below a folder whose names end in one of the extensions, in upper or lower case, in the order of their
/// paths. Links to other folders are not followed, for they might lead in a circle. (The book's `get_image_files`.)
/// - Throws: `DatasetError` that names the folder which cannot be read.
public func walk(_ folder: URL, extensions: Set<String> = ["png"]) throws -> [URL] {
    try Listing(of: folder).flatMap { entry -> [URL] in
        if isFolder(entry) { return isLink(entry) ? [] : try walk(entry, extensions: extensions) }
        return extensions.contains(entry.pathExtension.lowercased()) ? [entry] : []
    }
}

extension LearnerFromScratch {
    func walkThroughFolders() throws {
        // How many are there, and which is the first? (In the book, val/n03417042/n03417042_3752.JPEG: an order that
        // its file system happened to give.)
        let found = try walk(try source.contents)
        show(found.count, "pictures")
        show(found[0].tail(), "the first")
    }
}

// The other way is a pattern. A *glob* is a path with wildcards: `*` stands for any run of characters in a name, `?`
// for a single character. (The word is short for "global command", a program of the first Unix.) Does a name fit a
// pattern? That is recursive again, this time along the characters. A star has two choices, to stand for nothing more,
// or to swallow a character and stay:

/// Whether a name fits a pattern: `*` stands for any run of characters, `?` for one character, anything else for
/// itself.
public func fits(_ name: Substring, _ pattern: Substring) -> Bool {
    guard let sign = pattern.first else { return name.isEmpty }
    if sign == "*" { return fits(name, pattern.dropFirst()) || !name.isEmpty && fits(name.dropFirst(), pattern) }
    guard let character = name.first, sign == "?" || sign == character else { return false }
    return fits(name.dropFirst(), pattern.dropFirst())
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
// folders, none included. Then `**/*.png` is every PNG file at any depth. The function `glob` cuts a pattern at its
// slashes, and `expand` does the work, part by part:

private func expand(_ parts: ArraySlice<Substring>, in folder: URL) throws -> [URL] {
    guard let part = parts.first else { return [folder] }
    let (entries, rest) = (try Listing(of: folder), parts.dropFirst())
    if part == "**" {
        // No folder at all, or one more of any name.
        let deeper = try entries.filter { isFolder($0) && !isLink($0) }.flatMap { try expand(parts, in: $0) }
        return try expand(rest, in: folder) + deeper
    }
    let fitting = entries.filter { fits($0.name[...], part) }
    return try rest.isEmpty ? fitting : fitting.filter(isFolder).flatMap { try expand(rest, in: $0) }
}

/// All files below a folder whose path fits a pattern like "train/*/*.png" or "**/*.png". (Python's `glob.glob`, with
/// `recursive=True`.)
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
            let (start, found) = (ContinuousClock.now, try list())
            table.add(name, found.count, (ContinuousClock.now - start) / .milliseconds(1))
        }
        show(table, "Two ways to find all pictures")
    }
}
