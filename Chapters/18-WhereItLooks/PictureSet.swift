// Real pictures of two kinds, however their data set keeps them. What makes squares of photos of any size is told in
// section 18.6.

import Common
import Datasets
import Figures
import Foundation
import Tensors

/// Pictures for training and for validation. Nothing is known of them but their kind.
public struct PictureSet: Sendable {
    /// Pictures of one part.
    public struct Part: Sendable {
        /// [n, 64, 64, 3]
        let bytes: ByteTensor
        /// 0 or 1 [n]
        public let labels: [Int]

        /// [n, 3, 64, 64], 0...1
        public var pixels: Tensor { Chapter18.pixels(of: bytes) }
    }

    /// What they show, in order of the labels.
    public let names: [String]
    public let train, valid: Part
    /// Photos that could not be read and were passed over: what was wrong with them.
    public let problems: [String]
    /// For pets of the data set, which has outlines of them: 1 where a validation picture shows the pet [n, 64, 64].
    public var outlines: ByteTensor?

    /// How wide and high they are for the net.
    public static let side = 64
}

extension PictureSet {
    /// Photos of cats and dogs: `images/Abyssinian_1.jpg`, a cat's breed with a capital. (The book's Pets.) A fifth is
    /// for checking.
    /// - Throws: `DatasetError` when there are no photos of cats, or none of dogs.
    public static func pets(in folder: URL, atMost limit: Int) throws -> PictureSet {
        let place = folder.appending(path: "images")
        let names = try photoNames(in: place)
        guard names.contains(where: isCat), names.contains(where: { !isCat($0) }) else {
            throw DatasetError(
                place.path,
                "expected photos of cats (Abyssinian_1.jpg) and dogs (beagle_1.jpg), found none of one kind",
                try: "photos of both; a cat's file name begins with a capital")
        }
        var random = SplitMix64(seed: 21)
        let chosen = Array(names.shuffled(using: &random).prefix(limit + limit / 4))
        let photos = try readPhotos(chosen.map { place.appending(path: $0) }, side: side)
        let labels = photos.places.map { isCat(chosen[$0]) ? 1 : 0 }
        let cut = max(1, labels.count / 5)
        func part(_ range: Range<Int>) -> Part { Part(bytes: photos.bytes[range], labels: Array(labels[range])) }
        var set = PictureSet(
            names: ["dog", "cat"], train: part(cut..<labels.count), valid: part(0..<cut), problems: photos.problems)
        set.outlines = outlines(of: photos.places[..<cut].map { chosen[$0] }, in: folder)
        try set.requireBothKinds(in: place)
        return set
    }

    /// - Throws: `DatasetError` when what could be read is of one kind.
    private func requireBothKinds(in folder: URL) throws {
        guard Set(train.labels).count == 2, !valid.labels.isEmpty else {
            throw DatasetError(
                folder.path,
                "expected photos of both \(names[0]) and \(names[1]) for training, and others for validation; "
                    + "\(counted(train.labels.count + valid.labels.count, "photo")) could be read"
                    + (problems.first.map { ", and one that could not is \($0)" } ?? ""),
                try: "at least ten photos of each")
        }
    }

    /// Masks of photos, from `annotations/trimaps/Abyssinian_1.png`: 1 is the pet, 2 the background, 3 its rim. nil
    /// unless there is one for each of them.
    private static func outlines(of names: [String], in folder: URL) -> ByteTensor? {
        let place = folder.appending(path: "annotations/trimaps")
        let masks = names.compactMap { name -> ByteTensor? in
            let file = place.appending(path: (name as NSString).deletingPathExtension + ".png")
            guard let map = try? Raster(picture: file), map.channels == 1 else { return nil }
            let pet = Raster(width: map.width, height: map.height, pixels: map.pixels.map { $0 == 2 ? 0 : 255 })
            return ByteTensor((prepared(pet, side: side)[0]).rounded()).unsqueezed(0)
        }
        return masks.count == names.count ? .cat(masks) : nil
    }

    /// Pictures in folders: `train/NAME/….png`, and the same in `val`, `valid` or `test`, for validation. The first two
    /// names count.
    /// - Throws: `DatasetError` when there are no two kinds of pictures.
    public static func classFolders(in folder: URL, atMost limit: Int) throws -> PictureSet {
        let kinds = Array(try kindsOfPictures(in: folder.appending(path: "train")).prefix(2))
        guard kinds.count > 1 else {
            throw DatasetError(
                folder.appending(path: "train").path,
                "expected folders with pictures of two kinds, found \(kinds.first.map { "“\($0)” alone" } ?? "none")",
                try: "a folder for each kind, with PNG or JPEG pictures in it")
        }
        let parts = ["val", "valid", "test"]
        let other = parts.first { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) } ?? "valid"
        func part(_ name: String, _ count: Int) throws -> (part: Part, problems: [String]) {
            let files = try kinds.enumerated().flatMap { label, kind in
                let place = folder.appending(path: name).appending(path: kind)
                return try photoNames(in: place).prefix(count / 2).map { (label, place.appending(path: $0)) }
            }
            let photos = try readPhotos(files.map(\.1), side: side)
            return (Part(bytes: photos.bytes, labels: photos.places.map { files[$0].0 }), photos.problems)
        }
        let (train, valid) = (try part("train", 2 * limit), try part(other, limit / 2))
        let set = PictureSet(
            names: kinds, train: train.part, valid: valid.part, problems: train.problems + valid.problems)
        try set.requireBothKinds(in: folder)
        return set
    }

    /// The folders with photos, sorted.
    private static func kindsOfPictures(in folder: URL) throws -> [String] {
        guard isFolder(folder) else { return [] }
        let folders = try entries(of: folder.path) { DatasetError($0, $1) }.filter(\.isFolder)
        return try folders.map(\.name).sorted().filter { try !photoNames(in: folder.appending(path: $0)).isEmpty }
    }

    /// Scenes of two kinds, where there are no photos.
    public static func scenes(atMost limit: Int, seed: UInt64) throws -> PictureSet {
        let scenes = try SceneImages.generated(
            train: 2 * limit, valid: max(8, limit / 2), size: 32, classes: [.airplane, .bird], seed: seed)
        func part(_ scenes: GeneratedScenes) -> Part {
            let parts = stride(from: 0, to: scenes.count, by: 200).map { start in
                let some = Chapter18.pixels(of: scenes.images[start..<min(start + 200, scenes.count)])
                let large = some.interpolated(to: Size2D(side, side), mode: .bilinear)
                return ByteTensor((255 * large).rounded().permuted(0, 2, 3, 1))
            }
            return Part(bytes: .cat(parts), labels: scenes.labels)
        }
        return PictureSet(
            names: scenes.train.names, train: part(scenes.train), valid: part(scenes.valid), problems: [])
    }
}
