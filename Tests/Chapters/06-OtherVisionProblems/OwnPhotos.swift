// `--image FILE`, and what several labels are worth on real photos.

import ChapterSupport
import Figures
import Foundation
import Notebook
import TestSupport
import Testing

@testable import Chapter06

@Suite(.serialized) struct `6.3 A photo of the reader` {
    @Test func `is looked at in place of others`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "mine.png")
            try Raster(width: 90, height: 40, fill: .sky).writePNG(to: file)
            let run = try OtherVisionProblems.$ownPhoto.withValue(file) {
                try ChapterRun(of: OtherVisionProblems.self, sections: [3], .standIn(.quick))
            }
            let tables = run.outputs.compactMap(\.table).filter { $0.columns.first?.title == "photo" }
            #expect(tables.map { $0.rows.map { $0[0] } } == [["mine.png"], ["mine.png"]])
        }
    }
}

@Suite struct `6.3 Real photos` {
    /// Several splits, last layers on frozen features of ImageNet's weights.
    @Test(
        .enabled(
            if: realData("coco_multilabel") != nil && realData("bears") != nil && realData("weights") != nil))
    func `have labels that are found, and strangers that are no bears`() throws {
        var options = RunOptions()
        options.dataFolder = try #require(realData("coco_multilabel"))
        let run = try Run.capture(OtherVisionProblems.self, sections: [1], options: options)
        try Run.$current.withValue(run) {
            let chapter = try OtherVisionProblems(run)
            let rows = try chapter.scenes.rows
            #expect(rows.count { $0.isValid } == 263 && rows.count { !$0.isValid } == 264)
            let best = try chapter.splitScenes.map { split in
                countsAt(bestThreshold(split.known.p, split.known.y), split.new.p, split.new.y).f1
            }
            #expect(Spread(best).mean > 0.5, "\(best)")
            let bears = try chapter.bearRuns
            func mean(_ head: Int, _ value: (BearAnswers) -> Double) -> Double {
                Spread(bears.map { value($0.answers[head]) }).mean
            }
            #expect((0..<3).allSatisfy { mean($0, \.accuracy) > 0.93 })
            // Softmax must choose, sigmoids that have seen nothing else guess, those that know others refuse.
            #expect(mean(0, \.called) > 0.5 && mean(1, \.called) < mean(0, \.called) && mean(2, \.called) < 0.1)
        }
    }
}
