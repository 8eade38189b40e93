// CIFAR-10 in its binary version: the folder `cifar-10-batches-bin`.
//
// Five files hold 50,000 pictures for training, `data_batch_1.bin` to `data_batch_5.bin`, and `test_batch.bin` holds
// 10,000 for testing. A file has no header. It is a row of records, and each record has 3,073 bytes:
//
//     1 byte         the label, 0 to 9
//     1,024 bytes    red, 32 rows of 32 pixels, from the top left
//     1,024 bytes    green
//     1,024 bytes    blue
//
// `batches.meta.txt` has the names of the ten classes, one a line.

import Common
import Foundation
import Tensors

/// Reads the binary version of CIFAR-10.
public enum CIFAR10 {
    /// The folder that its archive unpacks to.
    public static let folderName = "cifar-10-batches-bin"
    /// The names of the classes; a label is a place in this list.
    public static let classNames = [
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ]
    /// The bytes of a record: a label and a picture.
    public static let recordLength = 1 + pictureLength
    static let pictureLength = 3 * 32 * 32
    /// A whole set has 60,000. A file that claims to hold more than this is something else.
    static let mostRecords = 100_000

    /// The pictures for training, or those for testing, in the order of the files.
    /// - Returns: bytes [n, 32, 32, 3], and n labels
    /// - Throws: `DatasetError` that names the file which is missing, cut short, of another size than the others, or
    ///   holds a label that does not exist.
    public static func read(_ folder: URL, train: Bool) throws -> (images: ByteTensor, labels: [Int]) {
        let names = train ? (1...5).map { "data_batch_\($0).bin" } : ["test_batch.bin"]
        let batches = try names.map { try readBatch(folder.appendingPathComponent($0)) }
        let counts = batches.map(\.labels.count)
        if let odd = counts.firstIndex(where: { $0 != counts[0] }) {
            throw DatasetError(
                folder.appendingPathComponent(names[odd]).path,
                "expected \(counted(counts[0], "record")) as in \(names[0]), found \(counts[odd])",
                try: "fetch the data set again: a file was cut short")
        }
        return (ByteTensor.cat(batches.map(\.images)), batches.flatMap(\.labels))
    }

    /// One file: any whole number of records, but not none.
    /// - Returns: bytes [n, 32, 32, 3], and n labels
    /// - Throws: `DatasetError`, as for a folder.
    public static func readBatch(_ file: URL) throws -> (images: ByteTensor, labels: [Int]) {
        let bytes = try readRecords(file)
        let starts = stride(from: 0, to: bytes.count, by: recordLength)
        let labels = starts.map { Int(bytes[$0]) }
        if let record = labels.firstIndex(where: { $0 >= classNames.count }) {
            throw DatasetError(
                file.path, "expected labels from 0 to 9, found \(labels[record]) in record \(record)",
                try: "a file of CIFAR-10's binary version, or fetch it again: it is damaged")
        }
        // In the file, a picture is three planes; here, as in other readers, each pixel has its three colours together.
        let planes = ByteTensor(shape: [labels.count, 3, 32, 32], starts.flatMap { bytes[$0 + 1..<$0 + recordLength] })
        return (planes.permuted(0, 2, 3, 1).contiguous(), labels)
    }

    /// The names in `batches.meta.txt`, or the usual ones if there is no such file.
    /// - Throws: `DatasetError` when the file has not ten different names.
    public static func readClassNames(_ folder: URL) throws -> [String] {
        let file = folder.appendingPathComponent("batches.meta.txt")
        guard FileManager.default.fileExists(atPath: file.path) else { return classNames }
        let text = String(decoding: try readData(file) { DatasetError(file.path, $0) }.prefix(1 << 16), as: UTF8.self)
        let names = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        guard names.count == classNames.count, Set(names).count == names.count else {
            throw DatasetError(
                file.path, "expected ten different names of classes, one a line, found \(counted(names.count, "name"))")
        }
        return names
    }

    /// The bytes of a file, if they can be records.
    private static func readRecords(_ file: URL) throws -> [UInt8] {
        func failure(_ problem: String, _ advice: String?) -> DatasetError {
            DatasetError(file.path, problem, try: advice)
        }
        let (descriptor, length) = try openToRead(file.path) { failure($0, nil) }
        defer { close(descriptor) }
        let (records, rest) = length.quotientAndRemainder(dividingBy: recordLength)
        guard rest == 0, (1...mostRecords).contains(records) else {
            throw failure("expected records of \(recordLength) bytes, found \(words(records, rest))", advice(length))
        }
        let bytes = try readData(file) { failure($0, nil) }
        guard bytes.count == length else {
            throw failure("expected \(length) bytes, found \(bytes.count): it is being written", nil)
        }
        return Array(bytes)
    }

    private static func words(_ records: Int, _ rest: Int) -> String {
        switch (records, rest) {
        case (0, 0): "an empty file"
        case (_, 0): "\(records) of them, more than a file of CIFAR-10 has"
        default: "\(counted(records, "record")) and \(counted(rest, "byte")) more"
        }
    }

    private static func advice(_ length: Int) -> String {
        // CIFAR-100 has two labels in each record.
        length > 0 && length % (recordLength + 1) == 0
            ? "CIFAR-10: records of \(recordLength + 1) bytes would be CIFAR-100"
            : "fetch the file again: it was cut short, or it is no file of CIFAR-10's binary version"
    }
}
