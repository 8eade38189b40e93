// Where the pictures of this chapter come from: CIFAR-10 in its binary version or as PNG files, its airplanes and birds
// alone, or generated scenes.

import Datasets
import Foundation
import Notebook
import Tensors

/// Colour pictures of one size with the numbers of their classes.
public struct TinyPictures: Sendable {
    /// Bytes, rows first and colours last [n, 32, 32, 3].
    public let images: ByteTensor
    /// A place in the list of class names for each picture [n].
    public let labels: [Int]

    public init(_ images: ByteTensor, _ labels: [Int]) { (self.images, self.labels) = (images, labels) }

    public var count: Int { labels.count }

    /// The pictures with these numbers, in that order.
    func chosen(_ numbers: [Int]) -> TinyPictures { TinyPictures(images.rows(numbers), numbers.map { labels[$0] }) }

    /// The numbers of the pictures in an order in which the classes take turns, as long as there are some of each.
    var takingTurns: [Int] {
        var seen: [Int: Int] = [:]
        let turns = labels.map { label in
            seen[label, default: 0] += 1
            return seen[label]!
        }
        return labels.indices.sorted { (turns[$0], labels[$0], $0) < (turns[$1], labels[$1], $1) }
    }
}

/// Training pictures and validation pictures.
struct PictureParts: Sendable {
    let train, valid: TinyPictures
    /// The names of the classes; a label is a place in this list.
    let classNames: [String]

    /// The label of a class.
    func label(of name: String) -> Int? { classNames.firstIndex(of: name) }
}

// MARK: From files

extension PictureParts {
    /// CIFAR-10's own files.
    init(binaryFolder folder: URL) throws {
        let (train, valid) = (try CIFAR10.read(folder, train: true), try CIFAR10.read(folder, train: false))
        self.train = TinyPictures(train.images, train.labels)
        self.valid = TinyPictures(valid.images, valid.labels)
        classNames = try CIFAR10.readClassNames(folder)
        try check(folder)
    }

    /// PNG files: `train/bird/….png` and `test/bird/….png`. They lie class by class; here the classes take turns.
    init(pngFolder folder: URL) throws {
        let trainFolder = try ImageFolder(folder.appending(path: "train"))
        let names = trainFolder.classes
        let validFolder = try ImageFolder(folder.appending(path: "test"), only: names)
        // Where all classes are CIFAR-10's, they keep their numbers: a bird is class 2, even without automobiles.
        classNames = names.allSatisfy(CIFAR10.classNames.contains) ? CIFAR10.classNames : names
        let numbers = names.map { [classNames] in classNames.firstIndex(of: $0)! }
        func mixed(_ part: ImageFolder) throws -> TinyPictures {
            let pictures = TinyPictures(try part.readImages(.rgb), part.labels.map { numbers[$0] })
            return pictures.chosen(pictures.takingTurns)
        }
        (train, valid) = (try mixed(trainFolder), try mixed(validFolder))
        try check(folder)
    }

    /// That the pages can work with them.
    func check(_ folder: URL) throws {
        func refuse(_ problem: String) -> DatasetError {
            DatasetError(
                folder.path, problem, try: "`swift run data get cifar10`, or no --data: then scenes are generated")
        }
        for (part, name, least) in [(train, "for training", 100), (valid, "for validation", 20)] {
            if Array(part.images.shape[1...2]) != [32, 32] {
                let (height, width) = (part.images.shape[1], part.images.shape[2])
                throw refuse("expected pictures of 32 × 32 pixels, found \(width) × \(height)")
            }
            if part.count < least { throw refuse("expected at least \(least) pictures \(name), found \(part.count)") }
            for wanted in ["airplane", "bird"] {
                guard let label = label(of: wanted), part.labels.contains(label) else {
                    throw refuse("expected airplanes and birds among the pictures \(name), found no \(wanted)")
                }
            }
        }
    }
}

// MARK: Generated

extension PictureParts {
    /// Generated scenes of ten classes, in random order. Most show an airplane or a bird, since these are what the
    /// second half of the chapter is about.
    /// - Parameters:
    ///   - pair: how many airplanes and birds there are, half of them each.
    ///   - others: how many scenes of the other eight classes there are.
    static func generated(
        pair: (train: Int, valid: Int), others: (train: Int, valid: Int), seed: UInt64
    ) throws -> PictureParts {
        let classes = SceneClass.allCases
        let pairClasses: [SceneClass] = [.airplane, .bird]
        func pictures(_ pairCount: Int, _ otherCount: Int, _ part: ScenePart) throws -> TinyPictures {
            let pair = try GeneratedScenes(count: pairCount, size: 32, classes: pairClasses, part: part, seed: seed)
            let rest = try GeneratedScenes(
                count: otherCount, size: 32, classes: classes.filter { !pairClasses.contains($0) }, part: part,
                seed: seed)
            let labels = [pair, rest].flatMap { scenes in
                scenes.labels.map { classes.firstIndex(of: scenes.classes[$0])! }
            }
            var random = SplitMix64(seed: seed)
            return TinyPictures(ByteTensor.cat([pair.images, rest.images]), labels)
                .chosen(random.permutation(labels.count))
        }
        return PictureParts(
            train: try pictures(pair.train, others.train, .train),
            valid: try pictures(pair.valid, others.valid, .valid),
            classNames: classes.map(\.name))
    }
}
