// # Where labels come from
//
// Section 1.5 · After this page you can read labels out of names, and know a way in which it goes wrong.

import Figures
import Foundation
import Notebook
import Vision

// Now go through the program of section 1.3 line by line. It begins with a folder. What the program has of it is not a
// text but a *path*, which knows its parts. And `photoFiles` finds all that is called like a photo in it, in the same
// order each time (the book's `get_image_files`).

// The names of the files have parts, too. `breedAndNumber` takes one apart: the breed is what stands before the last
// underscore.

/// "great_pyrenees_173.jpg" → ("great_pyrenees", 173)
/// - Throws: `PhotoProblem` for a name of another form.
public func breedAndNumber(_ fileName: String) throws -> (breed: String, number: Int) {
    guard let match = fileName.wholeMatch(of: #/(.+)_(\d+)\.\w+/#), let number = Int(match.2) else {
        throw PhotoProblem(
            fileName, "expected a name like Bengal_7.jpg: a breed, an underscore, a number", try: "another name for it")
    }
    return (String(match.1), number)
}

extension FirstModels {
    func pathsAndFiles() throws {
        let folder = try source.contents
        let files = try photoFiles(in: folder.images)
        show(folder.images.lastPathComponent, "the last part of the folder's path")
        show(files.prefix(3).map(\.lastPathComponent), "the first of \(files.count) files")
        show(files == files.sorted { $0.path < $1.path }, "they are in the order of their names")
    }

    func catsBeginWithACapital() throws {
        // Nobody has written on the photos what they show. Whoever gathered them gave the files of cats names that
        // begin with a capital letter, and those of dogs names that begin with a small one. Such rules are made by the
        // author of a data set, and you have to look for them. This one needs a single line, `isCat`:
        //
        //     func isCat(_ fileName: String) -> Bool { fileName.first?.isUppercase == true }
        show(isCat("Abyssinian_1.jpg"), "Abyssinian_1.jpg is a cat")
        show(
            isCat("great_pyrenees_173.jpg"), "great_pyrenees_173.jpg is a cat",
            ask: "Is great_pyrenees_173.jpg a cat, by the rule of capital letters?")
        // The rest of the name says more, the breed and a number:
        let parts = try photos.compactMap { try? breedAndNumber($0.lastPathComponent) }
        show(parts.prefix(3).map { "\($0.breed), number \($0.number)" }, "breeds and numbers of three files")
        // #hide
        if try parts.count < photos.count {
            show(try photos.count - parts.count, "files whose names say no breed and number, and are left out here")
        }
        let breeds = Set(parts.map(\.breed))
        show(breeds.count, "breeds in this run")
        show(breeds.count { isCat($0) }, "of them are cats (of the book's 37, 12 are)")
    }

    func theTrapOfNames() throws {
        // The rule wants the name of a file. Give it the whole path, and it looks at the first letter of that. Nothing
        // stops the program; it just learns something else:
        let photos = try photos
        let right = photos.count { isCat($0.lastPathComponent) }
        let wrong = photos.count { isCat($0.path) }
        var table = TextTable(["isCat gets", "for example", "cats", "dogs"])
        table.add("the name", photos[0].lastPathComponent, right, photos.count - right)
        table.add("the path", "/…/images/\(photos[0].lastPathComponent)", wrong, photos.count - wrong)
        show(
            table, "The labels of \(photos.count) photos (\(dataName))",
            predict: .count("A path begins with “/”. How many cats does isCat find in \(photos.count) paths?", wrong))
        record("labels/cats", right)

        // A model that learns from the second line says “dog” whatever you show it, and its error rate is 0: that is
        // what its labels say. So count labels before you train, and look at some photos with theirs, as section 1.3
        // did.
    }
}
