// Sections 13.1 to 13.5 on a reader's own digits: as few as there may be, and such as the chapter cannot work with.

import Chapter13
import ChapterSupport
import Datasets
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

    @Test func `says what is missing`() throws {
        let error = #expect(throws: (any Error).self) {
            try run(.generated(digits: [3], train: 2, valid: 1), in: TemporaryFolder())
        }
        #expect("\(error!)".contains("mnist_sample"))
    }
}
