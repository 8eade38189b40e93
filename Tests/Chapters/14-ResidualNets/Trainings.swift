// The experiments of sections 14.1 to 14.6 on generated scenes and, where they are at hand, on real pictures.

import Chapter14
import ChapterSupport
import Notebook
import TestSupport
import Testing

@Suite struct `14.1 to 14.6 Experiments` {
    @Test func `the nets have the book's sizes, and layers that do nothing change nothing`() throws {
        let run = try ChapterRun.quick(of: ResidualNets.self)
        #expect(run["parameters/one-layer"] == 395_674 && run["parameters/one-block"] == 1_226_890)
        #expect(run["parameters/two-blocks"] == 2_800_202)
        #expect(run["do-nothing/changed-scores"] == 0)
        #expect(run["gradient/first-to-last-skipping-at-zero"] == 1)
    }

    @Test func `every number of the book's trainings is beside ours`() throws {
        let run = try ChapterRun.quick(of: ResidualNets.self)
        let books = Dictionary(uniqueKeysWithValues: run.records.map { ($0.name, $0.book) })
        #expect(books["fcn/accuracy"] == 0.659108 && books["fcn/train-loss"] == 1.049770)
        #expect(books["one-block/accuracy"] == 0.667771 && books["one-block/valid-loss"] == 1.038013)
        #expect(books["two-blocks/accuracy"] == 0.692739 && books["two-blocks/train-loss"] == 0.942904)
        #expect(books["rate-finder/minimum-tenth"] == 0.47863011360168456)
        #expect(books["rate-finder/steepest"] == 3.981071710586548)
        for record in run.records where record.book != nil && record.measured != record.book {
            #expect(record.differs != nil, "\(record.name)")
        }
    }

    /// JPEG files of 64 × 64, of which about one in fifty is grey.
    @Test(.enabled(if: realData("tiny_imagenet_10") != nil))
    func `ten classes of Tiny ImageNet are read and shown`() throws {
        let run = try ChapterRun(of: ResidualNets.self, sections: [1], .data(in: realData("tiny_imagenet_10"), .quick))
        #expect(run.dataName == "tiny_imagenet_10")
        #expect(run.outputs.contains { $0.text == "[60, 3, 64, 64]" })
        let classes = try #require(run.outputs.first { $0.caption == "classes" })
        #expect(classes.text.hasPrefix("goldfish, golden retriever, basketball") && classes.text.hasSuffix("umbrella"))
        #expect(!run.outputs.contains { $0.text.contains("passed over") })
    }
}
