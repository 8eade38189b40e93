// A folder of photos whose names say what they show. What it is good for is told on the pages of sections 5.1 to 5.3.

import Common
import Datasets
import Foundation
import Vision

/// Photos of pets in files.
struct Pets: Sendable {
    /// The folder of the data set, which holds `images`. (The book's `path`.)
    let folder: URL
    /// All files that are called like photos of a breed, in the order of their names.
    let files: [URL]
    /// Those that are called like photos, but not of which breed.
    let nameless: [URL]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// The folder that the photos are in.
    var images: URL { folder.appending(path: "images") }

    /// - Throws: `PhotoProblem`, which names the folder, if there are no photos in its folder `images`.
    init(dataSet folder: URL) throws { try self.init(folder, owner: nil) }

    /// Generated breeds, written to files that are named like those of the book.
    /// - Parameter size: the shorter side of each, in pixels.
    init(generated perBreed: Int, size: Int) throws {
        let owner = TemporaryFolder("generated-pets")
        try PetFiles(perBreed: perBreed, size: size).write(to: owner.url)
        try self.init(owner.url, owner: owner)
    }

    private init(_ folder: URL, owner: TemporaryFolder?) throws {
        (self.folder, self.owner) = (folder, owner)
        let all = try photoFiles(in: folder.appending(path: "images"), deeply: false)
        files = all.filter { (try? breedOf($0)) != nil }
        nameless = all.filter { (try? breedOf($0)) == nil }
        // Where no name fits, the first one says why.
        if files.isEmpty { _ = try all.map(breedOf) }
    }

    /// A file as its readers know it: "images/Bengal_7.jpg".
    func shortName(_ file: URL) -> String { folder.shortening(file.path) }

    /// A text without the place where the folder happens to be on this machine.
    func shortText(_ text: String) -> String { folder.shortening(text) }
}
