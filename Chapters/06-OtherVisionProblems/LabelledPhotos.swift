// A folder of photos, and the table that says what is on them. What it is good for is told on the pages of section 6.1.

import Common
import Datasets
import Foundation
import Tabular
import Vision

/// A row of the table: a photo, what is on it, and whether it is one for validation.
public struct LabelledPhoto: Sendable, Equatable, CustomStringConvertible {
    /// The name of the photo's file, without its folder.
    public let fname: String
    /// What is on the photo, with spaces between; empty for nothing.
    public let labels: String
    public let isValid: Bool
    /// The folder of the data set. (The book's `path`.)
    let path: URL

    public init(fname: String, labels: String, isValid: Bool, path: URL) {
        (self.fname, self.labels, self.isValid, self.path) = (fname, labels, isValid, path)
    }

    public var description: String { fname }
}

/// Photos with their labels.
struct LabelledPhotos: Sendable {
    /// The folder of the data set, which holds `train` and the table.
    let folder: URL
    /// The file of the table.
    let table: URL
    /// The table as it is in the file.
    let frame: DataFrame
    /// The same, row by row.
    let rows: [LabelledPhoto]
    /// Removes generated files when nobody needs them any more.
    private let owner: TemporaryFolder?

    /// - Parameter table: the name of its file, which has the columns fname, labels and is_valid.
    /// - Throws: an error that names the file and what is wrong in it.
    init(dataSet folder: URL, table: String = "train.csv") throws {
        try self.init(folder, table, owner: nil)
    }

    /// Generated scenes, written to files as those of the book.
    init(generated train: Int, valid: Int, size: Int) throws {
        let owner = TemporaryFolder("generated-scenes")
        try ThingFiles(train: train, valid: valid, size: size).write(to: owner.url)
        try self.init(owner.url, "train.csv", owner: owner)
    }

    private init(_ folder: URL, _ table: String, owner: TemporaryFolder?) throws {
        (self.folder, self.owner) = (folder, owner)
        self.table = folder.appending(path: table)
        frame = try DataFrame(csv: self.table, Self.options)
        let (name, text) = (self.table.path, "is_valid")
        let (names, labels, valid) = (
            try frame.column("fname", of: name), try frame.column("labels", of: name), try frame.column(text, of: name)
        )
        guard valid.kind == .bool, valid.missingCount == 0 else {
            throw TableProblem(name, column: text, "expected True or False in each row")
        }
        rows = try zip(names.strings, zip(labels.strings, valid.bools)).enumerated().map { place, row in
            guard let fname = row.0 else {
                throw TableProblem(name, line: place + 2, column: "fname", "the name of a photo is missing")
            }
            guard !fname.split(separator: "/").contains("..") else {
                throw TableProblem(
                    name, line: place + 2, column: "fname",
                    "expected a photo in the folder train, found “\(fname.prefix(60))”, which leads out of it")
            }
            return LabelledPhoto(fname: fname, labels: row.1.0 ?? "", isValid: row.1.1, path: folder)
        }
        guard rows.contains(where: { !labelsOf($0).isEmpty }) else {
            throw TableProblem(name, column: "labels", "no photo has a label, so there is nothing to learn")
        }
    }

    /// How such tables are read: names are texts, also where they look like numbers.
    static let options = CSVOptions { $0.kinds = ["fname": .text, "labels": .text] }

    /// A file as its readers know it: "train/000005.jpg".
    func shortName(_ file: URL) -> String { folder.shortening(file.path) }

    /// A text without the place where the folder happens to be on this machine.
    func shortText(_ text: String) -> String { folder.shortening(text) }
}
