// Folders of reviews and photos in which some files are not what their names say.

import ChapterSupport
import Datasets
import Foundation
import TestSupport
import Testing
import Text
import Vision

@testable import Chapter11

@Suite struct `11 Other files` {
    @Test func `reviews that are no texts are named, counted and passed over`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "imdb")
            try GeneratedReviews(train: 30, test: 20, unlabelled: 0).write(to: place)
            let wrong = [
                try textFiles(in: place, folders: ["train"])[3], try textFiles(in: place, folders: ["test"])[0],
            ]
            for file in wrong { try Data(repeating: 0xE9, count: 50).write(to: file) }
            let run = try ChapterRun(of: DataPipelines.self, .data(in: folder, .quick))
            let notice = try #require(run.outputs.first { $0.caption.hasPrefix("files passed over") })
            #expect(notice.text.hasPrefix("2, first: ") && notice.text.contains(wrong[0].lastPathComponent))
            #expect(run.records.first { $0.name == "one-line/reviews-to-learn-from" }?.values == [29])
        }
    }

    @Test(arguments: ["Bengal_7.JPG", "Bengal_7.jpeg", "Bengal_7.Png"])
    func `a breed is told by names of any ending`(_ name: String) throws {
        #expect(try breedOf(URL(filePath: "/pets/\(name)")) == "Bengal")
    }
}
