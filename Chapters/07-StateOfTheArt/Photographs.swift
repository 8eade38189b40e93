// The photographs of this chapter: a folder for each class, read once and kept in memory.

import Common
import Datasets
import Foundation
import Notebook
import Tensors
import Vision

/// A photo, its class, and which of the two parts it belongs to.
public struct LabelledPhoto: Sendable, CustomStringConvertible {
    public let photo: any PhotoSource
    public let label: String
    /// Whether it is for validation, and not to be learned from.
    public let isValid: Bool
    public let name: String
    public var description: String { name }

    public init(photo: any PhotoSource, label: String, isValid: Bool, name: String) {
        (self.photo, self.label, self.isValid, self.name) = (photo, label, isValid, name)
    }
}

/// Photos of several classes, in two parts that never change.
public struct Photographs: Sendable {
    public let photos: [LabelledPhoto]
    /// The classes, in the order of their folders.
    public let classes: [String]
    /// What is wrong with files that had to be passed over.
    public let problems: [PhotoProblem]

    /// How many photos of each part are taken at most, and how many pixels the shorter side of each must have, so that
    /// no more is kept than is needed.
    public struct Limits: Sendable {
        public var train: Int, valid: Int, side: Int
        /// Whether photos are decoded at once. If not, every batch reads its files anew.
        public var inMemory: Bool

        public init(train: Int, valid: Int, side: Int, inMemory: Bool) {
            (self.train, self.valid, self.side, self.inMemory) = (train, valid, side, inMemory)
        }
    }

    /// Reads `train/CLASS/…` and, beside `train`, the same in `val`, `valid` or `test`: PNG or JPEG, of any size. Files
    /// that cannot be read are passed over, and kept as `problems`.
    /// - Throws: `DatasetError` or `PhotoProblem`, which name the folder that is not as it should be.
    public init(folder: URL, _ limits: Limits) throws {
        let parts = ["val", "valid", "test"].map { folder.appending(path: $0) }
        let other = parts.first { FileManager.default.fileExists(atPath: $0.path) } ?? parts[0]
        let train = try ImageFolder(folder.appending(path: "train"))
        let valid = try ImageFolder(other, only: train.classes)
        let names = distinct(try namesOfClasses(train.classes, in: folder), train.classes)
        var (photos, problems) = ([LabelledPhoto](), [PhotoProblem]())
        for (part, most, isValid) in [(train, limits.train, false), (valid, limits.valid, true)] {
            for place in spread(most, over: part.labels, atLeast: isValid ? 1 : 2) {
                let file = URL(filePath: part.files[place].path)
                do {
                    let photo: any PhotoSource =
                        limits.inMemory ? try Photo(file, atLeast: Size2D(limits.side)) : file
                    if !limits.inMemory { _ = try file.opened() }
                    photos.append(
                        LabelledPhoto(
                            photo: photo, label: names[part.labels[place]], isValid: isValid,
                            name: "\(file.deletingLastPathComponent().lastPathComponent)/\(file.lastPathComponent)"))
                } catch let problem as PhotoProblem { problems.append(problem) }
            }
        }
        (self.photos, classes, self.problems) = (photos, names, problems)
        try check(folder)
    }

    /// Two photos of each class are needed to learn from, and one to be judged by.
    private func check(_ folder: URL) throws {
        for isValid in [false, true] {
            let counts = Dictionary(grouping: photos.filter { $0.isValid == isValid }) { $0.label }.mapValues(\.count)
            guard let lost = classes.first(where: { counts[$0, default: 0] < (isValid ? 1 : 2) }) else { continue }
            throw DatasetError(
                folder.path,
                "\(counted(counts[lost, default: 0], "photo")) of “\(lost)” \(isValid ? "to be judged by" : "to learn from") "
                    + "could be read" + (problems.first.map { ". The first problem: \($0)" } ?? ""),
                try: isValid ? "at least one of each class" : "at least two of each class")
        }
        guard classes.count > 1 else {
            throw DatasetError(folder.path, "there is one class, “\(classes[0])”: nothing to tell apart")
        }
    }

    /// Scenes with one object of ten classes in each, written to files and read again: of many shapes, some grey.
    public static func generated(_ limits: Limits, size: Int, seed: UInt64) throws -> Photographs {
        let place = unfinishedPlace(in: FileManager.default.temporaryDirectory)
        defer { removeUnfinished(place) }
        let folder = place.appending(path: "generated-photos")
        try SceneFiles(.classFolders, train: limits.train, valid: limits.valid, size: size, seed: seed).write(
            to: folder)
        var limits = limits
        limits.inMemory = true
        return try Photographs(folder: folder, limits)
    }
}

// MARK: Helpers

/// At most so many places, or a few more: from each class in proportion to how many it has, but at least a few.
private func spread(_ most: Int, over labels: [Int], atLeast least: Int) -> [Int] {
    let own = Dictionary(grouping: labels.indices) { labels[$0] }
    return own.values.flatMap { places in
        let count = min(places.count, max(least, most * places.count / labels.count))
        return (0..<count).map { places[$0 * places.count / count] }
    }.sorted()
}

/// Names of which no two are alike: ImageNet has two classes called crane. Such have the name of their folder besides.
private func distinct(_ names: [String], _ folders: [String]) -> [String] {
    let counts = Dictionary(grouping: names) { $0 }.mapValues(\.count)
    return zip(names, folders).map { name, folder in counts[name]! > 1 ? "\(name) (\(folder))" : name }
}
