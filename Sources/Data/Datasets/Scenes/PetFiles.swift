// Generated pets as JPEG files, named and laid out as the photographs of pets that the book uses:
//
//     images/Abyssinian_1.jpg   images/great_pyrenees_173.jpg
//
// A name is the breed, which may have several words, an underscore, and a number. Photos differ in size and shape, and
// one in 16 is grey.

import Common
import Foundation
import JPEGFormat
import Tensors

/// A folder of generated pets.
public struct PetFiles: Sendable {
    /// How many pictures there are of each breed.
    public let perBreed: Int
    /// The shorter side of a picture.
    public let size: Int
    public let breeds: [PetBreed]
    /// Whether pictures differ in shape and kind.
    public let areMixed: Bool
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such pictures.
    public init(
        perBreed: Int = 50, size: Int = 128, breeds: [PetBreed] = PetBreed.all, areMixed: Bool = true,
        seed: UInt64 = 42
    ) throws(DatasetError) {
        try ScenePlan.check(count: perBreed, size: size)
        guard !breeds.isEmpty, Set(breeds.map(\.name)).count == breeds.count else {
            let names = breeds.map(\.name).joined(separator: ", ")
            throw DatasetError("pets of the breeds [\(names)]", "expected one breed or more, each of them once")
        }
        (self.perBreed, self.size, self.breeds) = (perBreed, size, breeds)
        (self.areMixed, self.seed) = (areMixed, seed)
    }

    /// How many files there are.
    public var count: Int { perBreed * breeds.count }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            try makeFolder(new.appending(path: "images"))
            _ = try onAllThreads(count) { place in
                let (breed, number) = (breeds[place % breeds.count], place / breeds.count + 1)
                let file = new.appending(path: "images/\(breed.name)_\(number).jpg")
                try picture(of: breed, number).write(to: file)
            }
        }
    }

    /// One picture, as the bytes of a JPEG file. It does not depend on the others.
    private func picture(of breed: PetBreed, _ number: Int) throws -> Data {
        let code = breed.name.utf8.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }
        var random = SplitMix64(seed: seed, numbers: [code, UInt64(number)])
        let longer = areMixed ? Int(Float(size) * random.between(1, 1.5)) : size
        let (width, height) = random.happens(0.6) ? (longer, size) : (size, longer)
        let isGrey = random.happens(1 / 16) && areMixed
        let scene = GeneratedScene([breed], aspect: Point(Float(width), Float(height)) / Float(size), using: &random)
        let picture = ScenePicture(scene, width: width, height: height)
        guard isGrey else { return try encodedJPEG(picture.pixels, width: width, height: height, .rgb) }
        return try encodedJPEG(picture.grey, width: width, height: height, .grey)
    }
}
