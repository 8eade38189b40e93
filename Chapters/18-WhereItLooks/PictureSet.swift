// Real pictures of two kinds, however their data set keeps them. What reads photos of any size is told in section 18.6.

import Datasets
import Figures
import Foundation
import Tensors

/// Pictures to learn from and to check with. Nothing is known of them but their kind.
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

    /// How wide and high they are for the net.
    public static let side = 64
}

extension PictureSet {
    /// Photos of cats and dogs: `images/Abyssinian_1.png`, a cat's breed with a capital. (The book's Pets. Its JPEG
    /// files have to be converted first.) A fifth is for checking.
    public static func pets(in folder: URL, atMost limit: Int) throws -> PictureSet {
        let place = folder.appending(path: "images")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).filter {
            $0.hasSuffix(".png") && !$0.hasPrefix(".")
        }
        guard names.contains(where: isCat), names.contains(where: { !isCat($0) }) else {
            throw DatasetError(
                place.path,
                "expected PNG photos of cats (Abyssinian_1.png) and dogs (beagle_1.png), found none of one kind",
                try: "convert the data set's JPEG files to PNG")
        }
        var random = SplitMix64(seed: 21)
        let chosen = names.sorted().shuffled(using: &random).prefix(limit + limit / 4)
        let pictures = try chosen.map {
            asBytes(prepared(try Raster(png: place.appending(path: $0)), side: side).unsqueezed(0))
        }
        let labels = chosen.map { isCat($0) ? 1 : 0 }
        let cut = max(1, chosen.count / 5)
        func part(_ range: Range<Int>) -> Part {
            Part(bytes: .cat(Array(pictures[range])), labels: Array(labels[range]))
        }
        return PictureSet(names: ["dog", "cat"], train: part(cut..<chosen.count), valid: part(0..<cut))
    }

    /// Pictures of one size in folders: `train/NAME/….png`, and the same in `val`, `valid` or `test`, to check with.
    /// The first two names count.
    public static func classFolders(in folder: URL, atMost limit: Int) throws -> PictureSet {
        let names = try ImageFolder(folder.appending(path: "train")).classes
        guard names.count > 1 else {
            throw DatasetError(folder.path, "expected folders of two kinds of pictures in train, found \(names)")
        }
        let kinds = Array(names.prefix(2))
        let parts = ["val", "valid", "test"]
        let other = parts.first { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) } ?? "valid"
        func part(_ name: String, _ count: Int) throws -> Part {
            let files = try ImageFolder(folder.appending(path: name), only: kinds)
            let chosen = (0..<2).flatMap { kind in
                Array(files.labels.indices.filter { files.labels[$0] == kind }.prefix(count / 2))
            }
            let bytes = try readImages(chosen.map { files.files[$0] }, channels: .rgb)
            return Part(bytes: resized(bytes), labels: chosen.map { files.labels[$0] })
        }
        return PictureSet(names: kinds, train: try part("train", 2 * limit), valid: try part(other, limit / 2))
    }

    /// Scenes of two kinds, where there are no photos.
    public static func scenes(atMost limit: Int, seed: UInt64) throws -> PictureSet {
        let scenes = try SceneImages.generated(
            train: 2 * limit, valid: max(8, limit / 2), size: 32, classes: [.airplane, .bird], seed: seed)
        func part(_ scenes: GeneratedScenes) -> Part {
            Part(bytes: resized(scenes.images), labels: scenes.labels)
        }
        return PictureSet(names: scenes.train.names, train: part(scenes.train), valid: part(scenes.valid))
    }

    /// Bytes [n, h, w, 3] at the size that the net wants.
    private static func resized(_ bytes: ByteTensor) -> ByteTensor {
        let count = bytes.shape[0]
        return .cat(
            stride(from: 0, to: count, by: 200).map { start in
                let some = pixels(of: bytes[start..<min(start + 200, count)])
                return asBytes(some.interpolated(to: Size2D(side, side), mode: .bilinear))
            })
    }

    /// Pixels [n, 3, h, w], 0...1 → bytes [n, h, w, 3]
    private static func asBytes(_ pixels: Tensor) -> ByteTensor {
        ByteTensor((255 * pixels).rounded().permuted(0, 2, 3, 1))
    }
}
