// Scenes with everyday things as JPEG files and a table, named and laid out as the photographs that the book uses:
//
//     train/000005.jpg   train.csv: fname,labels,is_valid
//
// Most scenes show a thing or two, some four, and some none at all: their labels are empty.

import Common
import Foundation
import JPEGFormat
import Tensors

/// A folder of scenes with any number of labels.
public struct ThingFiles: Sendable {
    /// How many scenes the training set and the validation set have.
    public let train, valid: Int
    /// The shorter side of a picture.
    public let size: Int
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such scenes.
    public init(train: Int = 1000, valid: Int = 1000, size: Int = 96, seed: UInt64 = 42) throws(DatasetError) {
        try ScenePlan.check(count: train, size: size)
        try ScenePlan.check(count: valid, size: size)
        (self.train, self.valid, self.size, self.seed) = (train, valid, size, seed)
    }

    /// How many files there are.
    public var count: Int { train + valid }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            try makeFolder(new.appending(path: "train"))
            var random = SplitMix64(seed: seed, numbers: [UInt64(count)])
            let judged = Set(random.permutation(count)[..<valid])
            let rows = try onAllThreads(count) { place in
                let (name, things) = (Self.name(place), things(in: place))
                try picture(place).write(to: new.appending(path: "train/\(name)"))
                let labels = EverydayThing.allCases.filter(things.contains).map(\.name).joined(separator: " ")
                return "\(name),\(labels),\(judged.contains(place) ? "True" : "False")\n"
            }
            let text = "fname,labels,is_valid\n" + rows.joined()
            try Data(text.utf8).write(to: new.appending(path: "train.csv"))
        }
    }

    /// "000005.jpg"; the numbers begin with 5 and leave some out, as in the book's data set.
    private static func name(_ place: Int) -> String {
        let digits = String(5 + 2 * place)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".jpg"
    }
}

extension ThingFiles {
    /// All things of a scene, from back to front; some of a kind may be there twice.
    func things(in place: Int) -> [EverydayThing] {
        var random = SplitMix64(seed: seed, numbers: [UInt64(place), 1])
        // None in a tenth of the scenes, one in four tenths, and so on.
        let count = random.pick([0, 1, 1, 1, 1, 2, 2, 2, 3, 4])
        let kinds = EverydayThing.allCases.flatMap { Array(repeating: $0, count: $0.frequency) }
        return (0..<count).map { _ in random.pick(kinds) }
    }

    /// One picture, as the bytes of a JPEG file. It does not depend on the others.
    private func picture(_ place: Int) throws -> Data {
        var random = SplitMix64(seed: seed, numbers: [UInt64(place), 2])
        let longer = Int(Float(size) * random.between(1.2, 1.5))
        let (width, height) = random.happens(0.7) ? (longer, size) : (size, longer)
        let scene = GeneratedScene(
            things(in: place), aspect: Point(Float(width), Float(height)) / Float(size), using: &random)
        let picture = ScenePicture(scene, width: width, height: height)
        return try encodedJPEG(picture.pixels, width: width, height: height, .rgb)
    }
}
