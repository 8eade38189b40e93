// The readers of bytes.

import Foundation
import Layers
import Safetensors
import Tabular
import Tensors
import TestSupport
import Text
import TorchFiles
import Vision

@testable import Datasets

extension FuzzedReader {
    static let all = ofTheHouse + ofChapters

    private static let ofTheHouse = [
        pngGrey, pngColour, jpegGrey, jpegColour, photo, idxImages, idxLabels, cifar, classNames,
        ratings, newerRatings, films, newerFilms, viewers, headPose, headCamera, facePoints, sound, safetensors,
        photoModel, unetModel, table, savedTable, preparedTable, tabularModel, tree, trees, boosting, tokenCache,
        subwords, textEncoder, torchZip,
        torchLegacy, tar, tgz, zip,
        checkpoint, picture, textFile,
        exercise, hints,
        questions, progress,
        quizMemory, report, page,
        moduleState, torchState, publishedWeights, mobileWeights,
    ]

    static let pngGrey = FuzzedReader(
        description: "PNG, grey", inputs: others("PNG", ".png"), path: "a.png", repaired: repairedPNG
    ) { file, _ in _ = try readImages([file], channels: .grey) }

    static let pngColour = FuzzedReader(
        description: "PNG, colour", inputs: others("PNG", ".png"), path: "a.png", repaired: repairedPNG
    ) { file, _ in _ = try readImages([file], channels: .rgb) }

    static let jpegGrey = FuzzedReader(
        description: "JPEG, grey", inputs: others("JPEG", ".jpg"), path: "a.jpg"
    ) { file, _ in _ = try readImages([file], channels: .grey) }

    static let jpegColour = FuzzedReader(
        description: "JPEG, colour", inputs: others("JPEG", ".jpg"), path: "a.jpg"
    ) { file, _ in _ = try readImages([file], channels: .rgb) }

    static let photo = FuzzedReader(
        description: "photo", inputs: others("JPEG", ".jpg") + others("PNG", ".png"), path: "a.jpg"
    ) { file, _ in _ = try file.opened().photo(atLeast: 3) }

    static let idxImages = FuzzedReader(
        description: "IDX images", inputs: others("IDX", "images", "images.gz", "members.gz"), path: "images"
    ) { file, _ in _ = try IDX.readImages(file) }

    static let idxLabels = FuzzedReader(
        description: "IDX labels", inputs: others("IDX", "labels", "labels.gz"), path: "labels"
    ) { file, _ in _ = try IDX.readLabels(file) }

    /// Whole records, one and two of them.
    static let cifar = FuzzedReader(
        description: "CIFAR-10", inputs: [1, 2].map { cifarRecords($0) },
        path: "data_batch_1.bin"
    ) { file, _ in _ = try CIFAR10.readBatch(file) }

    private static let generated = GeneratedRatings(users: 20, films: 40, ratings: 60, seed: 1).files

    static let ratings = FuzzedReader(
        description: "ratings", inputs: [generated["u.data"]!, Array("1\t2\t3\n".utf8)], path: "u.data"
    ) { file, _ in _ = try MovieLens.readRatings(file, of: (1...40).map { Film($0, "a") }) }

    static let newerRatings = FuzzedReader(
        description: "newer ratings",
        inputs: [Array("userId,movieId,rating,timestamp\n1,296,4.5,1147880044\n2,306,0.5,1147868817\n".utf8)],
        path: "ratings.csv"
    ) { file, _ in _ = try MovieLens.readRatings(file) }

    static let films = FuzzedReader(description: "films", inputs: [generated["u.item"]!], path: "u.item") { file, _ in
        _ = try MovieLens.readFilms(file)
    }

    static let newerFilms = FuzzedReader(
        description: "newer films",
        inputs: [Array("movieId,title,genres\n1,\"A, The (1995)\",Comedy|War\n2,B (1996),(no genres listed)\n".utf8)],
        path: "movies.csv"
    ) { file, _ in _ = try MovieLens.readFilms(file) }

    static let viewers = FuzzedReader(
        description: "people", inputs: [generated["u.user"]!], path: "u.user"
    ) { file, _ in _ = try MovieLens.readViewers(file) }

    static let classNames = FuzzedReader(
        description: "names of CIFAR-10's classes",
        inputs: [[UInt8](CIFAR10.classNames.map { $0 + "\n" }.joined().utf8)], path: "batches.meta.txt"
    ) { _, folder in _ = try CIFAR10.readClassNames(folder) }

    static let safetensors = FuzzedReader(
        description: "safetensors",
        inputs: others("Safetensors", ".safetensors") + [ours("Tests/Fixtures/Safetensors/written-by-us.safetensors")],
        path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in _ = try SafetensorsFile(reading: file) }

    /// The weights, and once through all of their numbers, which are views of what was read.
    static let torchZip = FuzzedReader(
        description: "PyTorch, zip",
        inputs: torch("views", "types", "tied", "checkpoint", "single"), path: "a.pth", repaired: repairedZip
    ) { file, _ in touch(try TorchFile(reading: file)) }

    static let torchLegacy = FuzzedReader(
        description: "PyTorch, legacy",
        inputs: torch("views-legacy", "types-legacy", "tied-legacy", "checkpoint-legacy", "single-legacy"),
        path: "a.pth"
    ) { file, _ in touch(try TorchFile(reading: file)) }

    private static func torch(_ names: String...) -> [[UInt8]] { names.map { ours("Tests/Fixtures/Torch/\($0).pth") } }

    @Sendable private static func touch(_ file: TorchFile) {
        for case .floats(let x) in file.tensors.values where x.count < 1 << 20 { _ = x.sum() }
    }

    static let photoModel = FuzzedReader(
        description: "model for photos", inputs: [exportedModel()], path: "a.safetensors",
        repaired: repairedSafetensors,
        cost: 2
    ) { file, _ in _ = try PhotoModel<CategoryBlock>(file, architectures: [smallBody]) }

    static let trees = FuzzedReader(
        description: "trees", inputs: [savedForest()], path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in
        let forest = try RandomForest(saved: file)
        if forest.names.count < 1000 {
            _ = try forest.predict(Features(forest.names, forest.names.map { _ in [0, 1] }))
        }
    }

    static let tokenCache = FuzzedReader(
        description: "tokens in a file",
        inputs: [written { try TokenizedTexts([["xxbos", "é", "b"], [], ["b"]]).write(to: $0) }], path: "a.safetensors",
        repaired: repairedSafetensors
    ) { file, _ in _ = try TokenizedTexts(reading: file).map { $0 } }

    static let subwords = FuzzedReader(
        description: "subwords",
        inputs: [written { try SubwordTokenizer(training: ["abc abd", "abc"], size: 16).write(to: $0) }], path: "a.json"
    ) { file, _ in _ = try SubwordTokenizer(reading: file)("abc") }

    private static let words = TokenVocabulary(SpecialToken.allCases.map(\.rawValue) + ["a"])
    private static var encoder: AWDLSTM {
        var random = SplitMix64(seed: 1)
        let plan = AWDPlan(vocabulary: words.count, embedding: 2, hidden: 2, layers: 1)
        return AWDLSTM(plan, dropouts: .languageModel, using: &random)
    }

    static let textEncoder = FuzzedReader(
        description: "encoder of texts", inputs: [written { try encoder.save(to: $0, vocabulary: words) }],
        path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in try encoder.load(from: file, vocabulary: words) }

    static let tar = FuzzedReader(
        description: "tar", inputs: others("Archives", "gz").map(unzipped), path: "a.tgz", leaves: ["out"],
        repaired: repairedTar, cost: 10, read: unpack)

    static let tgz = FuzzedReader(
        description: "tgz", inputs: others("Archives", "gz"), path: "a.tgz", leaves: ["out"], cost: 10, read: unpack)

    static let zip = FuzzedReader(
        description: "zip", inputs: others("Archives", "macos.zip", "windows.zip", "stored.zip", "file.zip"),
        path: "a.zip", leaves: ["out"], cost: 10, read: unpack)

    /// Unpacks whatever is found to be harmless. Nothing may come out beside the target, nor a link.
    @Sendable private static func unpack(_ file: URL, _ folder: URL) throws {
        let target = folder.appending(path: "out")
        do { try Archive(url: file).unpack(to: target) } catch {
            if FileManager.default.fileExists(atPath: target.path) { throw Broken(description: "a part is unpacked") }
            throw error
        }
        var total = 0
        for case let url as URL in FileManager.default.enumerator(
            at: target, includingPropertiesForKeys: [.fileSizeKey, .isSymbolicLinkKey]) ?? .init()
        {
            let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isSymbolicLinkKey])
            if values?.isSymbolicLink == true { throw Broken(description: "unpacks a link") }
            total += values?.fileSize ?? 0
        }
        let bound = try Archive.sizeBound(ofArchiveOf: fileSize(file))
        if total > bound { throw Broken(description: "unpacks \(total) bytes") }
    }
}

/// The file of a small forest.
private func savedForest() -> [UInt8] {
    var random = SplitMix64(seed: 1)
    let bytes = try? withFolder { folder in
        let x = try Features(["a", "b"], [[1, 2, 3, 4], [5, 1, 5, 2]])
        let file = folder.appending(path: "a.safetensors")
        try RandomForest(x, [1.0, 2, 8, 9], trees: 2, using: &random).save(to: file)
        return try [UInt8](Data(contentsOf: file))
    }
    return bytes ?? []
}

/// Records of CIFAR-10 with labels from 0 on, and pictures of stripes.
private func cifarRecords(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { label in [UInt8(label)] + (1..<CIFAR10.recordLength).map { UInt8(($0 + label) % 251) } }
}

/// The bytes that something writes; it must not fail, for nothing can be learned from damaging an empty file.
func written(_ write: (URL) throws -> Void) -> [UInt8] {
    try! withFolder { folder in
        let file = folder.appending(path: "a.safetensors")
        try write(file)
        return try [UInt8](Data(contentsOf: file))
    }
}

/// A body of a single layer.
private let smallBody = Architecture("small") { random in
    Body(Sequential(Conv2d(3, 2, kernel: 3, bias: false, using: &random)), name: "small")
}

/// The file of a model that has learned nothing.
private func exportedModel() -> [UInt8] {
    var random = SplitMix64(seed: 1)
    let photos = ["a", "b", "c", "d"]
    let plan = DataBlock(
        target: CategoryBlock(), items: { _ in photos }, splitter: .index([0]),
        getX: { _ in Photo(height: 8, width: 8, pixels: Array(repeating: 0, count: 192)) },
        getY: { $0 == "a" ? "b" : $0 },
        item: Resize(8), batch: [RandomCrop(6)])
    let bytes = try? withFolder { folder in
        let data = try plan.loaders(of: photos, using: &random)
        let learner = VisionLearner(
            data, body: smallBody.body(using: &random), head: HeadPlan(hidden: []), using: &random)
        let file = folder.appending(path: "a.safetensors")
        try learner.export(to: file)
        return try [UInt8](Data(contentsOf: file))
    }
    return bytes ?? []
}
