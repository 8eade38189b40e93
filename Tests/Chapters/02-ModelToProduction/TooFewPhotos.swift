// Folders of bears that have too little to learn from.

import ChapterSupport
import Figures
import Foundation
import Notebook
import TestSupport
import Testing
import Vision

@testable import Chapter02

@Suite struct `2 Too few photos` {
    @Test func `photos that are all the same are refused, with the folder's name`() throws {
        try withFolder { folder in
            let bears = folder.appending(path: "bears")
            for kind in ["black", "grizzly", "teddy"] {
                try write((0..<4).map { _ in colourPhoto(0, 0) }, to: bears.appending(path: kind))
            }
            let problem = #expect(throws: (any Error).self) {
                _ = try ChapterRun(of: ModelToProduction.self, sections: [3], quickRun(on: folder))
            }
            #expect(problem.map { "\($0)".contains("\(bears.path): of 12 photos, 1 is left") } == true)
        }
    }

    /// A kind with a single photo has none to learn from and another to judge by: its curve is left out.
    @Test func `a kind with one photo does not end the page of small sets`() throws {
        try withFolder { folder in
            let bears = folder.appending(path: "bears")
            try writeColours(to: bears, each: 8)
            for number in 1..<8 {
                try FileManager.default.removeItem(at: bears.appending(path: "teddy/\(number).png"))
            }
            let run = try ChapterRun(of: ModelToProduction.self, sections: [4], quickRun(on: folder))
            #expect(run.transcript.contains { $0.contains("photos of each kind") })
        }
    }

    private func quickRun(on folder: URL) -> RunOptions {
        var options = RunOptions()
        (options.dataFolder, options.size) = (folder, .quick)
        return options
    }

    private func write(_ photos: [Photo], to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, photo) in photos.enumerated() {
            try photo.raster.writePNG(to: folder.appending(path: "\(number).png"))
        }
    }
}
