import Foundation
import Tensors
import Testing

@testable import Datasets

/// A record of CIFAR-10 whose picture has one value in each channel.
private func record(_ label: UInt8, _ red: UInt8, _ green: UInt8, _ blue: UInt8) -> [UInt8] {
    [label] + [red, green, blue].flatMap { [UInt8](repeating: $0, count: 1024) }
}

@Suite struct `Reading CIFAR-10` {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test func `a file is labels and pictures with the colours of a pixel together`() throws {
        var second = record(9, 0, 0, 0)
        second[1 + 5 * 32 + 16] = 11
        second[1 + 1024 + 5 * 32 + 16] = 12
        second[1 + 2048 + 5 * 32 + 16] = 13
        let file = try scratch.write("data_batch_1.bin", record(3, 1, 2, 3) + second)
        let (images, labels) = try CIFAR10.readBatch(file)
        #expect(labels == [3, 9] && images.shape == [2, 32, 32, 3] && images.isContiguous)
        #expect(images[0, 31, 31].scalars == [1, 2, 3])
        #expect(images[1, 5, 16].scalars == [11, 12, 13])
        #expect(images[1].scalars.count { $0 != 0 } == 3)
    }

    @Test func `a folder is five files in their order, and one for testing`() throws {
        for number in 1...5 {
            try scratch.write(
                "data_batch_\(number).bin", record(UInt8(number), 0, 0, 0) + record(0, 0, 0, UInt8(number)))
        }
        try scratch.write("test_batch.bin", record(7, 0, 0, 0))
        let (images, labels) = try CIFAR10.read(scratch.url, train: true)
        #expect(labels == [1, 0, 2, 0, 3, 0, 4, 0, 5, 0])
        #expect((0..<5).map { images[2 * $0 + 1, 0, 0, 2].item } == [1, 2, 3, 4, 5])
        #expect(try CIFAR10.read(scratch.url, train: false).labels == [7])
    }

    /// The message for a file.
    private func problem(_ bytes: [UInt8]) throws -> DatasetError {
        let file = try scratch.write("test_batch.bin", bytes)
        let error = #expect(throws: DatasetError.self) { try CIFAR10.readBatch(file) }
        #expect(error?.subject == file.path)
        return try #require(error)
    }

    @Test func `what cannot be a file of records says what was found`() throws {
        let one = record(1, 2, 3, 4)
        #expect(try problem(one + one.dropLast(1000)).problem.contains("found 1 record and 2073 bytes more"))
        #expect(try problem(one + [0]).problem.contains("found 1 record and 1 byte more"))
        #expect(try problem([]).problem.contains("found an empty file"))
        #expect(try problem([5]).problem.contains("found 0 records and 1 byte more"))
        #expect(try problem([0] + one).advice?.contains("CIFAR-100") == true)
        #expect(try problem(one.dropLast()).advice?.contains("cut short") == true)
    }

    @Test func `a label that does not exist is named with its record`() throws {
        let error = try problem(record(9, 0, 0, 0) + record(17, 0, 0, 0) + record(200, 0, 0, 0))
        #expect(error.problem == "expected labels from 0 to 9, found 17 in record 1")
    }

    @Test func `a file of another size than the others is named`() throws {
        for number in 1...5 {
            let records = number == 4 ? 1 : 2
            try scratch.write("data_batch_\(number).bin", (0..<records).flatMap { _ in record(1, 2, 3, 4) })
        }
        let error = #expect(throws: DatasetError.self) { try CIFAR10.read(scratch.url, train: true) }
        #expect(error?.subject.hasSuffix("data_batch_4.bin") == true)
        #expect(error?.problem == "expected 2 records as in data_batch_1.bin, found 1")
    }

    @Test func `a file that is missing, or is a folder, is named`() throws {
        let error = #expect(throws: DatasetError.self) { try CIFAR10.read(scratch.url, train: false) }
        #expect(error?.description.contains("test_batch.bin: cannot be opened") == true)
        try scratch.write("test_batch.bin/x", [])
        let other = #expect(throws: DatasetError.self) { try CIFAR10.read(scratch.url, train: false) }
        #expect(other?.problem == "expected a file, found a folder")
    }

    @Test func `the names of the classes are those in the folder, or the usual ones`() throws {
        #expect(try CIFAR10.readClassNames(scratch.url) == CIFAR10.classNames)
        let names = (0..<10).map { "class \($0)" }
        try scratch.write("batches.meta.txt", Array((names.joined(separator: "\r\n") + "\n\n").utf8))
        #expect(try CIFAR10.readClassNames(scratch.url) == names)
        for bad in [Array(names.dropLast()), names + ["more"], Array(repeating: "bird", count: 10)] {
            try scratch.write("batches.meta.txt", Array(bad.joined(separator: "\n").utf8))
            let error = #expect(throws: DatasetError.self) { try CIFAR10.readClassNames(scratch.url) }
            #expect(error?.problem.contains("expected ten different names") == true)
        }
    }
}
