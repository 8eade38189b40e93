// Chapter 21 on pictures of the reader's own, in the three layouts that it knows, and on folders that it cannot use.

import Chapter21
import ChapterSupport
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing

/// A picture of one colour with a light pixel.
private func picture(_ number: Int, size: Int = 32) -> Raster {
    var picture = Raster(width: size, height: size, fill: Colour(UInt8(number % 200), 90, UInt8(number * 7 % 250)))
    picture[number % size, number / size % size] = .white
    return picture
}

/// Writes `part/class/number.png`.
private func writePNGs(
    _ name: String, classes: [String], train: Int, test: Int, size: Int = 32, to folder: URL
) throws {
    for (part, count) in [("train", train), ("test", test)] {
        for (place, kind) in classes.enumerated() {
            let target = folder.appending(path: "\(name)/\(part)/\(kind)")
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            for number in 0..<count {
                try picture(100 * place + number, size: size).writePNG(to: target.appending(path: "\(number).png"))
            }
        }
    }
}

/// Writes the six files of CIFAR-10 with ten classes in turn.
private func writeBinary(each: Int, to folder: URL) throws {
    let target = folder.appending(path: CIFAR10.folderName)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let names = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]
    for (file, name) in names.enumerated() {
        let records = (0..<each).flatMap { record in
            cifarRecord(record % 10, ByteTensor(shape: [32, 32, 3], picture(each * file + record).pixels))
        }
        try Data(records).write(to: target.appending(path: name))
    }
}

@Suite struct `Chapter 21 on other pictures` {
    @Test func `reads CIFAR-10's own files, and only these have the book's numbers beside them`() throws {
        try withFolder { folder in
            try writeBinary(each: 40, to: folder)
            let run = try ChapterRun(of: BirdsAndAirplanes.self, sections: [1, 2, 5], .data(in: folder, .quick))
            #expect(run.dataName == CIFAR10.folderName)
            // 200 pictures of ten classes in turn: item 99 is the tenth of a round, a truck.
            #expect(run["dataset/count"] == 200 && run["item-99/label"] == 9)
            #expect(run["pair/train"] == 40 && run["pair/valid"] == 8)
            #expect(run.outputs.contains { $0.text.contains("truck") })
        }
    }

    @Test func `reads airplanes and birds from PNG files, with CIFAR-10's labels, and mixes them`() throws {
        try withFolder { folder in
            try writePNGs("cifar_birds_airplanes", classes: ["airplane", "bird"], train: 60, test: 12, to: folder)
            let run = try ChapterRun(of: BirdsAndAirplanes.self, sections: [2, 5], .data(in: folder, .quick))
            #expect(run["pair/train"] == 120 && run["pair/valid"] == 24)
            // The classes take turns, airplanes first: item 99 is a bird.
            #expect(run["item-99/label"] == 2)
        }
    }

    @Test(
        arguments: [
            (["airplane", "bird"], 60, 12, 28, "expected pictures of 32 × 32 pixels, found 28 × 28"),
            (["airplane", "bird"], 40, 12, 32, "expected at least 100 pictures for training, found 80"),
            (["airplane", "bird"], 60, 9, 32, "expected at least 20 pictures for validation, found 18"),
            (["airplane", "frog"], 60, 12, 32, "found no bird"), (["bird", "frog"], 60, 12, 32, "found no airplane"),
        ] as [([String], Int, Int, Int, String)])
    func `says what is wrong with a folder`(
        _ classes: [String], _ train: Int, _ test: Int, _ size: Int, _ words: String
    ) throws {
        try withFolder { folder in
            try writePNGs("cifar10", classes: classes, train: train, test: test, size: size, to: folder)
            try expectRefused(folder, words, "cifar10")
        }
    }

    @Test func `names the one picture of another size, and the one file that was cut`() throws {
        try withFolder { folder in
            try writePNGs("cifar10", classes: ["airplane", "bird"], train: 60, test: 12, to: folder)
            try picture(1, size: 16).writePNG(to: folder.appending(path: "cifar10/train/bird/7.png"))
            try expectRefused(folder, "found 16 × 16", "train/bird/7.png")
            try writeBinary(each: 40, to: folder)
            let file = folder.appending(path: "\(CIFAR10.folderName)/data_batch_3.bin")
            try Data(try Data(contentsOf: file).dropLast(100)).write(to: file)
            try expectRefused(folder, "found 39 records and 2973 bytes more", "data_batch_3.bin")
        }
    }

    private func expectRefused(_ folder: URL, _ words: String...) throws {
        let error = #expect(throws: (any Error).self) {
            try ChapterRun(of: BirdsAndAirplanes.self, sections: [2], .data(in: folder, .quick))
        }
        let message = error.map { "\($0)" } ?? ""
        for word in words { #expect(message.contains(word), "\(message)") }
    }
}

@Suite(.enabled(if: realData("cifar_birds_airplanes") != nil, "set GROUNDUP_DATA to a folder with the real pictures"))
struct `Chapter 21 on the real airplanes and birds` {
    @Test func `the two parts have the book's counts, and equally many of each class`() throws {
        let folder = realData("cifar_birds_airplanes")
        let run = try ChapterRun(of: BirdsAndAirplanes.self, sections: [5], .data(in: folder))
        #expect(run["pair/train"] == 10_000 && run["pair/valid"] == 2000)
    }
}
