// Folders of reviews in which some files are no texts, or in which there are hardly any.

import ChapterSupport
import Common
import Datasets
import Foundation
import TestSupport
import Testing
import Text

@testable import Chapter10

@Suite struct `10.1 Folders of other texts` {
    /// Generated reviews in the folders of IMDb.
    private func write(_ train: Int, _ test: Int, _ unlabelled: Int, to folder: URL) throws {
        try GeneratedReviews(train: train, test: test, unlabelled: unlabelled).write(to: folder)
    }

    @Test func `a picture and a text in another encoding are named, counted and passed over`() throws {
        try withFolder { folder in
            let place = folder.appending(path: "imdb")
            try write(60, 40, 80, to: place)
            let wrong = [
                try textFiles(in: place, folders: ["unsup"])[0], try textFiles(in: place, folders: ["train"])[7],
            ]
            try Data([0x89, 0x50, 0, 0, 0, 13, 0, 0, 1, 0, 0, 0]).write(to: wrong[0])
            try Data(repeating: 0xE9, count: 100).write(to: wrong[1])
            let mended = try textFiles(in: place, folders: ["test"])[0]
            try Data("caf".utf8 + [0xE9] + " was good".utf8).write(to: mended)

            let texts = try FilmTexts(folder: place)
            #expect(texts.train.count == 59 && texts.test.count == 40 && texts.unlabelled.count == 79)
            #expect(Set(texts.problems.map(\.file)) == Set(wrong.map(\.path)))
            #expect(texts.repaired.map(\.file) == [mended.path])
            for part in [texts.train, texts.test, texts.unlabelled] { _ = try part.first(part.count) }

            let run = try ChapterRun(of: FilmReviews.self, sections: [1], .data(in: folder, .quick))
            let notice = try #require(run.outputs.first { $0.caption.hasPrefix("files passed over") })
            #expect(notice.text.hasPrefix("2, first: ") && notice.text.contains(wrong[1].lastPathComponent))
        }
    }

    @Test func `five texts are too few, and the folder is named`() throws {
        try withFolder { folder in
            try write(5, 40, 0, to: folder)
            let error = #expect(throws: TextProblem.self) { try FilmTexts(folder: folder) }
            #expect(error?.file == folder.appending(path: "train").path)
            #expect(error?.description.contains("of 5 texts, 5 can be read\n  try: at least 20 texts") == true)
        }
    }

    /// As few texts as the chapter asks for.
    @Test func `twenty texts of each part are enough`() throws {
        try withFolder { folder in
            try write(20, 20, 20, to: folder.appending(path: "imdb"))
            _ = try ChapterRun(of: FilmReviews.self, .data(in: folder, .quick))
        }
    }
}
