// Pictures with a class for every pixel: streets seen from a car (CamVid), or drawn ones.

import Common
import Datasets
import Foundation
import Tensors
import Vision

/// A folder with `images/NAME.png`, `labels/NAME_P.png` and `codes.txt`, the names of the classes.
struct StreetFolder: Sendable {
    let folder: URL
    /// The pictures in the order of their names.
    let images: [URL]
    /// What the codes in the masks mean, by their numbers.
    let codes: [String]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// - Throws: `PhotoProblem` or `DatasetError`, which name what is missing.
    init(_ folder: URL) throws { try self.init(folder, owner: nil) }

    /// Drawn streets, written to files in the same layout.
    init(generated count: Int, seed: UInt64) throws {
        let owner = TemporaryFolder("generated-streets")
        try DrawnStreet.write(count, seed: seed, to: owner.url)
        try self.init(owner.url, owner: owner)
    }

    private init(_ folder: URL, owner: TemporaryFolder?) throws {
        (self.folder, self.owner) = (folder, owner)
        images = try photoFiles(in: folder.appending(path: "images"), deeply: false)
        codes = try readCodes(folder.appending(path: "codes.txt"))
        guard images.count >= 10 else {
            throw PhotoProblem(
                folder.appending(path: "images").path, "\(images.count) pictures are too few to learn from",
                try: "at least ten")
        }
    }

    /// Some pictures from all over the folder: those that can be read, and so can their masks.
    /// - Throws: `PhotoProblem`, which names the folder and the first file that is wrong, when too few are left.
    func readable(atMost limit: Int) throws -> ReadableStreets {
        let most = min(images.count, limit)
        let photos = VerifiedPhotos((0..<most).map { images[$0 * images.count / most] })
        var (readable, problems) = ([URL](), photos.problems)
        for image in photos.readable {
            do {
                _ = try readMask(maskFile(of: image), codes: codes.count)
                readable.append(image)
            } catch let problem as PhotoProblem { problems.append(problem) }
        }
        guard readable.count >= 10 else {
            throw PhotoProblem(
                folder.path,
                "of \(counted(most, "picture")), \(readable.count) can be read together with their masks"
                    + (problems.first.map { ". The first problem: \($0)" } ?? ""), try: "at least ten")
        }
        return ReadableStreets(readable: readable, problems: problems)
    }
}

/// Pictures with masks, and what is wrong with those that were passed over.
struct ReadableStreets: Sendable {
    let readable: [URL]
    let problems: [PhotoProblem]
}

/// The names of classes, one on each line.
/// - Throws: `DatasetError`, which names the file.
func readCodes(_ file: URL) throws -> [String] {
    let text = String(decoding: try readData(file) { DatasetError(file.path, $0) }, as: UTF8.self)
    let codes = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
    guard (2...256).contains(codes.count) else {
        throw DatasetError(
            file.path, "expected 2 to 256 names of classes, found \(codes.count)", try: "a name on each line")
    }
    return codes
}

/// The mask of a file that is a grey picture whose brightnesses are codes.
/// - Throws: `PhotoProblem`, which names the file.
func readMask(_ file: URL, codes: Int) throws -> Mask {
    let photo = try Photo(file)
    var values: [UInt8] = []
    values.reserveCapacity(photo.pixels.count / 3)
    for start in stride(from: 0, to: photo.pixels.count, by: 3) {
        let pixel = photo.pixels[start..<start + 3]
        guard let code = pixel.first, pixel.allSatisfy({ $0 == code }), code < codes else {
            throw PhotoProblem(
                file.path, "a pixel of this mask is \(Array(pixel)), which is none of the \(codes) codes",
                try: "a grey picture of codes from 0 to \(codes - 1), as many as codes.txt has names; or remove it")
        }
        values.append(code)
    }
    return Mask(height: photo.height, width: photo.width, codes: values)
}
