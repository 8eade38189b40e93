// The nets of sections 13.6 to 13.9 on generated data and, where they are at hand, on real ones.

import Chapter13
import ChapterSupport
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `13.6 to 13.9 Training` {
    /// The sections of these titles, by number.
    private func numbers(_ titles: String...) -> [Int] {
        titles.compactMap { title in ConvolutionalNets.sections.firstIndex { $0.title == title }.map { $0 + 1 } }
    }

    @Test func `the table of the first CNN has the book's numbers`() throws {
        let run = try ChapterRun.quick(of: ConvolutionalNets.self)
        let counts = (1...5).map { run["simple-cnn/parameters-of-layer-\($0)"] }
        #expect(counts == [40, 296, 1168, 4640, 578] && run["simple-cnn/parameters"] == 6722)
        #expect(run["receptive-field/two-layers"] == 7 && run["receptive-field/nudged"] == 7)
    }

    @Test func `every number that the book has is beside ours`() throws {
        let run = try ChapterRun.quick(of: ConvolutionalNets.self)
        let books = Dictionary(uniqueKeysWithValues: run.records.map { ($0.name, $0.book) })
        #expect(books["simple-cnn/epoch-1-accuracy"] == 0.990186 && books["simple-cnn/epoch-0-train-loss"] == 0.072684)
        #expect(books["multiplications/layer-2-on-the-input-grid"] == 56448)
    }

    @Test(.enabled(if: realData("mnist_sample") != nil))
    func `on the book's digits, even a quick run beats the most frequent answer`() throws {
        let run = try ChapterRun(
            of: ConvolutionalNets.self, sections: numbers("Creating the CNN"),
            .data(in: realData("mnist_sample"), .quick))
        #expect(try #require(run["simple-cnn/epoch-1-accuracy"]) > #require(run["simple-cnn/majority"]))
    }

    @Test(.enabled(if: realData("cifar_birds_airplanes") != nil))
    func `real pictures are read and learned from`() throws {
        let run = try ChapterRun(
            of: ConvolutionalNets.self, sections: numbers("Colour images"),
            .data(in: realData("cifar_birds_airplanes"), .quick))
        #expect(run.outputs.contains { $0.caption.contains("cifar_birds_airplanes") })
        #expect(try #require(run["first-kernels/accuracy"]) >= 0.4)
    }
}
