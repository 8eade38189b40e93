// Sections 13.1 to 13.9 on a reader's own digits and pictures: as few as there may be, and such as the chapter cannot
// work with.

import Chapter13
import ChapterSupport
import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing

@Suite struct `Chapter 13 on digits of one's own` {
    private func run(_ digits: DigitImages, in folder: TemporaryFolder) throws -> ChapterRun {
        try digits.write(to: folder.url.appending(path: "mnist_sample"))
        return try ChapterRun(of: ConvolutionalNets.self, sections: [1, 2, 3, 4, 5], .data(in: folder.url, .quick))
    }

    @Test func `works with one three and one seven in each part`() throws {
        let run = try run(.generated(train: 1, valid: 1), in: TemporaryFolder())
        #expect(run["batch/images"] == 2 && run["features/channels"] == 4)
        // The clearest top edge there is, since no file is called 12.png.
        #expect(try #require(run["top-edge/at-the-top"]) > 300)
    }

    @Test func `its stand-in has numbers of its own, which stay`() throws {
        let run = try ChapterRun(of: ConvolutionalNets.self, sections: [1], .standIn(.usual))
        #expect(run["top-edge/corner"] == 0 && run["top-edge/at-the-top"] == 764)
        #expect(run["top-edge/at-the-right"] == -48 && run["apply-kernel/at-the-top"] == 764)
    }

    @Test func `names every kind of data once`() throws {
        let run = try ChapterRun(of: ConvolutionalNets.self, sections: [1], .standIn(.quick))
        #expect(run.dataName == "generated digits, generated scenes")
    }

    @Test func `says what is missing`() throws {
        let error = #expect(throws: (any Error).self) {
            try run(.generated(digits: [3], train: 2, valid: 1), in: TemporaryFolder())
        }
        #expect("\(error!)".contains("mnist_sample"))
    }

    @Test func `finds a three and a seven among few digits, even if it takes only some of them`() throws {
        let folder = try TemporaryFolder()
        try DigitImages.generated(train: 2, valid: 2).write(to: folder.url.appending(path: "mnist_sample"))
        let run = try ChapterRun(of: ConvolutionalNets.self, sections: [6, 8], .data(in: folder.url, .quick))
        #expect(run["simple-cnn/majority"] == 0.5)
    }

    /// The error of section 13.9 on copies of one picture in these classes.
    private func problem(
        _ classes: [String], side: Int = 32, colour: [Float] = [0.8, 0.4, 0]
    ) throws -> String {
        let folder = try TemporaryFolder()
        let picture = Raster(Tensor(colour).reshaped(3, 1, 1).expanded(to: [3, side, side]))
        for path in ["train", "test"].flatMap({ part in classes.map { "cifar_birds_airplanes/\(part)/\($0)" } }) {
            let place = folder.url.appending(path: path)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try picture.writePNG(to: place.appending(path: "1.png"))
        }
        let error = #expect(throws: (any Error).self) {
            try ChapterRun(of: ConvolutionalNets.self, sections: [9], .data(in: folder.url, .quick))
        }
        return error.map { "\($0)" } ?? ""
    }

    @Test func `says which pictures it can work with`() throws {
        #expect(try problem(["bird", "dog", "plane"]).contains("expected two class folders, found bird, dog, plane"))
        #expect(try problem(["bird"]).contains("expected two class folders, found bird"))
        #expect(try problem(["bird", "plane"], side: 8).contains("expected pictures of 32 × 32 pixels, found 8 × 8"))
        #expect(try problem(["bird", "plane"], colour: [0.5, 0.5, 0.5]).contains("all of them are grey"))
    }
}
