// Pictures with a class for every pixel, read once and kept in memory: streets, or generated scenes.

import Common
import Datasets
import Foundation
import Tensors
import Vision

/// A picture, and what each of its pixels shows.
public struct StreetScene: Sendable, CustomStringConvertible {
    public let photo: Photo
    public let mask: Mask
    /// Whether it is for validation, and not for training.
    public let isValid: Bool
    /// The name of its file.
    public let name: String
    public var description: String { name }

    public init(photo: Photo, mask: Mask, isValid: Bool, name: String) {
        (self.photo, self.mask, self.isValid, self.name) = (photo, mask, isValid, name)
    }
}

/// Pictures with masks.
public struct Streets: Sendable {
    public let scenes: [StreetScene]
    /// What the codes in the masks mean, by their numbers.
    public let codes: [String]
    /// The code of pixels that nobody has said anything about; nil if there is none.
    public let void: Int?
    /// What is wrong with pictures that had to be passed over.
    public let problems: [PhotoProblem]

    /// Reads `images/NAME.png` with `labels/NAME_P.png`, `codes.txt` and `valid.txt`; without the last, a fifth of the
    /// pictures are for validation. What cannot be read is passed over and kept as `problems`.
    /// - Throws: `PhotoProblem` or `DatasetError`, which name what is not as it should be.
    init(dataSet folder: URL, _ limits: PhotoLimits) throws {
        let table = folder.appending(path: "codes.txt")
        let codes = try lines(of: table)
        guard (2...256).contains(codes.count) else {
            throw DatasetError(table.path, "\(counted(codes.count, "code")), where 2 to 256 can be told apart")
        }
        let images = folder.appending(path: "images")
        let files = try photoFiles(in: images, deeply: false)
        let judged = folder.appending(path: "valid.txt")
        let names = FileManager.default.fileExists(atPath: judged.path) ? Set(try lines(of: judged)) : nil
        var (scenes, problems) = ([StreetScene](), [PhotoProblem]())
        for place in limits.places(files.count) {
            let name = files[place].lastPathComponent
            do {
                let (photo, mask) = try scene(files[place], in: folder, codes.count, limits)
                scenes.append(
                    StreetScene(
                        photo: photo, mask: mask, isValid: names?.contains(name) ?? (place % 5 == 0), name: name))
            } catch let problem as PhotoProblem { problems.append(problem) }
        }
        (self.scenes, self.codes, self.problems) = (scenes, codes, problems)
        void = codes.firstIndex { $0.lowercased() == "void" }
        guard scenes.contains(where: \.isValid), scenes.count(where: { !$0.isValid }) > 1 else {
            throw PhotoProblem(
                images.path,
                "\(counted(scenes.count, "picture")) with masks could be read, \(scenes.count(where: \.isValid)) of them for validation"
                    + (problems.first.map { ". The first problem: \($0)" } ?? ""),
                try: "at least two pictures for training and one for validation")
        }
    }

    /// Generated scenes with airplanes, cars, houses and trees, written to files that are laid out like those of the
    /// book, and read again.
    init(generated train: Int, valid: Int, size: Int, _ limits: PhotoLimits) throws {
        let owner = TemporaryFolder("generated-scenes")
        try SceneFiles(
            .maskedImages, train: train, valid: valid, size: size, classes: [.airplane, .car, .house, .tree],
            areMixed: false
        ).write(to: owner.url)
        self = try withExtendedLifetime(owner) { try Streets(dataSet: owner.url, limits) }
    }
}

// MARK: Helpers

/// A picture and its mask, both made smaller alike.
private func scene(
    _ file: URL, in folder: URL, _ codes: Int, _ limits: PhotoLimits
) throws -> (photo: Photo, mask: Mask) {
    let stem = file.deletingPathExtension().lastPathComponent
    let label = folder.appending(path: "labels/\(stem)_P.png")
    let whole = try mask(label, codes)
    let size = try file.opened().size
    guard size == Size2D(whole.height, whole.width) else {
        throw PhotoProblem(
            label.path,
            "the mask has \(whole.width) × \(whole.height) pixels, its picture \(size.width) × \(size.height)")
    }
    let (photo, map) = try limits.shrunk(file)
    return (photo, whole.moved(by: map, from: size, to: photo.size))
}

/// The codes in a picture that is one: a grey value for every class.
private func mask(_ file: URL, _ codes: Int) throws -> Mask {
    let photo = try Photo(file)
    let pixels = photo.pixels
    var values: [UInt8] = []
    values.reserveCapacity(pixels.count / 3)
    for start in stride(from: 0, to: pixels.count, by: 3) {
        guard pixels[start] == pixels[start + 1], pixels[start] == pixels[start + 2] else {
            throw PhotoProblem(file.path, "a mask has a grey value for every class, and this one has colours")
        }
        guard pixels[start] < codes else {
            throw PhotoProblem(file.path, "a pixel of the mask has the code \(pixels[start]), and there are \(codes)")
        }
        values.append(pixels[start])
    }
    return Mask(height: photo.height, width: photo.width, codes: values)
}

/// The lines of a text file that are not empty.
private func lines(of file: URL) throws -> [String] {
    let text = String(decoding: try readData(file), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
        !$0.isEmpty
    }
}
