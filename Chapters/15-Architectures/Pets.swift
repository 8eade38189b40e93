// Photos of pets whose file names say the breed, read once and kept in memory.

import Common
import Foundation
import Vision

/// A photo of a pet, and its breed.
public struct PetPhoto: Sendable, CustomStringConvertible {
    public let photo: Photo
    public let breed: String
    /// The name of its file.
    public let name: String
    public var description: String { name }

    public init(photo: Photo, breed: String, name: String) {
        (self.photo, self.breed, self.name) = (photo, breed, name)
    }
}

/// Photos of several breeds.
public struct Pets: Sendable {
    /// In the order of their files' names.
    public let photos: [PetPhoto]
    /// The breeds, in the order of their names.
    public let breeds: [String]
    /// What is wrong with files that had to be passed over.
    public let problems: [PhotoProblem]

    /// Reads `images/BREED_NUMBER.jpg`, whatever the ending. Files that cannot be read, or do not say a breed, are passed over and kept as
    /// `problems`.
    /// - Throws: `PhotoProblem`, which names the folder, if too few are left.
    init(dataSet folder: URL, _ limits: PhotoLimits) throws {
        let images = folder.appending(path: "images")
        let files = try photoFiles(in: images, deeply: false)
        var (photos, problems) = ([PetPhoto](), [PhotoProblem]())
        for place in limits.places(files.count) {
            do {
                photos.append(
                    PetPhoto(
                        photo: try limits.shrunk(files[place]).photo, breed: try breedOf(files[place]),
                        name: files[place].lastPathComponent))
            } catch let problem as PhotoProblem { problems.append(problem) }
        }
        (self.photos, self.problems) = (photos, problems)
        breeds = Set(photos.map(\.breed)).sorted()
        let twice = breeds.filter { breed in photos.count { $0.breed == breed } > 1 }
        guard photos.count >= 10, twice.count > 1 else {
            throw PhotoProblem(
                images.path,
                "\(counted(photos.count, "photo")) of \(counted(breeds.count, "breed")) could be read"
                    + (problems.first.map { ". The first problem: \($0)" } ?? ""),
                try: "at least ten photos, and two each of at least two breeds")
        }
    }

    /// Generated breeds, written to files that are named like those of the book, and read again.
    init(generated perBreed: Int, size: Int, _ limits: PhotoLimits) throws {
        let folder = try PetFolder(generated: perBreed, size: size)
        self = try withExtendedLifetime(folder) { try Pets(dataSet: folder.path, limits) }
    }
}
