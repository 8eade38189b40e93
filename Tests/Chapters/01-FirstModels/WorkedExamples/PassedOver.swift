// Folders of the reader's in which something is wrong, or hardly anything is.

import ChapterSupport
import Datasets
import Figures
import Foundation
import Notebook
import TestSupport
import Testing
import Text
import Vision

@testable import Chapter01

@Suite struct `1 What is passed over, and what is too little` {
    /// As few photos as the chapter asks for: two of them are for validation.
    @Test func `ten photos are enough, and a name without a breed is counted`() throws {
        try withFolder { folder in
            let images = folder.appending(path: "oxford-iiit-pet/images")
            try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
            for number in 0..<5 {
                for name in ["Bengal_\(number).png", "beagle_\(number).png"] {
                    try Raster(width: 40, height: 40, fill: .red).writePNG(to: images.appending(path: name))
                }
            }
            try Raster(width: 40, height: 40, fill: .red).writePNG(to: images.appending(path: "A\nB.png"))
            var options = RunOptions()
            (options.dataFolder, options.size) = (folder, .quick)
            let run = try ChapterRun(of: FirstModels.self, sections: [3, 5], options)
            #expect(run.transcript.contains { $0.contains("whose names say no breed") && $0.hasSuffix(" 1") })
            #expect(run.transcript.contains { $0.hasPrefix("breeds in this run") && $0.hasSuffix(" 2") })
        }
    }

    @Test func `pictures of streets with bad masks are passed over, unless too few are left`() throws {
        try withFolder { folder in
            try DrawnStreet.write(12, seed: 1, to: folder)
            let streets = try StreetFolder(folder)
            let masks = streets.images.map(maskFile)
            try Data("no picture".utf8).write(to: masks[3])
            try FileManager.default.removeItem(at: masks[5])
            let found = try streets.readable(atMost: 100)
            #expect(found.readable.count == 10 && found.problems.count == 2)
            #expect(found.problems.contains { $0.file == masks[3].path })
            #expect(found.readable == streets.images.indices.filter { $0 != 3 && $0 != 5 }.map { streets.images[$0] })

            try Raster(width: 2, height: 2, fill: .red).writePNG(to: masks[7])
            let problem = #expect(throws: PhotoProblem.self) { try streets.readable(atMost: 100) }
            #expect(problem?.file == folder.path && problem?.description.contains("9 can be read") == true)
        }
    }

    @Test func `reviews that are no texts are passed over and named, unless too few are left`() throws {
        try withFolder { folder in
            try GeneratedReviews(train: 14, test: 12, unlabelled: 0).write(to: folder)
            let files = try textFiles(in: folder, folders: ["train"])
            try Data(repeating: 0, count: 20).write(to: files[2])
            let parts = try ReviewParts(folder: folder)
            #expect(parts.train.count == 13 && parts.test.count == 12 && parts.problems.map(\.file) == [files[2].path])
            let labels = try folderLabels(of: files.filter { $0 != files[2] })
            #expect(parts.train.map(\.label) == labels.map { $0 == "pos" ? 1 : 0 })

            for file in files.suffix(4) { try Data(repeating: 0, count: 20).write(to: file) }
            let problem = #expect(throws: TextProblem.self) { try ReviewParts(folder: folder) }
            #expect(problem?.file == folder.appending(path: "train").path)
            #expect(problem?.problem.hasPrefix("of 14 texts, 9 can be read") == true)
        }
    }

    @Test func `recordings of one speaker, or a handful, are refused with what is needed`() throws {
        try withFolder { folder in
            try GeneratedDigitSounds(takes: 1, seed: 1).write(to: folder)
            let all = try spokenDigits(in: folder)
            #expect(all.speakers.count > 1)
            let first = all.speakers[0]
            for recording in all.recordings where recording.speaker != first {
                try FileManager.default.removeItem(at: recording.file)
            }
            let error = #expect(throws: DatasetError.self) { try spokenDigits(in: folder) }
            #expect(error?.description.contains("of 1 speaker could be read\n  try: at least ten") == true)
        }
    }
}
