import Foundation
import Tensors
import Testing

@testable import Datasets

/// Real data is used where a reader has it; elsewhere these tests are reported as skipped.
private let dataFolder = ProcessInfo.processInfo.environment["GROUNDUP_DATA"]

private func folder(_ name: String) throws -> URL {
    try #require(try DataLocator().find(name).found, "\(name) is not in $GROUNDUP_DATA").folder
}

@Suite(.enabled(if: dataFolder != nil, "set GROUNDUP_DATA to a folder with mnist_sample and mnist"))
struct `The real MNIST` {
    @Test func `the sample has the book's counts and order`() throws {
        let digits = try DigitImages.mnistSample(folder("mnist_sample"))
        #expect(digits.train.images(of: 3).shape == [6131, 28, 28])
        #expect(digits.train.images(of: 7).shape == [6265, 28, 28])
        #expect(digits.valid.images(of: 3).shape == [1010, 28, 28])
        #expect(digits.valid.images(of: 7).shape == [1028, 28, 28])
        #expect(
            digits.train.names(of: 3).description
                == "(#6131) [10.png, 10000.png, 10011.png, 10031.png, 10034.png, 10042.png, "
                + "10052.png, 1007.png, 10074.png, 10091.png, …]")
    }

    @Test func `a corner of the second three is the book's`() throws {
        let threes = try DigitImages.mnistSample(folder("mnist_sample")).train.images(of: 3).scalars
        let corner = (4..<10).map { row in (4..<10).map { threes[784 + row * 28 + $0] } }
        #expect(
            corner == [
                [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 29], [0, 0, 0, 48, 166, 224],
                [0, 93, 244, 249, 253, 187], [0, 107, 253, 253, 230, 48], [0, 3, 20, 20, 15, 0],
            ])
    }

    @Test func `all pixels together have the ink of 1,448,906 full ones`() throws {
        let digits = try DigitImages.mnistSample(folder("mnist_sample"))
        let sum = (digits.train.images.scalars + digits.valid.images.scalars).reduce(0) { $0 + Int($1) }
        #expect(abs(Double(sum) / 255 - 1_448_905.77) < 0.01)
    }

    @Test func `the IDX files hold the same images as the PNG files, in the same order`() throws {
        let png = try DigitImages.mnistSample(folder("mnist_sample"))
        let idx = try DigitImages.mnist(folder("mnist"), only: [3, 7])
        for (a, b) in [(png.train, idx.train), (png.valid, idx.valid)] {
            #expect(a.names == b.names)
            #expect(a.labels == b.labels)
            #expect(a.images.scalars == b.images.scalars)
        }
    }

    @Test func `all of MNIST has 60,000 and 10,000 images`() throws {
        let digits = try DigitImages.mnist(folder("mnist"))
        #expect(digits.train.images.shape == [60_000, 28, 28])
        #expect(digits.valid.count == 10_000)
        #expect(digits.train.digits == Array(0...9))
    }
}
