// # A folder that nobody explained
//
// Section 5.1 · After this page you can look around in a data set that you have never seen, and know the two layouts
// that most of them have.

import Common
import Foundation
import Notebook

// Chapter 1 told cats from dogs, and said little about how. From here on the book goes into the mechanics, for two
// reasons: to make such programs better, and to make them for more kinds of data. Its new task uses the same photos.
// There are 37 breeds on them, and now the breed is asked for.
//
// The first question about any data set is how it is laid out, and often nobody tells you. Most come in one of two
// ways:
//
// - *Individual files*: photos, texts, sounds. What each of them is stands in its name, or in the name of the folder
//   that it is in.
// - *A table*, such as a CSV file: a row for each item. A column may name files, and so connect the table with pictures
//   or texts.
//
// (There are others: binary databases in genomics, streams from a network.) To find out, list the folder. `listed` says
// what is in one, by name, and leaves out hidden entries:

/// What a folder holds, in the order of the names. (The book's `ls`.)
public func listed(_ folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
    ).sorted { $0.lastPathComponent < $1.lastPathComponent }
}

// A folder may hold thousands of files, and nobody wants to see a screen full of them. The book's library has a list
// type of its own, `L`, which prints how many there are, and then only the first:

/// "(#7394) [Abyssinian_1.jpg,Abyssinian_10.jpg,…]": how many there are, and the first of them. (As the book's `L`
/// prints itself.)
public func elided(_ items: [some CustomStringConvertible], most: Int = 10) -> String {
    let first = items.prefix(most).map(\.description).joined(separator: ",")
    return "(#\(items.count)) [\(first)\(items.count > most ? ",…" : "")]"
}

extension ImageClassification {
    func whatIsThere() throws {
        // This is what is in the folder of the pets, in this run:
        let pets = try pets
        // #hide
        if source.folder == nil { show("There are no photos of pets on this machine. This run has \(dataName).") }
        show(elided(try listed(pets.folder).map(\.lastPathComponent)), "the folder of \(dataName)")

        // The book's folder has three entries: `annotations`, `images` and `models`. The annotations say *where* on a
        // photo the pet is, and the book leaves them alone, as we do. So it must be `images`:
        let entries = try listed(pets.images)
        show(elided(entries.map(\.lastPathComponent)), "its folder images")
        record("pets/entries", entries.count, book: 7394, differs: try whatIsMissing)
        record("pets/photos", pets.files.count, book: 7390, differs: try whatIsMissing)

        // The book's folder has four entries more than photos: not everything in a folder of pictures is a picture.
        // `photoFiles` of the engine, the book's `get_image_files`, takes what is named like one, also in folders of
        // the folder. Whether it *is* one is another matter; section 5.3 looks into the files.
        //
        // And look at the names. Each says what the photo shows, in one word or in several, joined by `_`, and ends
        // with a number. So it is the first of the two layouts, and the labels are in the names.
    }

    func aTable() {
        // The second layout, for comparison, would be a file `labels.csv` like this one. Reading it takes one line more
        // than reading names, for now two things must fit together, rows and files:
        let text = "file,breed\n0001.jpg,boxer\n0002.jpg,Bengal\n0003.jpg,boxer\n"
        let rows = lines(of: text).dropFirst().filter { !$0.isEmpty }.map { $0.split(separator: ",") }
        let labels = Dictionary(uniqueKeysWithValues: rows.map { (String($0[0]), String($0[1])) })
        show(labels["0003.jpg"] ?? "no label", "the label of 0003.jpg, by the table")
        show(labels["0004.jpg"] ?? "no label", "the label of 0004.jpg, which is not in the table")

        // Exercise 5.1 joins a table with files, and finds what has no partner.
    }
}
