import Foundation
import Testing

@testable import Datasets

@Suite struct `Reading IDX files` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test func `images and labels are read, gzipped or not`() throws {
        let plain = try scratch.write("images", IDXBytes.images(Array(1...8)))
        #expect(try IDX.readImages(plain).shape == [2, 2, 2])
        #expect(try Tool("gzip").run([plain.path]).status == 0)
        #expect(try IDX.readImages(scratch["images.gz"]).scalars == Array(1...8))
        #expect(try IDX.readLabels(scratch.write("labels", IDXBytes.labels([5, 0, 4]))) == [5, 0, 4])
    }

    /// The message for a file of images.
    private func message(_ bytes: [UInt8]) throws -> String {
        let file = try scratch.write("digits", bytes)
        let error = #expect(throws: DatasetError.self) { try IDX.readImages(file) }
        #expect(error?.subject == file.path)
        return try #require(error).description
    }

    @Test func `a wrong magic number is an error that names both`() throws {
        let text = try message(IDXBytes.labels([1, 2, 3, 4]))
        #expect(text.contains("magic number 2051"))
        #expect(text.contains("found 2049"))
        #expect(text.contains("this is a file of labels"))
    }

    @Test func `too few bytes are an error with both numbers`() throws {
        #expect(try message(IDXBytes.images(Array(1...8)).dropLast(3)).contains("expected 8 bytes"))
        #expect(try message(Array(IDXBytes.images([]).prefix(10))).contains("ends within the header"))
        #expect(try message([]).contains("ends within the header"))
    }

    @Test func `too many bytes are an error`() throws {
        #expect(try message(IDXBytes.images(Array(1...8)) + [0]).contains("found more"))
    }

    @Test func `a header that claims too much takes no memory`() throws {
        let header = bigEndian(2051) + Array(repeating: 0xFF, count: 12)
        #expect(try message(header).contains("more than a file of 16 bytes can hold"))
    }

    @Test func `a header whose numbers overflow when multiplied is an error, not a trap`() throws {
        let header = bigEndian(2051) + Array(repeating: 0xFF, count: 8) + bigEndian(0)
        #expect(try message(header).contains("more than a file of 16 bytes can hold"))
    }

    @Test func `a truncated gzip file is an error`() throws {
        let plain = try scratch.write("cut", IDXBytes.images((0..<4000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }))
        #expect(try Tool("gzip").run([plain.path]).status == 0)
        let packed = try Data(contentsOf: scratch["cut.gz"])
        _ = try message(Array(packed.prefix(packed.count / 2)))
    }

    @Test func `a pipe is refused, not waited for`() throws {
        #expect(mkfifo(scratch["pipe"].path, 0o600) == 0)
        for read in [{ _ = try IDX.readImages($0) }, { _ = try IDX.readLabels($0) }] as [(URL) throws -> Void] {
            let error = #expect(throws: DatasetError.self) { try read(scratch["pipe"]) }
            #expect(error?.problem == "expected a file, found a pipe")
        }
    }

    @Test func `a missing file is an error that names it`() {
        let error = #expect(throws: DatasetError.self) { try IDX.readLabels(scratch["none"]) }
        #expect(error?.description.contains("none: cannot be opened") == true)
    }

    @Test func `counts of images and labels must agree`() throws {
        let images = try scratch.write("i", IDXBytes.images(Array(1...8)))
        let labels = try scratch.write("l", IDXBytes.labels([1]))
        let error = #expect(throws: DatasetError.self) { try IDX.readPair(images: images, labels: labels) }
        #expect(error?.problem.contains("expected 2 labels") == true)
    }

    @Test(arguments: ["", ".gz", ".GZ"])
    func `MNIST comes by digit and then by name, and can be filtered`(_ ending: String) throws {
        for part in ["train", "t10k"] {
            try scratch.write("\(part)-images-idx3-ubyte\(ending)", IDXBytes.images(Array(0..<24)))
            try scratch.write("\(part)-labels-idx1-ubyte\(ending)", IDXBytes.labels([7, 3, 5, 7, 3, 3]))
        }
        let digits = try DigitImages.mnist(scratch.url, only: [3, 7])
        #expect(digits.origin == "mnist")
        #expect(digits.train.labels == [3, 3, 3, 7, 7])
        #expect(digits.train.names == ["1.png", "4.png", "5.png", "0.png", "3.png"])
        #expect(digits.valid.images(of: 7).scalars == [0, 1, 2, 3, 12, 13, 14, 15])
        #expect(digits.valid.images(of: 9).shape == [0, 2, 2])
    }

    @Test func `a missing file of MNIST is an error that names folder and file`() {
        let error = #expect(throws: DatasetError.self) { try DigitImages.mnist(scratch.url) }
        #expect(error?.description.contains("train-images-idx3-ubyte.gz") == true)
    }
}
