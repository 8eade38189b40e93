// Sections 13.1 to 13.5 on a reader's own digits: as few as there may be, and such as the chapter cannot work with.

import Chapter13
import ChapterSupport
import Datasets
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

    /// Pictures of digits are neither 32 × 32 nor coloured, and three classes are one too many.
    @Test(arguments: [([3, 7], "28 × 28"), ([3, 5, 7], "3 classes"), ([3], "one class")])
    func `says why pictures are of no use for colours`(_ digits: [Int], _ words: String) throws {
        let folder = try TemporaryFolder()
        let pictures = folder.url.appending(path: "cifar_birds_airplanes")
        try DigitImages.generated(digits: digits, train: 2, valid: 2).write(to: pictures)
        try FileManager.default.moveItem(at: pictures.appending(path: "valid"), to: pictures.appending(path: "test"))
        let error = #expect(throws: (any Error).self) {
            try ChapterRun(of: ConvolutionalNets.self, sections: [9], .data(in: folder.url, .quick))
        }
        #expect("\(error!)".contains(words) && "\(error!)".contains("data get cifar_birds_airplanes"))
    }

    @Test func `says what is missing`() throws {
        let error = #expect(throws: (any Error).self) {
            try run(.generated(digits: [3], train: 2, valid: 1), in: TemporaryFolder())
        }
        #expect("\(error!)".contains("mnist_sample"))
    }
}
