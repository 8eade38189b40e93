// # Pictures in a row of bytes
//
// Section 21.1 · After this page you can read CIFAR-10's own files, and say what is wrong with a damaged one.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// The book never looks into the files. We do. CIFAR-10 is published in several forms, and the simplest is the binary
// one: a folder `cifar-10-batches-bin` with five files for training and one for validation, 10,000 pictures each. A
// file is a row of records, and nothing else. A record has 3,073 bytes: the label, then all red bytes of the picture,
// row by row, then all green ones, then all blue ones. So the byte for a place in the picture is where a little
// arithmetic says:

/// Where a number of a picture is in its record of 3,073 bytes: behind the label, the colours before it, and the rows
/// above it.
public func byteInRecord(row: Int, column: Int, colour: Int) -> Int { 1 + colour * 32 * 32 + row * 32 + column }

// A picture as the rest of the world has it keeps the three colours of a pixel together, [32, 32, 3]. To read a record
// is to fetch each number from its place:

/// The label and the picture [32, 32, 3] of a record.
public func recordByIndexing(_ record: [UInt8]) -> (label: Int, picture: ByteTensor) {
    var numbers: [UInt8] = []
    for row in 0..<32 {
        for column in 0..<32 {
            for colour in 0..<3 { numbers.append(record[byteInRecord(row: row, column: column, colour: colour)]) }
        }
    }
    return (Int(record[0]), ByteTensor(shape: [32, 32, 3], numbers))
}

// And the other way, to make a file of our own:

/// The record of a picture [32, 32, 3]: the label, then red, green and blue.
public func cifarRecord(_ label: Int, _ picture: ByteTensor) -> [UInt8] {
    [UInt8(label)] + (0..<3).flatMap { picture[0..., 0..., $0].scalars }
}

extension BirdsAndAirplanes {
    func oneRecord() throws {
        show(
            byteInRecord(row: 5, column: 16, colour: 1), "the byte of the green in row 5, column 16",
            ask: "Byte 0 is the label. Which byte is the green of row 5, column 16?")
        let (picture, label) = (try pictures.train.images[0], try pictures.train.labels[0])
        let record = cifarRecord(label, picture)
        show(record.count, "bytes in a record")
        let (readLabel, readPicture) = recordByIndexing(record)
        show(readLabel == label && readPicture == picture, "written as a record and read again, picture 0 is the same")
    }

    func aMadeFile() throws {
        // The reader of this project is `CIFAR10.readBatch`. It does the same for a whole file at once, by giving the
        // bytes the shape [n, 3, 32, 32] and moving the colours to the end. On a made file with five pictures of this
        // run:
        try inTemporaryFolder { folder in
            let file = folder.appending(path: "data_batch_1.bin")
            let records = try (0..<5).map { cifarRecord(try pictures.train.labels[$0], try pictures.train.images[$0]) }
            try Data(records.joined()).write(to: file)
            let batch = try CIFAR10.readBatch(file)
            show("\(batch.images.shape), labels \(batch.labels)", "five records of \(CIFAR10.recordLength) bytes")
            let byHand = records.map(recordByIndexing)
            show(
                batch.images == ByteTensor.stack(byHand.map(\.picture)) && batch.labels == byHand.map(\.label),
                "the reader and the loops agree")
        }

        // In the published files, the labels begin with 6, 9, 9, 4, 1, 1, 2: a frog, two trucks, a deer, two cars, a
        // bird.
        // #hide
        if source.name == CIFAR10.folderName {
            show(Array(try pictures.train.labels.prefix(7)), "here they begin with")
        }
    }

    func damagedFiles() throws {
        // Files of the world are not always whole. A reader that does not look will give you pictures of noise, or stop
        // somewhere in the middle. This one throws an error that names the file. Here is what it says to a file that
        // was cut in a record, to one with a label of 17, to one that is empty, and to a file of CIFAR-100:
        let record = cifarRecord(1, try pictures.train.images[0])
        let files: [(String, [UInt8])] = [
            ("cut.bin", record + record.dropLast(1000)), ("label.bin", record + [17] + record.dropFirst()),
            ("empty.bin", []), ("hundred.bin", [3] + record),
        ]
        try inTemporaryFolder { folder in
            for (name, bytes) in files {
                let file = folder.appending(path: name)
                try Data(bytes).write(to: file)
                show(problem { _ = try CIFAR10.readBatch(file) }, name)
            }
        }
    }

    func oneOfFiveFiles() throws {
        // Five files belong together. One that has fewer records than the first was cut, too, even if it ends where a
        // record ends:
        let record = cifarRecord(1, try pictures.train.images[0])
        try inTemporaryFolder { folder in
            for number in 1...5 {
                let records = [[UInt8]](repeating: record, count: number == 4 ? 1 : 2)
                try Data(records.joined()).write(to: folder.appending(path: "data_batch_\(number).bin"))
            }
            show(problem { _ = try CIFAR10.read(folder, train: true) }, "data_batch_4.bin")
        }
    }

    func oneOfAnotherSize() throws {
        // The same pictures are also around as PNG files, in a folder for each class. There, a picture may have another
        // size than the others:
        try inTemporaryFolder { folder in
            let birds = folder.appending(path: "bird")
            try FileManager.default.createDirectory(at: birds, withIntermediateDirectories: true)
            for (name, size) in [("1.png", 32), ("2.png", 16), ("3.png", 32)] {
                try Raster(width: size, height: size, fill: .sky).writePNG(to: birds.appending(path: name))
            }
            show(problem { _ = try ImageFolder(folder).readImages(.rgb) }, "2.png")
        }
    }

    // MARK: Helpers

    /// What is said to be wrong, without the path of the file.
    private func problem(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "nothing"
        } catch {
            return (error as? DatasetError)?.problem ?? "\(error)"
        }
    }
}
