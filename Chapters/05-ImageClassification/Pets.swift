// A folder of photos whose names say what they show. What it is good for is told on the pages of sections 5.1 to 5.3.

import Common
import Foundation
import Vision

/// Photos of pets in files.
struct Pets: Sendable {
    private let source: PetFolder
    /// All files that are called like photos of a breed, in the order of their names.
    let files: [URL]
    /// Those that are called like photos, but not of which breed.
    let nameless: [URL]

    /// The folder of the data set, which holds `images`. (The book's `path`.)
    var folder: URL { source.path }
    /// The folder that the photos are in.
    var images: URL { source.images }

    /// - Throws: `PhotoProblem`, which names the folder, if there are no photos in its folder `images`.
    init(dataSet folder: URL) throws { try self.init(PetFolder(folder)) }

    /// Generated breeds, written to files that are named like those of the book.
    /// - Parameter size: the shorter side of each, in pixels.
    init(generated perBreed: Int, size: Int) throws { try self.init(PetFolder(generated: perBreed, size: size)) }

    private init(_ source: PetFolder) throws {
        self.source = source
        files = source.files.filter { (try? breedOf($0)) != nil }
        nameless = source.files.filter { (try? breedOf($0)) == nil }
        // Where no name fits, the first one says why.
        if files.isEmpty { _ = try source.files.map(breedOf) }
    }

    /// A file as its readers know it: "images/Bengal_7.jpg".
    func shortName(_ file: URL) -> String { folder.shortening(file.path) }

    /// A text without the place where the folder happens to be on this machine.
    func shortText(_ text: String) -> String { folder.shortening(text) }
}
