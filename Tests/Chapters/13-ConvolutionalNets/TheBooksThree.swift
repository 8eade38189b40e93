// Sections 13.1 to 13.5 on the book's own images. These tests run when $GROUNDUP_DATA names a folder that contains
// mnist_sample or mnist; otherwise they are reported as skipped.
//
//     GROUNDUP_DATA=~/data swift test --filter Chapter13

import Chapter13
import ChapterSupport
import Datasets
import Foundation
import Notebook
import Tensors
import TestSupport
import Testing

private let sample = realData("mnist_sample")
private let mnist = realData("mnist")

@Suite(.enabled(if: sample != nil, "$GROUNDUP_DATA does not contain mnist_sample"))
struct `13.1 The book's three` {
    @Test(arguments: [
        ("top-edge/corner", 0.0), ("top-edge/at-the-top", 762), ("top-edge/at-the-right", -29),
        ("apply-kernel/at-the-top", 762), ("edge-map/rows", 26), ("batch/images", 64), ("features/channels", 4),
    ])
    func `has the book's numbers`(_ name: String, _ book: Double) throws {
        let run = try ChapterRun.shared("kernels", ConvolutionalNets.self) {
            try ChapterRun(of: ConvolutionalNets.self, sections: [1, 2, 3], .data(in: sample, .quick))
        }
        #expect(run[name] == book)
    }

    @Test(.enabled(if: mnist != nil, "$GROUNDUP_DATA does not contain mnist"))
    func `is image 12 of MNIST's training file`() throws {
        func three(_ name: String, _ read: (URL) throws -> DigitImages) throws -> ByteTensor {
            let digits = try read(try #require(try DataLocator(dataFolder: sample).find(name).found).folder).train
            let index = try #require(digits.names(of: 3).names.firstIndex(of: "12.png"))
            return digits.images(of: 3)[index]
        }
        #expect(
            try three("mnist_sample") { try .mnistSample($0) }
                == three("mnist") { try .mnist($0, only: [3]) })
    }
}
