// `--image FILE`, and what the pretrained body is worth on real photos.

import ChapterSupport
import Datasets
import Figures
import Foundation
import Layers
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter05

@Suite(.serialized) struct `5.7 A photo of the reader` {
    @Test func `is looked at in place of others`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "mine.png")
            try Raster(width: 90, height: 40, fill: .sky).writePNG(to: file)
            let run = try ImageClassification.$ownPhoto.withValue(file) {
                try ChapterRun(of: ImageClassification.self, sections: [7], .standIn(.quick))
            }
            let tables = run.outputs.compactMap(\.table).filter { $0.columns.first?.title == "photo" }
            #expect(tables.map { $0.rows.map { $0[0] } } == [["mine.png"]])

            try Data("no picture".utf8).write(to: file)
            let error = #expect(throws: (any Error).self) {
                try ImageClassification.$ownPhoto.withValue(file) {
                    try ChapterRun(of: ImageClassification.self, sections: [7], .standIn(.quick))
                }
            }
            #expect(error.map { "\($0)" }?.contains("mine.png") == true)
        }
    }
}

@Suite struct `5.6 Real photos` {
    /// Five splits, a linear head on frozen features of ImageNet's weights.
    @Test(.enabled(if: realData("bears") != nil && realData("weights") != nil))
    func `bears are told apart with few photos`() throws {
        let folder = try #require(realData("bears"))
        let weights = folder.appending(path: "weights/mobilenetv2-imagenet-body.safetensors")
        let body = try Pretrained(mobileNet: weights, presize: 160, size: 128).body()
        body.layers.eval()
        let bears = try #require(try DataLocator(dataFolder: folder).find("bears").found).folder
        let files = VerifiedPhotos(try photoFiles(in: bears)).readable
        let pipeline = PhotoPipeline(item: Resize(160), batch: augmentations(size: 128), normalization: .imageNet)
        let features = try stride(from: 0, to: files.count, by: 32).map { first in
            let x = try pipeline.batch(Array(files[first..<min(first + 32, files.count)]))
            return noGrad { body.layers(x).mean(axes: 2, 3) }
        }
        let kinds = Vocabulary(files.map(parentFolder))
        let task = JudgedTask(
            name: "bears", features: .cat(features), labels: files.map { kinds[parentFolder($0)]! }, photos: [],
            seconds: 0)
        let accuracies = try (0..<5 as Range<UInt64>).map { seed in
            var random = SplitMix64(seed: seed)
            return try accuracyOfAHead(task, epochs: 60, using: &random)
        }
        #expect(accuracies.reduce(0, +) / 5 >= 0.97, "\(accuracies)")
    }
}
