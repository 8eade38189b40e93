// A folder of labelled images: the name of the folder is the label.
//
//     train/3/10.png      →  a 3
//     train/7/1002.png    →  a 7
//
// Whatever else is there (a .DS_Store, a text file, a folder within a class) is left alone
// and counted, so that a surprising number of images has an explanation.

import Foundation
import Tensors

/// Images sorted into one folder for each class.
public struct ImageFolder: Sendable {
    /// The folder that holds the class folders.
    public let url: URL
    /// The names of the class folders, in byte order.
    public let classes: [String]
    /// All images: class by class, and in byte order within a class.
    public let files: Listing
    /// For each image the position of its class in `classes` [n].
    public let labels: [Int]
    /// How many entries were left alone because they are not images in a class folder.
    public let ignored: Int

    /// Looks through a folder; no image is read yet.
    /// - Parameter only: the classes to take; nil takes every folder.
    /// - Throws: `DatasetError` when the folder is missing or has no class folders, when one of
    ///   `only` is missing, or when a class folder holds no PNG or JPEG file.
    public init(_ url: URL, only: [String]? = nil) throws {
        self.url = url
        let entries = try readDirectory(url.path)
        let folders = entries.filter { $0.isFolder && !$0.isHidden && $0.isNameable }.map(\.name).sorted(
            by: inByteOrder)
        classes = try Self.choose(only, from: folders, in: url)
        var (names, labels, ignored): ([String], [Int], Int) = ([], [], entries.count - folders.count)
        for (label, name) in classes.enumerated() {
            let (images, strays) = try Self.images(inClass: name, of: url)
            names += images
            labels += repeatElement(label, count: images.count)
            ignored += strays
        }
        files = Listing(folder: url.path, names: names)
        self.labels = labels
        self.ignored = ignored
    }

    /// The images of one class, in byte order; none for a class that does not exist.
    public func files(of name: String) -> Listing {
        let label = classes.firstIndex(of: name)
        return Listing(folder: files.folder, names: zip(files.names, labels).filter { $0.1 == label }.map(\.0))
    }

    /// Decodes all images, in the order of `files`.
    /// - Returns: bytes [n, h, w], or [n, h, w, 3] for `.rgb`.
    /// - Throws: `DatasetError` that names the first file that cannot be decoded or has another size.
    public func readImages(_ channels: Channels = .grey) throws -> ByteTensor {
        try Datasets.readImages(files, channels: channels)
    }

    private static func choose(_ only: [String]?, from folders: [String], in url: URL) throws -> [String] {
        guard !folders.isEmpty else {
            throw DatasetError(
                url.path, "expected a folder for each class, found none",
                try: "the folder above the ones that are named like the labels")
        }
        guard let only else { return folders }
        for name in only where !folders.contains(name) {
            throw DatasetError(
                url.path, "expected a class folder “\(name)”, found \(folders.joined(separator: ", "))",
                try: "a folder “\(name)” with its images, beside those that are there")
        }
        return only.sorted(by: inByteOrder)
    }

    /// The names of the images of a class, and how many other things are beside them.
    private static func images(inClass name: String, of url: URL) throws -> (names: [String], strays: Int) {
        let folder = url.path + "/" + name
        let entries = try readDirectory(folder)
        let images = entries.filter { !$0.isFolder && !$0.isHidden && $0.isNameable && hasImageName($0.name) }
        guard !images.isEmpty else {
            throw DatasetError(
                folder,
                "expected PNG or JPEG images of the class “\(name)”, found \(entries.isEmpty ? "nothing" : "none")",
                try: "remove the folder, or put the images of this class into it")
        }
        let names = images.map(\.name).sorted(by: inByteOrder).map { name + "/" + $0 }
        return (names, entries.count - images.count)
    }

    private static func hasImageName(_ name: String) -> Bool {
        let ending = name.utf8.suffix(5).map { $0 | 0x20 }  // in small letters; the dot stays what it is
        return [".png", ".jpg", ".jpeg"].contains { ending.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}
