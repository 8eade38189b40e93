// The places digits come from: PNG folders, MNIST's files, or a generator.

import Foundation
import Tensors

extension DigitImages {
    /// The threes and sevens of the book, from its `mnist_sample` folder: `train/3/10.png` …
    /// - Throws: `DatasetError` when a folder or an image is not as it should be.
    public static func mnistSample(_ folder: URL) throws -> DigitImages {
        try pngFolders(folder, origin: "mnist_sample", only: [3, 7])
    }

    /// Digits as PNG files in one folder for each digit.
    /// - Parameters:
    ///   - train: the folder of the training set (`training` in mnist_png).
    ///   - valid: the folder for validation (`testing` in mnist_png).
    ///   - only: the digits to take; nil takes all.
    public static func pngFolders(
        _ folder: URL, train: String = "train", valid: String = "valid", origin: String, only: [Int]? = nil
    ) throws -> DigitImages {
        DigitImages(
            origin: origin,
            train: try LabelledDigits(pngFolder: folder.appendingPathComponent(train), only: only),
            valid: try LabelledDigits(pngFolder: folder.appendingPathComponent(valid), only: only))
    }

    /// MNIST from its four IDX files, gzipped or not.
    /// - Parameter only: the digits to take; nil takes all ten.
    /// - Throws: `DatasetError` when a file is missing or not as it should be.
    public static func mnist(_ folder: URL, only: [Int]? = nil) throws -> DigitImages {
        DigitImages(
            origin: "mnist",
            train: try LabelledDigits(idxFolder: folder, prefix: "train", only: only),
            valid: try LabelledDigits(idxFolder: folder, prefix: "t10k", only: only))
    }
}

// What a chapter names when it asks for digits, see `DataSource`.
extension DataCandidate<DigitImages> {
    /// The threes and sevens of the book.
    public static var mnistSample: Self { Self("mnist_sample") { try .mnistSample($0) } }

    /// MNIST in its four IDX files.
    /// - Parameter only: the digits to take; nil takes all ten.
    public static func mnist(only: [Int]? = nil) -> Self { Self("mnist") { try .mnist($0, only: only) } }

    /// MNIST as PNG files.
    public static func mnistPNG(only: [Int]? = nil) -> Self {
        Self("mnist_png") {
            try .pngFolders($0, train: "training", valid: "testing", origin: "mnist_png", only: only)
        }
    }
}

extension LabelledDigits {
    /// Reads PNG files from folders that are named by the digits.
    init(pngFolder url: URL, only: [Int]?) throws {
        let folder = try ImageFolder(url, only: only?.map(String.init))
        let digits = try folder.classes.map { name in
            guard let digit = Int(name) else {
                throw DatasetError(url.path, "expected folders named by digits, found “\(name)”")
            }
            return digit
        }
        images = try folder.readImages(.grey)
        labels = folder.labels.map { digits[$0] }
        names = folder.files.names.map(lastComponent)
        truth = nil
        ignored = folder.ignored
    }

    /// Reads one of MNIST's two pairs of files, "train" or "t10k". An image's name is its place in the file.
    init(idxFolder folder: URL, prefix: String, only: [Int]?) throws {
        let (pixels, digits) = try IDX.readPair(
            images: Self.idxFile("\(prefix)-images-idx3-ubyte", in: folder),
            labels: Self.idxFile("\(prefix)-labels-idx1-ubyte", in: folder))
        let order = digits.indices
            .filter { only?.contains(digits[$0]) ?? true }
            .map { (index: $0, digit: digits[$0], name: "\($0).png") }
            .sorted { $0.digit != $1.digit ? $0.digit < $1.digit : inByteOrder($0.name, $1.name) }
        images = pixels.rows(order.map(\.index))
        labels = order.map(\.digit)
        names = order.map(\.name)
        truth = nil
        ignored = 0
    }

    /// A file of MNIST: gzipped as it is published, unpacked, or unpacked with a dot in its name.
    private static func idxFile(_ name: String, in folder: URL) throws -> URL {
        let withDot = name.replacingOccurrences(of: "-idx", with: ".idx")
        for (name, ending) in [(name, ".gz"), (name, ""), (withDot, "")] {
            if let file = file(name, ending: ending, in: folder) { return file }
        }
        throw DatasetError(
            folder.path, "expected the file \(name).gz or \(name)", try: "`swift run data get mnist`")
    }
}
