// Folders of pets that are not as one would hope.

import ChapterSupport
import Common
import Datasets
import Figures
import Foundation
import TestSupport
import Testing
import Vision

@testable import Chapter05

@Suite struct `5.3 Folders` {
    /// Generated photos of pets under given names.
    private func pets(_ names: [String], in folder: URL) throws -> Pets {
        let images = folder.appending(path: "images")
        try makeFolder(images)
        let photo = Photo(height: 8, width: 9, pixels: .init(repeating: 90, count: 216))
        for name in names { try photo.raster.writePNG(to: images.appending(path: name)) }
        return try Pets(dataSet: folder)
    }

    @Test func `a file without a label is left out, and known by name`() throws {
        try withFolder { folder in
            let pets = try pets(["boxer_1.jpg", "notes.jpg", "pug_2.jpg", "great_pyrenees_3.jpg"], in: folder)
            #expect(pets.files.map(\.lastPathComponent) == ["boxer_1.jpg", "great_pyrenees_3.jpg", "pug_2.jpg"])
            #expect(pets.nameless.map(\.lastPathComponent) == ["notes.jpg"])
        }
    }

    @Test func `names may end in capitals, or in another format's ending`() throws {
        try withFolder { folder in
            let pets = try pets(["boxer_1.JPG", "great_pyrenees_3.jpeg", "pug_2.PNG", "boxer_2.jpg"], in: folder)
            #expect(pets.nameless.isEmpty && pets.files.count == 4)
            #expect(try pets.files.map(breedOf) == ["boxer", "boxer", "great_pyrenees", "pug"])
        }
    }

    /// Photos of one pixel, all of them: no two pixels differ, so there is no sharpness to lose.
    @Test func `photos of one pixel with endings in capitals run to the end, and no record is NaN`() throws {
        try withFolder { folder in
            let images = folder.appending(path: "oxford-iiit-pet/images")
            try makeFolder(images)
            for number in 0..<8 {
                for (name, colour) in [("Bengal", Colour.orange), ("beagle", Colour.sky), ("pug", Colour.vermilion)] {
                    try Raster(width: 1, height: 1, fill: colour).writePNG(
                        to: images.appending(path: "\(name)_\(number).PNG"))
                }
            }
            let run = try ChapterRun(of: ImageClassification.self, sections: [1, 2], .data(in: folder, .quick))
            #expect(run.records.allSatisfy { $0.values.allSatisfy(\.isFinite) })
            #expect(!run.records.contains { $0.name == "presizing/sharpness-left-by-three-steps" })
            #expect(run.records.contains { $0.name == "presizing/made-up-pixels-once" })
        }
    }

    @Test func `where no name has a label, the first one is named`() throws {
        try withFolder { folder in
            let error = #expect(throws: PhotoProblem.self) { try pets(["b.jpg", "a.jpg"], in: folder) }
            #expect(error.map { "\($0)" }?.contains("a.jpg") == true)
        }
    }

    @Test func `only the header of the photo itself is made huge, not that of its preview`() {
        let preview: [UInt8] = [0xFF, 0xC0, 0, 17, 8, 0, 60, 0, 80]
        let header: [UInt8] = [0xFF, 0xC0, 0, 17, 8, 0, 200, 0, 240, 3, 0, 0, 0]
        let bytes = [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(2 + preview.count)] + preview + header
        let huge = claimingToBeHuge(Data(bytes))
        #expect(huge.count == bytes.count && Array(huge.prefix(15)) == Array(bytes.prefix(15)))
        #expect(Array(huge[20..<24]) == [0xFF, 0xDC, 0xFF, 0xDC])
    }
}
