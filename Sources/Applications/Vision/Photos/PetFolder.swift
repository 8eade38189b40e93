// A folder of photos of cats and dogs, whose names say what they show: the book's data set of pets, or the stand-in for
// it.

import Common
import Datasets
import Foundation

/// Photos of pets in files: `images/great_pyrenees_173.jpg`.
public struct PetFolder: Sendable {
    /// The folder of the data set, which holds `images`. (The book's `path`.)
    public let path: URL
    /// All files that are called like photos, in the order of their names.
    public let files: [URL]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// The folder that the photos are in.
    public var images: URL { path.appending(path: "images") }

    /// - Throws: `PhotoProblem`, which names the folder, if there are no photos in its folder `images`.
    public init(_ path: URL) throws { try self.init(path, owner: nil) }

    /// Generated breeds, written to files that are named like those of the book.
    /// - Parameter size: the shorter side of each, in pixels.
    public init(generated perBreed: Int, size: Int) throws {
        let owner = TemporaryFolder("generated-pets")
        try PetFiles(perBreed: perBreed, size: size).write(to: owner.url)
        try self.init(owner.url, owner: owner)
    }

    private init(_ path: URL, owner: TemporaryFolder?) throws {
        (self.path, self.owner) = (path, owner)
        files = try photoFiles(in: path.appending(path: "images"), deeply: false)
    }
}

/// The breed that a photo of this data set is named after: everything before "_number.jpg", whatever the
/// ending: cameras write `.JPG`. (The labeller of the book's chapters 5 and 11; section 5.1 builds it.)
/// - Throws: ``PhotoProblem``, which names the file, if its name says no breed.
@Sendable public func breedOf(_ file: URL) throws -> String { try label(matching: #/(.+)_\d+\.\w+$/#)(file) }
